/** What is shown in place of the list, or above it: one sentence and one button for each state that is not the normal one. */
import browser from "webextension-polyfill";
import type { BackgroundLink } from "./background-link.ts";
import type { PanelStore } from "./panel-store.ts";
import { text } from "../ui/texts.ts";

interface NoticeProps {
  readonly store: PanelStore;
  readonly link: BackgroundLink;
}

// Asked for now: when it is needed, the extension that has it is gone.
const replacedSentence = text("noticeReplaced");

/** Above the list, whatever it holds. */
export function Notice({ store, link }: NoticeProps) {
  if (store.linkStatus.value === "replaced") return <Banner sentence={replacedSentence} />;
  if (store.linkStatus.value === "lost") return <Banner sentence={text("noticeLost")} />;
  if (store.isTabClosed.value) return <Banner sentence={text("tabClosed")} />;
  if (store.isSiteAccessGranted.value === false) {
    const grant = () => requestSiteAccess(link);
    return <Banner sentence={text("noticeNoAccess")} label={text("grantAccess")} onClick={grant} />;
  }
  if (!store.isLogSaved.value) return <Banner sentence={text("noticeNotSaved")} />;
  if (!store.tabState.value.recording) {
    const resume = () => link.send({ type: "set-recording", recording: true });
    return <Banner sentence={text("noticePaused")} label={text("startRecording")} onClick={resume} />;
  }
  return null;
}

interface BannerProps {
  readonly sentence: string;
  /** What else is to be known of it. */
  readonly more?: readonly string[];
  readonly label?: string;
  readonly onClick?: () => void;
}

export function Banner({ sentence, more = [], label, onClick }: BannerProps) {
  return (
    <div class="notice" role="status">
      <span>{sentence}</span>
      {label !== undefined && (
        <button type="button" onClick={onClick}>
          {label}
        </button>
      )}
      {more.map((addition) => (
        <span class="notice-more" key={addition}>
          {addition}
        </span>
      ))}
    </div>
  );
}

export function EmptyState({ store, link }: NoticeProps) {
  if (store.linkStatus.value === "connecting" || store.isTabClosed.value) return <div class="empty" />;
  return (
    <div class="empty">
      <p>{text("emptyTitle")}</p>
      <p class="dim">{text("emptyHint")}</p>
      <button type="button" onClick={() => reload(link.tabId())}>
        {text("reloadPage")}
      </button>
    </div>
  );
}

/** Browsers ask the person only from a click. In Firefox, DevTools panels cannot ask at all: a tab of our own can. */
function requestSiteAccess(link: BackgroundLink): void {
  if (browser.permissions === undefined) link.send({ type: "open-in-tab" });
  else void browser.permissions.request({ origins: ["<all_urls>"] });
}

/** DevTools panels in Firefox have no `tabs`, ordinary tabs have no `devtools`. */
function reload(tabId: number): void {
  if (browser.devtools === undefined) void browser.tabs.reload(tabId);
  else browser.devtools.inspectedWindow.reload();
}
