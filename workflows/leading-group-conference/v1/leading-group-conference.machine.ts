import { recordMeeting } from '../../meeting-parts/v1/say';
import { archived, minutes, numbering, signing } from '../../meeting-parts/v1/states/closing.states';
import { inSession } from '../../meeting-parts/v1/states/session.states';
import { concludingTasks } from '../../meeting-parts/v1/user-tasks/concluding.tasks';
import { conferring, LEADING_GROUP_CONFERENCE } from './conferring';
import { initialConference } from './context';
import { toldConference } from './say';
import { followUp, notHeld } from './states/closing.states';
import { collecting, scheduled } from './states/collecting.states';
import { approving, composing } from './states/composing.states';
import { convened } from './states/convened.states';
import { watch } from './states/watch.states';

/** 筹备: from the yearly schedule to the notice; the agenda is edited all the while. */
const preparation = conferring.createStateConfig({
  meta: { title: { zh: '筹备', en: 'Preparation' } },
  initial: 'scheduled',
  on: {
    'agenda.add': { guard: 'topicIsNew', actions: ['addItem', recordMeeting] },
    'agenda.remove': { guard: 'itemLive', actions: ['rememberLeft', recordMeeting] },
    'agenda.arrange': { guard: 'arranges', actions: ['arrangeItems', recordMeeting] },
    'readBack.told': { guard: 'ofPrevious', actions: ['rememberReadBack', recordMeeting, toldConference.readBack] },
  },
  states: { scheduled, collecting, composing, approving, convened },
});

/**
 * 全区招商引资工作会议 of one half-year (notice 四（一）; 6.c): prepared beside the watch over its window, held, and followed up
 * until the next one.
 */
export const leadingGroupConferenceMachine = conferring.createMachine({
  id: LEADING_GROUP_CONFERENCE,
  context: ({ input }) => initialConference(input),
  entry: toldConference.scheduled,
  initial: 'upcoming',
  states: {
    upcoming: {
      type: 'parallel',
      meta: { title: { zh: '会前', en: 'Upcoming' } },
      on: { skipConference: { target: 'notHeld', actions: 'rememberSkipped' } },
      states: { preparation, watch },
    },
    inSession: inSession(null, ['concludeTopic', concludingTasks.concludeTopic.outcomes]),
    minutes,
    signing,
    numbering,
    followUp,
    archived,
    notHeld,
  },
});
