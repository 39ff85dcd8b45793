import { dayOf } from '@landfall/calendar';
import type { LocalizedText } from '@landfall/process-definition';
import type { Occurrence } from './occurrences';
import type { CatchUp } from './schedule';

/** An occurrence and what becomes of it. */
export interface OpenedRun extends Occurrence {
  readonly state: 'due' | 'missed' | 'skipped';
  readonly note: LocalizedText | null;
}

export const MISSED: LocalizedText = {
  zh: '到点时系统未运行，按规则不再补办',
  en: 'Nobody was there at the time, and by its rule it is not made up for',
};
export const PAUSED: LocalizedText = { zh: '任务已暂停，本次未运行', en: 'Paused at the time' };

export interface Absence {
  readonly catchUp: CatchUp;
  readonly isPaused: boolean;
  readonly now: Date;
  /** When the last occurrence that is known was due: what was due before it is not the latest any more. */
  readonly lastKnown: Date | null;
}

/** Says of occurrences that have come due, in order, which are to run: usually one, more after an absence. */
export const openRuns = (
  occurrences: readonly Occurrence[],
  { catchUp, isPaused, now, lastKnown }: Absence,
): readonly OpenedRun[] => {
  if (isPaused) return occurrences.map((occurrence) => ({ ...occurrence, state: 'skipped', note: PAUSED }));
  const latest = occurrences.at(-1);
  const runs = (occurrence: Occurrence): boolean => {
    if (catchUp === 'all') return true;
    if (occurrence !== latest || (lastKnown !== null && lastKnown > occurrence.dueAt)) return false;
    return catchUp === 'latest' || occurrence.day === dayOf(now);
  };
  return occurrences.map((occurrence) =>
    runs(occurrence) ? { ...occurrence, state: 'due', note: null } : { ...occurrence, state: 'missed', note: MISSED },
  );
};
