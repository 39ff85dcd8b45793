import { defineProcess } from '@landfall/process-definition';
import { LEADING_GROUP_CONFERENCE } from './conferring';
import { instanceEvents } from './instance-events';
import { leadingGroupConferenceMachine } from './leading-group-conference.machine';
import { signalTitles } from './signals';
import { conferenceStages } from './stages';
import { delayRules, timerTitles } from './timers';
import { conferenceTasks } from './user-tasks/conference.tasks';

/** Version 1 of the half-year conference. Deployed: its meaning never changes (design law 7). */
export const leadingGroupConferenceV1 = defineProcess({
  key: LEADING_GROUP_CONFERENCE,
  version: 1,
  title: { zh: '全区招商引资工作会议', en: 'Half-year conference of the leading group' },
  machine: leadingGroupConferenceMachine,
  subject: (context) => String(context.title),
  stages: conferenceStages,
  userTasks: conferenceTasks,
  events: instanceEvents,
  timers: timerTitles,
  delayRules,
  signals: signalTitles,
});
