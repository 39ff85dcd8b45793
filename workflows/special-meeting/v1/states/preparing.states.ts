import { userTaskState } from '@landfall/process-definition';
import type { MeetingContext } from '../../../meeting-parts/v1/context';
import { recordMeeting, releaseAll, remind, standsIn } from '../../../meeting-parts/v1/say';
import { preparing as preparingOfParts } from '../../../meeting-parts/v1/states/preparing.states';
import { convening } from '../convening';

const approve = userTaskState<MeetingContext>('approveMeeting', ({ chairGroup }) => chairGroup);

/** 待批准: whoever chairs decides whether it is held, and may date it at once. */
const proposed = convening.createStateConfig({
  entry: [approve.entry, ...standsIn('proposed')],
  exit: approve.exit,
  meta: { title: { zh: '待批准', en: 'Proposed' }, stage: 'proposed', task: 'approveMeeting' },
  on: {
    'approveMeeting.approve': [
      { guard: 'datesIt', target: 'convened', actions: 'rememberPlan' },
      { target: 'planning' },
    ],
    changeChair: { guard: 'isAnotherChair', target: 'proposed', reenter: true, actions: 'rememberChair' },
  },
  after: { approvalReminder: { actions: remind('approveMeeting') } },
});

const parts = preparingOfParts('advise');

/** 筹备: that of every meeting, once the chair has approved it; a refusal sends its items back to their queue. */
export const preparing = convening.createStateConfig({
  ...parts,
  initial: 'proposed',
  on: {
    ...parts.on,
    'approveMeeting.refuse': { target: 'cancelled', actions: ['rememberReason', releaseAll] },
    changeChair: { guard: 'isAnotherChair', actions: ['rememberChair', recordMeeting] },
  },
  states: {
    ...parts.states,
    proposed,
    confirming: {
      ...parts.states.confirming,
      on: {
        ...parts.states.confirming.on,
        changeChair: { guard: 'isAnotherChair', target: 'confirming', reenter: true, actions: 'rememberChair' },
      },
    },
  },
});
