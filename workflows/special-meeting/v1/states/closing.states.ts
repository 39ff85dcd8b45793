import { recordMeeting } from '../../../meeting-parts/v1/say';
import { minutes as minutesOfParts, signing as signingOfParts } from '../../../meeting-parts/v1/states/closing.states';
import { convening } from '../convening';

/** A chair who has left the post signs nothing more: another one is named, and the minutes go to that one. */
export const minutes = convening.createStateConfig({
  ...minutesOfParts,
  on: {
    ...minutesOfParts.on,
    changeChair: { guard: 'isAnotherChair', actions: ['rememberChair', recordMeeting] },
  },
});

export const signing = convening.createStateConfig({
  ...signingOfParts,
  on: {
    ...signingOfParts.on,
    changeChair: { guard: 'isAnotherChair', target: 'signing', reenter: true, actions: 'rememberChair' },
  },
});
