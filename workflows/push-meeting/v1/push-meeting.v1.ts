import { defineProcess } from '@landfall/process-definition';
import { plannable } from '../../meeting-parts/v1/form-checks';
import { instanceEventsWith } from '../../meeting-parts/v1/instance-events';
import { signalTitles } from '../../meeting-parts/v1/signals';
import { meetingStages } from '../../meeting-parts/v1/stages';
import { delayRules, timerTitles } from '../../meeting-parts/v1/timers';
import { closingTasks } from '../../meeting-parts/v1/user-tasks/closing.tasks';
import { concludingTasks } from '../../meeting-parts/v1/user-tasks/concluding.tasks';
import { preparingTasks } from '../../meeting-parts/v1/user-tasks/preparing.tasks';
import { PUSH_MEETING, pushMeetingMachine } from './push-meeting.machine';

const { planMeeting, confirmPlan, reply, papers, advise } = preparingTasks;
const { concludeProblem, concludeDecision } = concludingTasks;

/** What is urgent is held within two working days (6.b2), so a push meeting is called with one day's notice. */
const NOTICE_WORKING_DAYS = 1;

/** Version 1 of the project push meeting. Deployed: its meaning never changes (design law 7). */
export const pushMeetingV1 = defineProcess({
  key: PUSH_MEETING,
  version: 1,
  title: { zh: '项目推动联席会议', en: 'Project push meeting' },
  machine: pushMeetingMachine,
  subject: (context) => String(context.title),
  stages: meetingStages,
  userTasks: {
    planMeeting: { ...planMeeting, check: plannable(NOTICE_WORKING_DAYS) },
    confirmPlan,
    reply,
    papers,
    advise,
    concludeProblem,
    concludeDecision,
    ...closingTasks,
  },
  events: instanceEventsWith(NOTICE_WORKING_DAYS),
  timers: timerTitles,
  delayRules,
  signals: signalTitles,
});
