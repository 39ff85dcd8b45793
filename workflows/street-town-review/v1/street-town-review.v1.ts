import { defineProcess } from '@landfall/process-definition';
import { instanceEvents } from '../../meeting-parts/v1/instance-events';
import { signalTitles } from '../../meeting-parts/v1/signals';
import { meetingStages } from '../../meeting-parts/v1/stages';
import { delayRules, timerTitles } from '../../meeting-parts/v1/timers';
import { closingTasks } from '../../meeting-parts/v1/user-tasks/closing.tasks';
import { concludingTasks } from '../../meeting-parts/v1/user-tasks/concluding.tasks';
import { preparingTasks } from '../../meeting-parts/v1/user-tasks/preparing.tasks';
import { STREET_TOWN_REVIEW, streetTownReviewMachine } from './street-town-review.machine';

const { planMeeting, confirmPlan, reply, papers, judge } = preparingTasks;
const { concludeJudgement } = concludingTasks;

/** Version 1 of the street-town research meeting. Deployed: its meaning never changes (design law 7). */
export const streetTownReviewV1 = defineProcess({
  key: STREET_TOWN_REVIEW,
  version: 1,
  title: { zh: '街镇项目研判联席会议', en: 'Street-town research meeting' },
  machine: streetTownReviewMachine,
  subject: (context) => String(context.title),
  stages: meetingStages,
  userTasks: { planMeeting, confirmPlan, reply, papers, judge, concludeJudgement, ...closingTasks },
  events: instanceEvents,
  timers: timerTitles,
  delayRules,
  signals: signalTitles,
});
