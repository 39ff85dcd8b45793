import type { CalendarDay } from '@landfall/calendar';
import type { Actor, LocalizedText } from '@landfall/process-definition';
import type { WatchedRun } from './schedule';

export type RunState = WatchedRun['state'];

/** Who did something, as it is kept. */
export type Operator = Pick<Actor, 'accountId' | 'name' | 'unit'>;

export const operatorOf = ({ accountId, name, unit }: Actor): Operator => ({ accountId, name, unit });

/** A run as it is shown. */
export interface RunView {
  /** Null where the run is kept elsewhere. */
  readonly id: string | null;
  readonly occasion: 'planned' | 'runNow';
  readonly day: CalendarDay;
  readonly dueAt: Date;
  readonly movedFrom: CalendarDay | null;
  readonly state: RunState;
  readonly attempt: number;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** Who had it run at once. */
  readonly by: Operator | null;
  /** What it says it did, or why it did not run. */
  readonly note: LocalizedText | null;
  readonly error: string | null;
}

export const watchedRunView = ({ day, dueAt, state, endedAt, note }: WatchedRun): RunView => ({
  ...{ id: null, occasion: 'planned', day, dueAt, movedFrom: null, state, attempt: 1 },
  ...{ startedAt: null, endedAt, by: null, note, error: null },
});

/** The columns of a run as `RunView` names them. */
export const RUN_COLUMNS = `id, occasion, day, due_at AS "dueAt", moved_from AS "movedFrom", state, attempt,
  started_at AS "startedAt", ended_at AS "endedAt", run_by AS "by", note, error`;
