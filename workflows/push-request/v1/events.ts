import type { ProcessEvent } from '@landfall/process-definition';

/** What a request is told: outcomes of its task, events of people, timers, and what a meeting says. */
export type PushRequestEvent = ProcessEvent & {
  /** The instance id of the meeting that speaks, and the agenda item it speaks of. */
  readonly meeting?: string;
  readonly meetingTitle?: string;
  readonly item?: string;
  /** The resolution it speaks of, by its key in the meeting. */
  readonly resolution?: string;
  readonly text?: string;
  /** YYYY-MM-DD. */
  readonly meetingOn?: string;
  /** The number of the minutes. */
  readonly number?: string;
  readonly unit?: string | null;
  readonly dueOn?: string | null;
  readonly criterion?: string | null;
  readonly conditions?: string | null;
  readonly landingUnit?: string | null;
  readonly note?: string | null;
  readonly reason?: string | null;
  /** Every resolution of a concluded item. */
  readonly resolutions?: readonly string[];
};
