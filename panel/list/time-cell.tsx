/** The Time column: how long something took or, when the person wants that, when it began. Hovering tells both. */
import { formatClock, formatDuration } from "../ui/format.ts";
import { remembered } from "../ui/persisted-signal.ts";
import { text } from "../ui/texts.ts";

export const timeMode = remembered<"duration" | "clock">(
  "time-mode",
  "duration",
  (value) => value === "duration" || value === "clock",
);

interface TimeCellProps {
  readonly startedAt: number;
  readonly durationMs: number | undefined;
}

export function TimeCell({ startedAt, durationMs }: TimeCellProps) {
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
