import { request, to } from '../request';
import { comesBack, movePushRequest, told } from '../say';
import { taking } from './taking';

/** What was voided comes back to the office; what is done is done. */
const outcomes = [
  { guard: 'hasFailed' as const, target: to('triage'), actions: [...comesBack] },
  { guard: 'nothingOpen' as const, target: to('solved') },
] as const;

/** What nobody carries out any more is not waited for: the director takes the request back. */
const takeBack = { target: to('triage'), actions: ['rememberTakenBack' as const, ...comesBack] };

const failing = { guard: 'openResolution' as const, actions: ['rememberFailed' as const, 'rememberFailure' as const] };

/** 议定中: resolutions arrive one after the other, before or after the word that they are all. */
export const concluding = request.createStateConfig({
  meta: {
    title: { zh: '议定事项送达中', en: 'Resolutions arriving' },
    stage: 'concluding',
    owner: { zh: '推动会召集单位', en: 'the convener of the meeting' },
  },
  entry: [movePushRequest('concluding')],
  on: {
    ...taking(),
    'item.concluded': { guard: 'conclusion', actions: 'rememberConclusion' },
    'resolution.failed': failing,
    takeBack,
  },
  always: { guard: 'allTaken', target: to('settling') },
  after: { concludingReminder: { actions: told.incomplete } },
});

export const settling = request.createStateConfig({
  meta: { title: { zh: '议定结果', en: 'Settling' } },
  always: [...outcomes, { target: to('followUp') }],
});

/** 跟踪落实: the supervision items of the meeting do the work; the request waits for all of them. */
export const followUp = request.createStateConfig({
  meta: {
    title: { zh: '跟踪落实', en: 'Followed up' },
    stage: 'followUp',
    owner: { zh: '议定事项的主办单位', en: 'the lead units of the resolutions' },
  },
  entry: [movePushRequest('followUp')],
  on: { 'resolution.failed': failing, takeBack },
  always: [...outcomes],
  after: { followUpCheck: { target: to('followUp'), reenter: true, actions: told.stillOpen } },
});
