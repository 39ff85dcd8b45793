import { userTaskState } from '@landfall/process-definition';
import type { PushRequestContext } from '../context';
import { request, to } from '../request';
import { movePushRequest, remind, told } from '../say';
import { OFFICE } from '../work-groups';

const work = userTaskState<PushRequestContext>('requestTriage', () => OFFICE);

/** 受理: the office says whether a meeting is needed and who must sit (domain-model 6.b2). */
export const triage = request.createStateConfig({
  entry: [work.entry, movePushRequest('triage')],
  exit: work.exit,
  meta: { title: { zh: '待受理', en: 'Triage' }, stage: 'triage', task: 'requestTriage' },
  on: {
    'requestTriage.accept': { target: to('awaiting'), actions: ['rememberAcceptance', told.accepted] },
    'requestTriage.solveByLetter': { target: to('byLetter'), actions: 'rememberReason' },
    'requestTriage.refuse': { target: to('refused'), actions: 'rememberReason' },
    'requestTriage.merge': { target: to('merged'), actions: 'rememberMerger' },
    withdraw: { target: to('withdrawn'), actions: 'rememberReason' },
    issueClosed: { target: to('withdrawn'), actions: 'rememberIssueClosed' },
  },
  after: { triageReminder: { actions: remind('requestTriage') } },
});
