import { issueDocuments, standsIn, startSupervision, told } from '../../../meeting-parts/v1/say';
import { answers } from '../../../meeting-parts/v1/states/closing.states';
import { conferring } from '../conferring';
import { answerReadBack, toldConference } from '../say';

/** 落实: the work is supervised until all of it is done, or until the next conference reads back what is not. */
export const followUp = conferring.createStateConfig({
  meta: { title: { zh: '落实', en: 'Follow-up' }, stage: 'followUp' },
  entry: [
    'issueResolutions',
    ...standsIn('followUp'),
    startSupervision,
    issueDocuments('minutes', 'bulletin'),
    told.issued,
  ],
  initial: 'carriedOut',
  always: { guard: 'allFulfilled', target: 'archived' },
  on: {
    ...answers,
    'readBack.asked': { guard: 'asks', actions: answerReadBack },
    nextOpened: { target: 'archived' },
  },
  states: {
    carriedOut: {
      meta: {
        title: { zh: '落实中', en: 'Being carried out' },
        owner: { zh: '各责任单位', en: 'the responsible units' },
      },
      always: { guard: 'allFulfilled', target: '#archived' },
      after: { followUpCheck: { target: 'carriedOut', reenter: true, actions: told.unfulfilled } },
    },
  },
});

/** 未召开: decided by the leader alone; the half-year stays overdue. */
export const notHeld = conferring.createStateConfig({
  type: 'final',
  meta: { title: { zh: '未召开', en: 'Not held' }, closedAs: 'notHeld' },
  entry: [...standsIn('cancelled'), toldConference.skipped],
});
