import { defineProcess } from '@landfall/process-definition';
import { signalTitles } from '../../meeting-parts/v1/signals';
import { meetingStages } from '../../meeting-parts/v1/stages';
import { SPECIAL_MEETING } from './convening';
import { instanceEvents } from './instance-events';
import { specialMeetingMachine } from './special-meeting.machine';
import { delayRules, timerTitles } from './timers';
import { specialMeetingTasks } from './user-tasks/special-meeting.tasks';

/** Version 1 of the special and the plenary meeting. Deployed: its meaning never changes (design law 7). */
export const specialMeetingV1 = defineProcess({
  key: SPECIAL_MEETING,
  version: 1,
  title: { zh: '领导小组专题会议、全体会议', en: 'Special or plenary meeting of the leading group' },
  machine: specialMeetingMachine,
  subject: (context) => String(context.title),
  stages: [{ key: 'proposed', title: { zh: '待批准', en: 'Proposed' } }, ...meetingStages],
  userTasks: specialMeetingTasks,
  events: instanceEvents,
  timers: timerTitles,
  delayRules,
  signals: signalTitles,
});
