/** Converts a panel's message to a command for the log. Undefined: the message does not concern the log. */
import type { LogCommand } from "../model/log/log-event.ts";
import type { PanelMessage } from "../protocol/panel-messages.ts";

export function commandOf(message: PanelMessage, tabId: number, at: number): LogCommand | undefined {
  switch (message.type) {
    case "clear":
      return { kind: "clear", tabId, at };
    case "set-recording":
      return { kind: "set-recording", tabId, at, recording: message.recording };
    case "set-preserve-log":
      return { kind: "set-preserve-log", tabId, at, preserveLog: message.preserveLog };
    default:
      return undefined;
  }
}
