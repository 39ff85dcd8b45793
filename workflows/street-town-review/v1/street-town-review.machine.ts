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
import { OFFICE, OFFICE_DIRECTOR, STREET_ECONOMY_DIRECTOR } from '../../meeting-parts/v1/work-groups';

export const STREET_TOWN_REVIEW = 'street-town-review';

const CONVENERS = [
  { slot: 'LGO', group: OFFICE_DIRECTOR },
  { slot: 'SEO', group: STREET_ECONOMY_DIRECTOR },
];

/** Called by the office jointly with the street economy office (S42); half of the reviewing units make it. */
const cast: MeetingCast = {
  kind: 'streetTownReview',
  secretary: OFFICE,
  conveners: ['LGO', 'SEO'],
  chairGroup: OFFICE_DIRECTOR,
  confirmers: CONVENERS,
  signers: CONVENERS,
  quorum: [1, 2],
};

/** 街镇项目研判联席会议, one batch of street and town projects: a reference for their landing service, never an approval (6.b1). */
export const streetTownReviewMachine = sitting.createMachine({
  id: STREET_TOWN_REVIEW,
  context: ({ input }) => initialContext(input, cast),
  entry: told.called,
  initial: 'preparing',
  states: {
    preparing: preparing('judge'),
    inSession: inSession('judge', ['concludeJudgement', concludingTasks.concludeJudgement.outcomes]),
    minutes,
    signing,
    numbering,
    followUp,
    archived,
    cancelled,
  },
});
