import { initialContext } from './context';
import { LIFECYCLE, lifecycle, to } from './lifecycle';
import { assignTaskForces, recordFacts, recordReachedMilestone } from './say';
import { suspended, terminating } from './states/control.states';
import { evaluation } from './states/evaluation.states';
import { landing, registration } from './states/landing.states';
import { lead } from './states/lead.states';
import { meetingWork } from './states/meeting-work';
import { results } from './states/results.states';
import { review } from './states/review.states';
import { signing } from './states/signing.states';

/** The whole path of an investment project, from its first lead to results (domain-model 6.a). */
export const investmentProjectMachine = lifecycle.createMachine({
  id: LIFECYCLE,
  context: ({ input }) => initialContext(input),
  initial: 'active',
  on: {
    correct: {
      actions: [
        'rememberFacts',
        recordFacts('projectName', 'investorName', 'industryFocus', 'totalInvestment', 'brief'),
      ],
    },
  },
  states: {
    active: {
      meta: { title: { zh: '推进中', en: 'Active' } },
      initial: 'lead',
      on: {
        suspend: { guard: 'withinOwnPower', target: 'suspended', actions: 'rememberSuspension' },
        requestTermination: { target: 'terminating' },
        transfer: [
          { guard: 'leavesBinhai', target: 'transferredOut' },
          // The state stays; its work is opened again for the receiving unit.
          { target: to('active.asBefore'), reenter: true, actions: ['rememberTransfer', assignTaskForces] },
        ],
        milestoneReached: {
          guard: 'milestoneIsNew',
          actions: [
            'rememberReachedMilestone',
            recordReachedMilestone,
            recordFacts('enterpriseName', 'enterpriseUscc'),
          ],
        },
        ...meetingWork,
      },
      states: {
        lead,
        evaluation,
        review,
        signing,
        registration,
        landing,
        results,
        asBefore: {
          type: 'history',
          history: 'deep',
          target: 'lead',
          meta: { title: { zh: '回到原处', en: 'As before' } },
        },
      },
    },
    suspended,
    terminating,
    achieved: { type: 'final', meta: { title: { zh: '已见效', en: 'Achieved' }, closedAs: 'achieved' } },
    rejected: { type: 'final', meta: { title: { zh: '未通过', en: 'Rejected' }, closedAs: 'rejected' } },
    duplicate: { type: 'final', meta: { title: { zh: '撞单合并', en: 'Duplicate' }, closedAs: 'duplicate' } },
    terminated: { type: 'final', meta: { title: { zh: '已终止', en: 'Terminated' }, closedAs: 'terminated' } },
    discarded: { type: 'final', meta: { title: { zh: '已撤回', en: 'Discarded' }, closedAs: 'discarded' } },
    transferredOut: {
      type: 'final',
      meta: { title: { zh: '已流转区外', en: 'Transferred out' }, closedAs: 'transferredOut' },
    },
  },
});
