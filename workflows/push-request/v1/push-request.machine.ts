import { initialContext } from './context';
import { PUSH_REQUEST, request } from './request';
import { ends, recordPushRequest } from './say';
import { awaiting } from './states/awaiting.states';
import { concluding, followUp, settling } from './states/resolved.states';
import { triage } from './states/triage.states';

/** The whole path of a push request, from whoever asks for the meeting to what it decided being done (domain-model 6.b2). */
export const pushRequestMachine = request.createMachine({
  id: PUSH_REQUEST,
  context: ({ input }) => initialContext(input),
  entry: [recordPushRequest],
  initial: 'triage',
  on: {
    // An earlier meeting's work may still be going on while the request is looked at again.
    'resolution.fulfilled': { guard: 'openResolution', actions: 'rememberFulfilled' },
    'resolution.failed': { guard: 'openResolution', actions: 'rememberFailed' },
    projectEnded: { target: '.withdrawn', actions: 'rememberProjectEnded' },
  },
  states: {
    triage,
    awaiting,
    concluding,
    settling,
    followUp,
    solved: {
      type: 'final',
      meta: { title: { zh: '已解决', en: 'Solved' }, closedAs: 'solved' },
      entry: [...ends('solved', { zh: '推动申请已解决', en: 'A push request was solved' })],
    },
    byLetter: {
      type: 'final',
      meta: { title: { zh: '函件解决', en: 'Solved by letter' }, closedAs: 'byLetter' },
      entry: [...ends('byLetter', { zh: '推动申请以函件解决，不上会', en: 'A push request is solved by letter' })],
    },
    refused: {
      type: 'final',
      meta: { title: { zh: '不予受理', en: 'Refused' }, closedAs: 'refused' },
      entry: [...ends('refused', { zh: '推动申请未受理', en: 'A push request was refused' })],
    },
    merged: {
      type: 'final',
      meta: { title: { zh: '已并入', en: 'Merged' }, closedAs: 'merged' },
      entry: [...ends('merged', { zh: '推动申请已并入其他申请', en: 'A push request was merged into another' })],
    },
    notAgreed: {
      type: 'final',
      meta: { title: { zh: '未达成一致', en: 'Not agreed' }, closedAs: 'notAgreed' },
      entry: [...ends('notAgreed', { zh: '推动会未达成一致', en: 'A push meeting reached no agreement' })],
    },
    withdrawn: {
      type: 'final',
      meta: { title: { zh: '已撤回', en: 'Withdrawn' }, closedAs: 'withdrawn' },
      entry: [...ends('withdrawn', { zh: '推动申请已撤回', en: 'A push request was withdrawn' })],
    },
  },
});
