import { addDays, dayOf } from '@landfall/calendar';
import type { LocalizedText } from '@landfall/process-definition';
import { LEADING_GROUP_QUEUES, type MeetingQueue, type Waiting } from '../queue/read-queue';
import type { MeetingRules } from '../rules/meeting-rules';
import type { WorkingDays } from '../working-days';
import { type Batch, leadingGroupBatch, pushBatch, streetTownBatch } from './batch-due';

/** A meeting that the rules will call if the queue stays as it is. */
export interface NextCall {
  readonly queues: readonly MeetingQueue[];
  /** How many wait and are on no agenda. */
  readonly waiting: number;
  readonly oldestWorkingDays: number;
  /** YYYY-MM-DD; null while nobody waits, or where no rule would ever call it. */
  readonly on: string | null;
  readonly because: LocalizedText | null;
}

type BatchOf = (waiting: readonly Waiting[], day: string) => Batch | undefined;

const LONGEST_LOOK_AHEAD_DAYS = 120;

/** The first working day from a day on, on which a rule calls for a meeting. */
const firstBatch = (
  waiting: readonly Waiting[],
  from: string,
  calendar: WorkingDays,
  batchOf: BatchOf,
): Pick<NextCall, 'on' | 'because'> => {
  if (waiting.length === 0) return { on: null, because: null };
  for (let ahead = 0; ahead <= LONGEST_LOOK_AHEAD_DAYS; ahead += 1) {
    const on = addDays(from, ahead);
    if (!calendar.isWorkday(on)) continue;
    const batch = batchOf(waiting, on);
    if (batch !== undefined) return { on, because: batch.because };
  }
  return { on: null, because: null };
};

/** What the rules will call next, for each kind of meeting that has a queue. */
export const nextCalls = (
  waiting: readonly Waiting[],
  today: string,
  { streetTown, push, leadingGroup }: MeetingRules,
  calendar: WorkingDays,
): NextCall[] => {
  const kinds: readonly (readonly [readonly MeetingQueue[], BatchOf])[] = [
    [['streetTown'], (items, day) => streetTownBatch(items, day, streetTown, calendar)],
    [['push', 'district'], (items, day) => pushBatch(items, day, push, calendar)],
    [LEADING_GROUP_QUEUES, (items, day) => leadingGroupBatch(items, day, leadingGroup, calendar)],
  ];
  return kinds.map(([queues, batchOf]) => {
    const items = waiting.filter(({ queue }) => queues.includes(queue));
    const waits = items.map(({ waitingSince }) => calendar.workingDaysBetween(dayOf(waitingSince), today));
    return {
      queues,
      waiting: items.length,
      oldestWorkingDays: Math.max(0, ...waits),
      ...firstBatch(items, today, calendar, batchOf),
    };
  });
};
