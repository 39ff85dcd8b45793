import { userTaskState } from '@landfall/process-definition';
import type { IssueContext } from '../context';
import { ladder, to } from '../ladder';
import { handOver, remind, standsIn } from '../say';
import { confirmer, OFFICE, verifier } from '../work-groups';
import { takingTheRest } from './leading-group.states';

const inState = (task: string, group: (context: IssueContext) => string, state: Parameters<typeof standsIn>[0]) => {
  const work = userTaskState<IssueContext>(task, group);
  return { entry: [work.entry, ...standsIn(state)], exit: work.exit };
};

/** 不予受理: the raiser may object, and then, as after silence, the office rules: nothing is closed by time. */
export const contested = ladder.createStateConfig({
  ...inState('issueObjection', ({ raiser }) => raiser.group, 'contested'),
  meta: { title: { zh: '不予受理，待提出人表态', en: 'Refused, the raiser is heard' }, task: 'issueObjection' },
  on: {
    'issueObjection.agree': { target: to('invalid') },
    'issueObjection.object': { target: to('ruling') },
  },
  after: { objectionLimit: { target: to('ruling') } },
});

export const ruling = ladder.createStateConfig({
  ...inState('invalidityRuling', () => OFFICE, 'ruling'),
  meta: { title: { zh: '办公室认定', en: 'The office rules' }, task: 'invalidityRuling' },
  on: {
    'invalidityRuling.toTaskForce': { target: to('unresolved.l0') },
    'invalidityRuling.toOffice': { target: to('unresolved.l1'), actions: [handOver(1)] },
    'invalidityRuling.confirmInvalid': { target: to('invalid'), actions: 'rememberReason' },
  },
  after: { rulingReminder: { actions: remind('invalidityRuling') } },
});

/** 核实: an issue never closes as solved without it (6.2 invariant 7). */
export const verifying = ladder.createStateConfig({
  ...inState('resolutionVerification', verifier, 'verifying'),
  meta: { title: { zh: '待核实', en: 'Being verified' }, task: 'resolutionVerification' },
  on: {
    'resolutionVerification.confirm': { target: to('resolved') },
    'resolutionVerification.reject': { target: to('unresolved.returning') },
  },
  after: { verificationLimit: { target: to('confirming') } },
});

export const confirming = ladder.createStateConfig({
  ...inState('closureConfirmation', confirmer, 'confirming'),
  meta: { title: { zh: '办公室确认', en: 'The office confirms' }, task: 'closureConfirmation' },
  on: {
    'closureConfirmation.confirm': { target: to('resolved') },
    'closureConfirmation.reject': { target: to('unresolved.returning') },
  },
  after: { confirmationReminder: { actions: remind('closureConfirmation') } },
});

/** 暂缓: the clock stands until the date, or until somebody takes it up again. */
export const parked = ladder.createStateConfig({
  meta: {
    title: { zh: '暂缓', en: 'Parked' },
    owner: { zh: '领导小组', en: 'the leading group' },
  },
  tags: ['clockPaused'],
  entry: [...standsIn('parked')],
  on: {
    reopen: { target: to('unresolved.l3') },
    'pushMeeting.solved': { guard: 'ofPush', target: to('verifying'), actions: 'rememberSolved' },
    ...takingTheRest,
  },
  after: { parkedUntil: { target: to('unresolved.l3') } },
});
