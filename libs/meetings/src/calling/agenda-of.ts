import type { AgendaItemKind } from '../meeting';
import type { MeetingQueue, Waiting } from '../queue/read-queue';

/** An item as a meeting is called with it or given it later. */
export interface ItemInput {
  readonly key: string;
  readonly kind: AgendaItemKind;
  readonly title: string;
  readonly question?: string | null;
  readonly waiting?: string | null;
  readonly projectId?: string | null;
  readonly projectName?: string | null;
  readonly presenter?: string | null;
  readonly units?: readonly string[];
  readonly minutes?: number;
  readonly landingUnit?: string | null;
}

const KIND_OF_QUEUE: Readonly<Record<MeetingQueue, AgendaItemKind>> = {
  streetTown: 'judgement',
  district: 'decision',
  leadingGroup: 'decision',
  leadingGroupIssue: 'problem',
  push: 'problem',
};

/** The item of the agenda that somebody who waits becomes. */
export const itemOf = (waiting: Waiting, key: string): ItemInput => ({
  key,
  kind: KIND_OF_QUEUE[waiting.queue],
  title: waiting.title,
  question: waiting.question,
  waiting: waiting.instanceId,
  projectId: waiting.projectId,
  projectName: waiting.projectName,
  presenter: waiting.presenter,
  // A unit never judges what it presents.
  units: waiting.units.filter((unit) => unit !== waiting.presenter),
  landingUnit: waiting.landingUnit,
});

/** Keys are short and never used twice within a meeting: i1, i2, … */
export const agendaOf = (waiting: readonly Waiting[]): ItemInput[] =>
  waiting.map((each, at) => itemOf(each, `i${at + 1}`));

/** The next key of an agenda, also after items were taken off. */
export const nextItemKey = (keys: readonly string[]): string =>
  `i${Math.max(0, ...keys.map((key) => Number(/^i(\d+)$/.exec(key)?.[1] ?? 0))) + 1}`;
