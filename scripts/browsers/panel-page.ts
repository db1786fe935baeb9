/** The panel as a page object: what its users click, by role and English name, and what its list shows. */
import messages from "../../_locales/en/messages.json" with { type: "json" };
import type { ExpectedChain, ExpectedHop } from "../../lab/scenarios/scenario.ts";
import type { PanelHandle } from "./browser-session.ts";
import type { ByRole, Target } from "./find-target.ts";

type TextName = keyof typeof messages;

/** A text of the panel in English, with its values. */
export function english(name: TextName, ...values: readonly string[]): string {
  return values.reduce((text, value, at) => text.replaceAll(`$${at + 1}`, value), messages[name].message);
}

/** The headings of the list. */
export const columns = {
  number: english("columnNumber"),
  status: english("columnStatus"),
  method: english("columnMethod"),
  body: english("columnBody"),
  seo: english("columnSeo"),
  url: english("columnUrl"),
  time: english("columnTime"),
} as const;

type ColumnName = keyof typeof columns;

export const button = (name: TextName, within?: Target): ByRole => named("button", english(name), within);
export const checkbox = (name: TextName): ByRole => named("checkbox", english(name));
export const radio = (name: TextName): ByRole => named("radio", english(name));
/** An item of the open menu, by what it shows. */
export const menuItem = (name: string): ByRole => named("menuitem", name);
export const option = (name: string): ByRole => named("option", name);

export const tabNames = ["tabExplain", "tabHeaders", "tabBody", "tabTiming"] as const;
/** Of the details. */
export const tab = (name: (typeof tabNames)[number]): ByRole => named("tab", english(name));
/** Of a list of headers that is shown in part. */
export const showAll: ByRole = { role: "button", namePattern: `^${english("showAllHeaders_other", "[\\d,]+")}$` };
export const filterField = named("combobox", english("filter"));

/** The heading of a chain, by its place in the list; -1 is the newest. */
export const chainRow = (index = 0): ByRole => ({ role: "row", level: 1, index, within: { role: "treegrid" } });
/** A hop, by its place among all hops of the list, or of one chain. */
export const hopRow = (index = 0, chain?: number): ByRole => ({
  role: "row",
  level: 2,
  index,
  within: chain === undefined ? { role: "treegrid" } : chainGroup(chain),
});
/** The chain's heading and hops. The first group of the list is its head. */
const chainGroup = (index: number): ByRole => ({
  role: "rowgroup",
  index: index < 0 ? index : index + 1,
  within: { role: "treegrid" },
});
export const cell = (row: ByRole, column: ColumnName): ByRole => ({
  role: "gridcell",
  column: columns[column],
  within: row,
});

function named(role: string, name: string, within?: Target): ByRole {
  return within === undefined ? { role, name } : { role, name, within };
}

export interface ShownChain {
  readonly title: string;
  /** For each hop the texts of its cells, in the order of `columns`. */
  readonly hops: readonly (readonly string[])[];
}

export async function readChains(panel: PanelHandle): Promise<readonly ShownChain[]> {
  const hops = await panel.evaluate(hopCells, Object.values(columns));
  const titles = await panel.evaluate(() =>
    [...document.querySelectorAll(".chain-title")].map(({ textContent }) => textContent.trim()),
  );
  return hops.map((cells, at) => ({ title: titles[at] ?? "", hops: cells }));
}

const { status, method, body, seo, url } = columns;
/** Those that scenarios expect. */
const expectedColumns = [status, method, body, seo, url];

export async function readHops(panel: PanelHandle): Promise<ExpectedChain[]> {
  const chains = await panel.evaluate(hopCells, expectedColumns);
  return chains.map((chain) => chain.map(hopOf));
}

/** Waits until the list shows exactly these chains, or until the time is over; returns what it shows then. */
export async function waitForHops(
  panel: PanelHandle,
  expected: readonly ExpectedChain[],
  timeoutMs: number,
): Promise<ExpectedChain[]> {
  const equals = expected.map((chain) => chain.map(cellsOf));
  await panel.waitFor(hopCells, { args: [expectedColumns], equals, timeoutMs }).catch(() => undefined);
  return readHops(panel);
}

function cellsOf(hop: ExpectedHop): string[] {
  return [hop.status, hop.method, hop.body, hop.seo, hop.url];
}

function hopOf(cells: readonly string[]): ExpectedHop {
  const [shownStatus = "", shownMethod = "", shownBody = "", shownSeo = "", shownUrl = ""] = cells;
  return {
    status: shownStatus,
    method: shownMethod,
    body: shownBody as ExpectedHop["body"],
    seo: shownSeo as ExpectedHop["seo"],
    url: shownUrl,
  };
}

/** Runs in the panel: for each chain and hop, the texts of these columns. The URL's cell gives the whole URL. */
function hopCells(headings: readonly string[]): string[][][] {
  const allHeadings = [...document.querySelectorAll("[role=columnheader]")].map(({ textContent }) =>
    textContent.trim(),
  );
  const places = headings.map((heading) => allHeadings.indexOf(heading));
  const chains: string[][][] = [];
  for (const row of document.querySelectorAll("[role=treegrid] [role=row]")) {
    if (row.ariaLevel === "1") chains.push([]);
    if (row.ariaLevel !== "2") continue;
    const cells = [...row.querySelectorAll("[role=gridcell]")];
    const texts = places.map((place) => {
      const cellOfColumn = cells[place];
      const shown = cellOfColumn?.querySelector(".url")?.getAttribute("title") ?? cellOfColumn?.textContent ?? "";
      return shown.trim().replaceAll(/\s+/g, " ");
    });
    chains.at(-1)?.push(texts);
  }
  return chains;
}
