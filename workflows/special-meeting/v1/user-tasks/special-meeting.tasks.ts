import type { UserTaskDefinition } from '@landfall/process-definition';
import { closingTasks } from '../../../meeting-parts/v1/user-tasks/closing.tasks';
import { concludingTasks } from '../../../meeting-parts/v1/user-tasks/concluding.tasks';
import { negative, note, positive, reason, text, workingDays } from '../../../meeting-parts/v1/user-tasks/outcomes';
import { PLAN, planFields, preparingTasks } from '../../../meeting-parts/v1/user-tasks/preparing.tasks';
import { datedOrNot } from '../form-checks';

const { planMeeting, confirmPlan, reply, papers, advise } = preparingTasks;
const { concludeDecision, concludeProblem, concludeTopic } = concludingTasks;
const { approve, approveWithConditions, supplement, suggestTransfer, defer, refuse, deferItem } =
  concludeDecision.outcomes;

const chair = text('会议主持人', 'The chair');

/** Everything that people do for a meeting of the leading group; the keys are persisted and for ever. */
export const specialMeetingTasks = {
  approveMeeting: {
    title: text('批准召开会议', 'Decide whether the meeting is held'),
    owner: chair,
    guidance: text(
      '可直接定日期、时间、地点，定后即发通知；不填则由办公室拟定后再请确认。不同意召开的，议题退回待上会。',
      'Date it at once, or leave it to the office and confirm later. Refused, its items go back to the queue.',
    ),
    source: '通知二（二）、二（三）；业务规则 6.c2',
    deadline: workingDays(2, '业务规则 6.c2'),
    fields: { ...planFields, note, reason },
    outcomes: {
      approve: positive('同意召开', 'Approve', { fields: [...PLAN, 'note'] }),
      refuse: negative('不召开', 'Refuse', { required: ['reason'] }),
    },
    check: (form, context, occasion) => (occasion.outcome === 'approve' ? datedOrNot(form, context, occasion) : []),
  },
  planMeeting,
  confirmPlan: {
    ...confirmPlan,
    owner: chair,
    guidance: text('主持人确认后发出会议通知。', 'The notice goes out when the chair has confirmed.'),
    source: '业务规则 6.c2',
  },
  reply,
  papers,
  advise,
  // Nobody is above the leading group, so nothing is referred up from here.
  concludeDecision: {
    ...concludeDecision,
    outcomes: { approve, approveWithConditions, supplement, suggestTransfer, defer, refuse, deferItem },
  },
  concludeProblem,
  concludeTopic,
  ...closingTasks,
  signMinutes: { ...closingTasks.signMinutes, owner: chair },
} satisfies Readonly<Record<string, UserTaskDefinition>>;
