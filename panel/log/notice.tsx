/** What the panel shows above an unusual list or instead of an empty one: one sentence and one button per state. */
import browser from "../../src/browser-api.ts";
import type { BackgroundLink } from "./background-link.ts";
import type { ConnectionStore } from "../stores/connection-store.ts";
import type { LogStore } from "../stores/log-store.ts";
import { text } from "../ui/texts.ts";

interface NoticeProps {
  readonly log: LogStore;
  readonly connection: ConnectionStore;
  readonly link: BackgroundLink;
}

// Read now: when it is needed, the extension with the text is gone.
const replacedSentence = text("noticeReplaced");

export function Notice({ log, connection, link }: NoticeProps) {
  if (connection.status.value === "replaced") return <Banner sentence={replacedSentence} />;
  if (connection.status.value === "lost") return <Banner sentence={text("noticeLost")} />;
  if (connection.isTabClosed.value) return <Banner sentence={text("tabClosed")} />;
  if (connection.isSiteAccessGranted.value === false) {
    const grant = () => requestSiteAccess(link);
    return <Banner sentence={text("noticeNoAccess")} label={text("grantAccess")} onClick={grant} />;
  }
  if (!log.isSaved.value) return <Banner sentence={text("noticeNotSaved")} />;
  if (!log.tabState.value.recording) {
    const resume = () => link.send({ type: "set-recording", recording: true });
    return <Banner sentence={text("noticePaused")} label={text("startRecording")} onClick={resume} />;
  }
  return null;
}

interface BannerProps {
  readonly sentence: string;
  /** One line each, below the sentence. */
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

export function EmptyState({ connection, link }: Omit<NoticeProps, "log">) {
  if (connection.status.value === "connecting" || connection.isTabClosed.value) return <div class="empty" />;
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

/** Browsers ask the user only after a click. In Firefox, DevTools panels cannot ask at all, but a tab can. */
function requestSiteAccess(link: BackgroundLink): void {
  if (browser.permissions === undefined) link.send({ type: "open-in-tab" });
  else void browser.permissions.request({ origins: ["<all_urls>"] });
}

/** DevTools panels in Firefox have no `tabs`, ordinary tabs have no `devtools`. */
function reload(tabId: number): void {
  if (browser.devtools === undefined) void browser.tabs.reload(tabId);
  else browser.devtools.inspectedWindow.reload();
}
