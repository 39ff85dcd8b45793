import { archived, cancelled, followUp, numbering } from '../../meeting-parts/v1/states/closing.states';
import { inSession } from '../../meeting-parts/v1/states/session.states';
import { initialSpecialMeeting } from './context';
import { convening, SPECIAL_MEETING } from './convening';
import { toldSpecial } from './say';
import { minutes, signing } from './states/closing.states';
import { preparing } from './states/preparing.states';
import { specialMeetingTasks } from './user-tasks/special-meeting.tasks';

const { concludeDecision, concludeProblem, concludeTopic } = specialMeetingTasks;

/**
 * 专题会议 and 全体会议 of the leading group (notice 二（二）, 二（三）; 6.c2): projects that it decides on, problems that no one
 * below could solve, topics that a leader orders.
 */
export const specialMeetingMachine = convening.createMachine({
  id: SPECIAL_MEETING,
  context: ({ input }) => initialSpecialMeeting(input),
  entry: toldSpecial.proposed,
  initial: 'preparing',
  states: {
    preparing,
    inSession: inSession(
      'advise',
      ['concludeDecision', concludeDecision.outcomes],
      ['concludeProblem', concludeProblem.outcomes],
      ['concludeTopic', concludeTopic.outcomes],
    ),
    minutes,
    signing,
    numbering,
    followUp,
    archived,
    cancelled,
  },
});
