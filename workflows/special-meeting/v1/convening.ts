import { remember } from '../../meeting-parts/v1/assignments';
import type { MeetingContext } from '../../meeting-parts/v1/context';
import type { MeetingEvent } from '../../meeting-parts/v1/events';
import { textOf } from '../../meeting-parts/v1/form-values';
import { sitting } from '../../meeting-parts/v1/sitting';
import { PLAN } from '../../meeting-parts/v1/user-tasks/preparing.tasks';
import { chairedBy } from './context';
import { delays } from './timers';

export const SPECIAL_MEETING = 'special-meeting';

interface On {
  readonly context: MeetingContext;
  readonly event: MeetingEvent;
}

/** What the states of a meeting of the leading group are written with, besides that of every meeting. */
export const convening = sitting.extend({
  actions: {
    rememberChair: remember((context, { form }) => chairedBy(textOf(form, 'chair') ?? context.chairGroup)),
  },
  guards: {
    datesIt: ({ event }: On) => PLAN.every((name) => textOf(event.form, name) !== null),
    isAnotherChair: ({ context, event }: On) =>
      textOf(event.form, 'chair') !== null && textOf(event.form, 'chair') !== context.chairGroup,
  },
  delays,
});
