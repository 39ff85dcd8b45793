import type { ProcessEvent } from '@landfall/process-definition';

/**
 * What an issue is told: outcomes of tasks, events of people, timers, what becomes of its supervision item and of its push
 * request, and what a special meeting of the leading group says.
 */
export type IssueEvent = ProcessEvent & {
  /** The supervision item that a signal speaks of, by its correlation key; of a meeting's word, the item of its agenda. */
  readonly item?: string;
  /** What the item says of its end. */
  readonly note?: string | null;
  /** The push request that a signal speaks of, by its correlation key. */
  readonly request?: string;
  /** YYYY-MM-DD: when what the meeting ordered is due, and who carries it out. */
  readonly dueOn?: string | null;
  readonly leadUnit?: string | null;
  readonly requirement?: string;
  readonly reason?: string | null;
  /** Whether the request is looked at again after its meeting failed. */
  readonly goesOn?: boolean;
  /** The instance id of the meeting, and what it is called. */
  readonly meeting?: string;
  readonly meetingTitle?: string;
  /** The key of a resolution, and what it says. */
  readonly resolution?: string;
  readonly text?: string;
  readonly unit?: string | null;
  readonly meetingOn?: string | null;
  readonly number?: string | null;
  readonly criterion?: string | null;
  readonly conditions?: string | null;
  readonly landingUnit?: string | null;
  /** All resolutions that the item was concluded with. */
  readonly resolutions?: readonly string[];
  /** How the request ended without a meeting. */
  readonly outcome?: string;
};
