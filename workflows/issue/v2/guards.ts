import type { Level } from '../commands';
import type { IssueContext } from './context';
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
  /** A signal of an earlier order is out of date. */
  ofExecution: ({ context, event }: On) => context.execution !== null && context.execution.item === event.item,
};
