import { not, stateIn } from 'xstate';
import type { ItemContext } from './context';
import type { ItemEvent } from './events';
import { MOST_EXTENSIONS } from './form-checks';

interface On {
  readonly context: ItemContext;
  readonly event: ItemEvent;
}

const underReview = stateIn('#supervision-item.pursued.work.reviewing');

/** The conditions of an item; what a form check refuses with a sentence is refused here once more. */
export const guards = {
  numbered: ({ context }: On) => context.number !== null,
  unnumbered: ({ context }: On) => context.number === null,
  /** Only the lead unit closes, reports and asks; whoever assists contributes. */
  byLead: ({ context, event }: On) => !context.assistUnits.includes(event.slot ?? ''),
  byAssistant: ({ context, event }: On) => context.assistUnits.includes(event.slot ?? ''),
  extendable: ({ context, event }: On) =>
    context.extensions < MOST_EXTENSIONS && !context.assistUnits.includes(event.slot ?? ''),
  /** A decision that is made once more does not grant a third one. */
  grantable: ({ context }: On) => context.extensions < MOST_EXTENSIONS,
  /** Asked of the other region, so that the clocks follow the work however it got there (a review, a return, a redo). */
  underReview,
  backAtWork: not(underReview),
  wasYellow: ({ context }: On) => context.lateness === 'yellow',
  wasRed: ({ context }: On) => context.lateness === 'red',
  awaited: ({ context }: On) => context.origin !== null,
};
