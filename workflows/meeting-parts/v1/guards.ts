import type { MeetingResolution } from '../commands';
import { keyOf, supervisionKey } from './assignments';
import { businessDate } from './business-date';
import {
  attendanceOf,
  type ConclusionTask,
  conclusionTaskOf,
  isLive,
  type MeetingContext,
  missingOpinions,
  opinionSlot,
  seatRoles,
  unanswered,
} from './context';
import type { MeetingEvent } from './events';
import { textOf } from './form-values';

interface On {
  readonly context: MeetingContext;
  readonly event: MeetingEvent;
}

/** What every resolution but a note (知悉) needs before the minutes are issued (6.2 invariant 6). */
export const isComplete = ({ kind, unit, dueOn, criterion }: MeetingResolution): boolean =>
  kind === 'note' || (unit !== null && dueOn !== null && (criterion ?? '').trim() !== '');

/** The units with an opinion: how many are there or have written to all of their items, of how many. */
export const quorumOf = (
  context: MeetingContext,
): { readonly met: number; readonly of: number; readonly needed: number } => {
  const reviewers = [...seatRoles(context)].filter(([, role]) => role === 'reviewer').map(([unit]) => unit);
  const owing = new Set(missingOpinions(context).map(({ unit }) => unit));
  const wrote = (unit: string) =>
    attendanceOf(context, unit).reply === 'written' ||
    (!owing.has(unit) && context.opinions.some((opinion) => opinion.unit === unit));
  const met = reviewers.filter((unit) => attendanceOf(context, unit).present || wrote(unit)).length;
  const [share, whole] = context.quorum;
  return { met, of: reviewers.length, needed: Math.ceil((reviewers.length * share) / whole) };
};

const item = (context: MeetingContext, event: MeetingEvent) => context.items.find(({ key }) => key === keyOf(event));

const openStandings: readonly string[] = ['issued', 'applied'];

/** The conditions of a meeting; what a form check refuses with a sentence is refused here once more. */
export const guards = {
  itemLive: ({ context, event }: On) => {
    const found = item(context, event);
    return found !== undefined && isLive(found);
  },
  itemLeft: ({ context, event }: On) => item(context, event)?.standing === 'left',
  itemNotHeard: ({ context, event }: On) => {
    const found = item(context, event);
    return found !== undefined && (isLive(found) || found.standing === 'left');
  },
  itemIsNew: ({ context, event }: On) => typeof event.item === 'object' && item(context, event) === undefined,
  arranges: ({ event }: On) => event.items !== undefined,
  nothingToHear: ({ context }: On) => context.items.length > 0 && !context.items.some(isLive),
  allAnswered: ({ context }: On) => unanswered(context).length === 0,
  someUnanswered: ({ context }: On) => unanswered(context).length > 0,
  /** The agenda changed: units are asked that were not, or are no longer asked. */
  repliesOutOfStep: ({ context }: On) =>
    unanswered(context).some((unit) => !context.asked.replies.includes(unit)) ||
    context.asked.replies.some((unit) => !seatRoles(context).has(unit)),
  opinionsOutOfStep: ({ context }: On) => {
    const missing = missingOpinions(context).map(({ item, unit }) => opinionSlot(item, unit));
    const given = context.opinions.map(({ item, unit }) => opinionSlot(item, unit));
    return (
      missing.some((slot) => !context.asked.opinions.includes(slot)) ||
      context.asked.opinions.some((slot) => !missing.includes(slot) && !given.includes(slot))
    );
  },
  someOpinionsMissing: ({ context }: On) => missingOpinions(context).length > 0,
  hasReplied: ({ context, event }: On) => {
    const unit = event.unit ?? '';
    return seatRoles(context).has(unit) && attendanceOf(context, unit).reply !== 'none';
  },
  isSeated: ({ context, event }: On) => seatRoles(context).has(event.unit ?? ''),
  allOpinionsGiven: ({ context }: On) => missingOpinions(context).length === 0,
  dayHasCome: ({ context, event }: On) => context.plannedOn !== null && context.plannedOn <= businessDate(event.at),
  mayOpen: ({ context, event }: On) => {
    if (context.plannedOn === null || context.plannedOn > businessDate(event.at)) return false;
    const { met, needed } = quorumOf(context);
    return met >= needed || textOf(event.form, 'withoutQuorumReason') !== null;
  },
  slotLive: ({ context, event }: On) => context.items.some((known) => known.key === event.slot && isLive(known)),
  /** Whether nothing is left that a conclusion task concludes. */
  settled: ({ context }: On, { task }: { readonly task: ConclusionTask }) =>
    !context.items.some((known) => isLive(known) && conclusionTaskOf(known) === task),
  allSettled: ({ context }: On) => !context.items.some(isLive),
  resolutionsComplete: ({ context }: On) => context.resolutions.every(isComplete),
  writesResolution: ({ context, event }: On) =>
    typeof event.resolution === 'object' &&
    (event.resolution.item === null ||
      context.items.some(({ key }) => key === (event.resolution as { item: string }).item)),
  /** What a conclusion decided is not taken out of the minutes. */
  removable: ({ context, event }: On) => {
    const found = context.resolutions.find(({ key }) => key === event.resolution);
    const first = context.resolutions.find((resolution) => resolution.item === found?.item);
    return found !== undefined && (found.item === null || first?.key !== found.key);
  },
  resolutionOpen: ({ context, event }: On) =>
    context.resolutions.some(({ key, standing }) => key === event.resolution && openStandings.includes(standing)),
  resolutionUnapplied: ({ context, event }: On) =>
    context.resolutions.some(({ key, standing }) => key === event.resolution && standing === 'issued'),
  supervised: ({ context, event }: On) =>
    context.resolutions.some(
      ({ key, standing }) => supervisionKey(context, key) === event.item && openStandings.includes(standing),
    ),
  allFulfilled: ({ context }: On) => !context.resolutions.some(({ standing }) => openStandings.includes(standing)),
  /** Nobody waits for an item of the office's own, so nobody has to take what it led to. */
  allApplied: ({ context }: On) =>
    !context.resolutions.some(
      ({ standing, item: key }) =>
        standing === 'issued' && context.items.some((known) => known.key === key && known.waiting !== null),
    ),
};
