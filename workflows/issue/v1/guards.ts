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
  /** A signal of an earlier order is out of date. */
  ofExecution: ({ context, event }: On) => context.execution !== null && context.execution.item === event.item,
};
