import type { Level } from '../commands';
import type { IssueContext, TakenResolution } from './context';
import type { IssueEvent } from './events';
import { textOf } from './form-values';
import { LEADERS, OFFICE, OFFICE_DIRECTOR, SEO_SLOT } from './work-groups';

interface On {
  readonly context: IssueContext;
  readonly event: IssueEvent;
}

/** Leaders jump by their right; the office where the issue is urgent (6.d). */
export const jumpers = ({ urgent }: Pick<IssueContext, 'urgent'>): readonly string[] => [
  ...LEADERS,
  ...(urgent ? [OFFICE, OFFICE_DIRECTOR] : []),
];

/** The way of coordinating that starts a push request. */
export const PUSH_MEETING = 'pushMeeting';

/** Whether no push meeting is awaited. */
export const mayAsk = ({ push }: Pick<IssueContext, 'push'>): boolean => push === null || push.decided;

const ofPush = ({ context, event }: On): boolean => context.push !== null && context.push.request === event.request;

/** Whether an event speaks of a resolution that was taken. */
export const speaksOf = (event: IssueEvent, { meeting, item, resolution }: TakenResolution): boolean =>
  event.meeting === meeting && event.item === item && event.resolution === resolution;

const ofItem = ({ context: { meetings }, event }: On): boolean =>
  meetings.agenda !== null && meetings.agenda.meeting === event.meeting && meetings.agenda.item === event.item;

const ofOpenResolution = ({ context: { meetings }, event }: On): boolean =>
  meetings.taken.some((known) => known.state === 'open' && speaksOf(event, known));

/** The meeting's last word names all its resolutions, which may come before or after it. */
const allTaken = ({ context: { meetings } }: Pick<On, 'context'>): boolean =>
  meetings.concluded?.every((key) => meetings.taken.some(({ resolution }) => resolution === key)) ?? false;

/** The conditions of the ladder; what a form check refuses with a sentence is refused here once more. */
export const guards = {
  urgent: ({ context }: On) => context.urgent,
  onLevel: ({ context }: On, { level }: { level: Level }) => context.level === level,
  /** Up only, and only by those who may. */
  jumpsTo: ({ context, event }: On, { level }: { level: Level }) =>
    textOf(event.form, 'level') === `l${level}` &&
    level > context.level &&
    jumpers(context).some((group) => event.actor.groups.includes(group)),
  /** The street economy office assists and never closes or escalates. */
  byAssistant: ({ event }: On) => event.slot === SEO_SLOT,
  byLead: ({ event }: On) => event.slot !== SEO_SLOT,
  /** One meeting at a time; what a meeting ordered and did not get done may be brought before another one. */
  mayAskForMeeting: (on: On) => mayAsk(on.context),
  asksForMeeting: ({ context, event }: On) =>
    event.slot !== SEO_SLOT && textOf(event.form, 'way') === PUSH_MEETING && mayAsk(context),
  coordinates: ({ event }: On) => event.slot !== SEO_SLOT && textOf(event.form, 'way') !== PUSH_MEETING,
  /** A signal of an earlier request, or of somebody else's, is out of date. */
  ofPush,
  /** Without agreement the issue goes above the level that asked, unless it is there already. */
  escalatesTo: (on: On, { level }: { level: Level }) =>
    ofPush(on) && on.context.push?.askedOn === level - 1 && on.context.level < level,
  /** What comes twice, late, or from a meeting that the issue is no longer with, changes nothing. */
  ofItem,
  newResolution: (on: On) => ofItem(on) && !on.context.meetings.taken.some((known) => speaksOf(on.event, known)),
  /** Nothing was left of what the meeting said: whoever wrote the minutes took it out. */
  concludesNothing: (on: On) =>
    ofItem(on) && on.context.meetings.concluded === null && on.event.resolutions?.length === 0,
  conclusion: (on: On) => ofItem(on) && on.context.meetings.concluded === null,
  ofOpenResolution,
  /** Nothing that the meeting ordered is left once this one is done. */
  fulfilsTheLast: (on: On) =>
    ofOpenResolution(on) &&
    allTaken(on) &&
    on.context.meetings.taken.every((known) => known.state === 'fulfilled' || speaksOf(on.event, known)),
  allFulfilled: (on: On) => allTaken(on) && on.context.meetings.taken.every(({ state }) => state === 'fulfilled'),
  /** A signal of an earlier order is out of date. */
  ofExecution: ({ context, event }: On) => context.execution !== null && context.execution.item === event.item,
};
