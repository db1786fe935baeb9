/** Reads the names of the parts of a multipart body (RFC 7578) from the part headers; the content is ignored. */
import { fieldNamesOf } from "../chain/field-names.ts";

/** Undefined if the text isn't multipart: without a boundary, headers can't be distinguished from content. */
export function multipartNames(text: string, mimeType: string): readonly string[] | undefined {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(mimeType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return undefined;
  const names = [...headsOf(text, `--${boundary}`)].map(nameOf);
  // A multipart name is always a name, whatever its value; a part without a name isn't part of a form.
  return names.length === 0 ? undefined : fieldNamesOf(names.map((name) => [name ?? "", "ignored"]));
}

/** The text after each delimiter line. */
function* headsOf(text: string, delimiter: string): Generator<string> {
  const lines = `\n${text}`;
  const border = `\n${delimiter}`;
  for (let at = lines.indexOf(border); at >= 0; at = lines.indexOf(border, at + border.length)) {
    const head = lines.slice(at + border.length, at + border.length + maxHeadLength);
    if (/^[ \t]*\r?\n/.test(head)) yield head;
  }
}

const maxHeadLength = 4_096;

function nameOf(part: string): string | undefined {
  const [head, content] = part.split(/\r?\n\r?\n/, 2);
  if (head === undefined || content === undefined) return undefined;
  const [, parameters = ""] = /^content-disposition:\s*form-data\s*(;.*)$/im.exec(head) ?? [];
  const others = parameters.replaceAll(/filename\*?=(?:"[^"]*"|[^;]*)/gi, "");
  const [, quoted, plain] = /;\s*name=(?:"([^"]*)"|([^\s;"]+))/i.exec(others) ?? [];
  return quoted ?? plain;
}
