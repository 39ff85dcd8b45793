import { initialContext } from './context';
import { ISSUE, ladder } from './ladder';
import { ends, recordIssue, recordMeetingAnswer, tellMeetingAnswer } from './say';
import { confirming, contested, parked, ruling, verifying } from './states/closing.states';
import { unresolved } from './states/handling.states';
import { keeping } from './states/leading-group.states';

/** The whole path of an issue, from whoever raises it to whoever verifies that it is solved (domain-model 6.d). */
export const issueMachine = ladder.createMachine({
  id: ISSUE,
  context: ({ input }) => initialContext(input),
  entry: [recordIssue],
  initial: 'unresolved',
  on: {
    withdraw: { target: '.withdrawn', actions: 'rememberReason' },
    projectEnded: '.lapsed',
    // Wherever an issue stands without being worked on, it keeps what its push request is answered.
    'pushMeeting.decided': { guard: 'ofPush', actions: ['rememberDecided', recordMeetingAnswer] },
    'pushMeeting.solved': { guard: 'ofPush', actions: ['forgetPush', recordMeetingAnswer] },
    'pushMeeting.notAgreed': { guard: 'ofPush', actions: ['rememberNotAgreed', recordMeetingAnswer] },
    'pushMeeting.ended': {
      guard: 'ofPush',
      actions: [
        'forgetPush',
        recordMeetingAnswer,
        tellMeetingAnswer({ zh: '推动申请未上会', en: 'A push request ended without its meeting' }),
      ],
    },
    ...keeping,
  },
  states: {
    unresolved,
    contested,
    ruling,
    verifying,
    confirming,
    parked,
    resolved: {
      type: 'final',
      meta: { title: { zh: '已解决', en: 'Resolved' }, closedAs: 'resolved' },
      entry: [...ends('resolved', { zh: '堵点已解决', en: 'An issue was resolved' })],
    },
    invalid: {
      type: 'final',
      meta: { title: { zh: '不属于堵点', en: 'Not an issue' }, closedAs: 'invalid' },
      entry: [...ends('invalid', { zh: '认定不属于堵点', en: 'An issue was found to be none' })],
    },
    withdrawn: {
      type: 'final',
      meta: { title: { zh: '已撤回', en: 'Withdrawn' }, closedAs: 'withdrawn' },
      entry: [...ends('withdrawn', { zh: '堵点已撤回', en: 'An issue was withdrawn' })],
    },
    lapsed: {
      type: 'final',
      meta: { title: { zh: '项目已结束', en: 'Project ended' }, closedAs: 'lapsed' },
      entry: [...ends('lapsed', { zh: '项目已结束，堵点关闭', en: 'An issue lapsed with its project' })],
    },
  },
});
