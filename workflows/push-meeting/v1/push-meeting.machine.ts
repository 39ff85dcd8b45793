import { initialContext, type MeetingCast } from '../../meeting-parts/v1/context';
import { told } from '../../meeting-parts/v1/say';
import { sitting } from '../../meeting-parts/v1/sitting';
import {
  archived,
  cancelled,
  followUp,
  minutes,
  numbering,
  signing,
} from '../../meeting-parts/v1/states/closing.states';
import { preparing } from '../../meeting-parts/v1/states/preparing.states';
import { inSession } from '../../meeting-parts/v1/states/session.states';
import { concludingTasks } from '../../meeting-parts/v1/user-tasks/concluding.tasks';
import { OFFICE, OFFICE_DIRECTOR } from '../../meeting-parts/v1/work-groups';

export const PUSH_MEETING = 'push-meeting';

const OFFICE_HEAD = [{ slot: 'LGO', group: OFFICE_DIRECTOR }];

/** Called by the office; more than half of the units that are asked make it, because it decides by agreement. */
const cast: MeetingCast = {
  kind: 'push',
  secretary: OFFICE,
  conveners: ['LGO'],
  chairGroup: OFFICE_DIRECTOR,
  confirmers: OFFICE_HEAD,
  signers: OFFICE_HEAD,
  quorum: [2, 3],
};

const { concludeProblem, concludeDecision } = concludingTasks;

/**
 * 项目推动联席会议: problems of projects that the units concerned solve together, and key projects of the district that are
 * reviewed in its form (6.b2; notice 四（二）).
 */
export const pushMeetingMachine = sitting.createMachine({
  id: PUSH_MEETING,
  context: ({ input }) => initialContext(input, cast),
  entry: told.called,
  initial: 'preparing',
  states: {
    preparing: preparing('advise'),
    inSession: inSession(
      'advise',
      ['concludeProblem', concludeProblem.outcomes],
      ['concludeDecision', concludeDecision.outcomes],
    ),
    minutes,
    signing,
    numbering,
    followUp,
    archived,
    cancelled,
  },
});
