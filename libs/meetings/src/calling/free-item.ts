import type { ProcessDefinition } from '@landfall/process-definition';
import type { AgendaItem } from '../meeting';
import { refuse } from '../refusal-texts';
import type { ItemInput } from './agenda-of';

/** An item that nobody waits for: whoever prepares a meeting puts it on the agenda himself. */
export interface FreeItem {
  readonly kind: AgendaItem['kind'];
  readonly title: string;
  readonly question?: string | null | undefined;
  readonly presenter?: string | null | undefined;
  readonly units?: readonly string[] | undefined;
  readonly minutes?: number | undefined;
}

const LONGEST_ITEM_MINUTES = 240;

/** Which task concludes which kind of item. */
const CONCLUDED_BY: Readonly<Record<AgendaItem['kind'], string>> = {
  judgement: 'concludeJudgement',
  decision: 'concludeDecision',
  problem: 'concludeProblem',
  report: 'concludeTopic',
  exchange: 'concludeTopic',
  deployment: 'concludeTopic',
  readBack: 'concludeTopic',
  other: 'concludeTopic',
};

/** @throws Rejection `MEETING.ITEM_INVALID` (422) */
export const freeItem = (item: FreeItem, key: string): ItemInput => {
  if (item.title.trim() === '') throw refuse('MEETING.ITEM_INVALID', 422);
  if (item.minutes !== undefined) requireMinutes(item.minutes);
  const presenter = item.presenter ?? null;
  return {
    key,
    kind: item.kind,
    title: item.title.trim(),
    question: item.question ?? null,
    presenter,
    units: [...new Set(item.units ?? [])].filter((unit) => unit !== presenter),
    ...(item.minutes === undefined ? {} : { minutes: item.minutes }),
  };
};

/** @throws Rejection `MEETING.ITEM_INVALID` (422) */
export const requireMinutes = (minutes: number): void => {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > LONGEST_ITEM_MINUTES) {
    throw refuse('MEETING.ITEM_INVALID', 422);
  }
};

/** @throws Rejection `MEETING.ITEM_KIND_UNHEARD` (422) where a meeting concludes no items of a kind */
export const requireHeard = ({ userTasks }: Pick<ProcessDefinition, 'userTasks'>, kind: AgendaItem['kind']): void => {
  if (userTasks[CONCLUDED_BY[kind]] === undefined) throw refuse('MEETING.ITEM_KIND_UNHEARD', 422, { itemKind: kind });
};
