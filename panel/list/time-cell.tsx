/** The Time column: a duration or, if the user prefers, the start time. The tooltip shows both. */
import { formatClock, formatDuration } from "../ui/format.ts";
import { persistedSignal } from "../ui/persisted-signal.ts";
import { text } from "../ui/texts.ts";

export const timeMode = persistedSignal<"duration" | "clock">(
  "time-mode",
  "duration",
  (value) => value === "duration" || value === "clock",
);

interface TimeProps {
  readonly startedAt: number;
  readonly durationMs: number | undefined;
}

export function Time({ startedAt, durationMs }: TimeProps) {
  const [clock, duration] = [formatClock(startedAt), formatDuration(durationMs)];
  return (
    <span class="time" title={text("timeTitle", clock, duration)}>
      {timeMode.value === "clock" ? clock : duration}
    </span>
  );
}

export function TimeHeading() {
  const isClock = timeMode.value === "clock";
  return (
    <button
      type="button"
      class="time-heading"
      title={text("timeHeadingTitle")}
      aria-pressed={isClock}
      onClick={() => (timeMode.value = isClock ? "duration" : "clock")}
    >
      {text("columnTime")}
    </button>
  );
}
