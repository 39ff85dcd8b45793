import { userTaskState } from '@landfall/process-definition';
import type { LifecycleContext } from '../context';
import { lifecycle, to } from '../lifecycle';
import { conditionsLapsed } from '../say-to-meetings';
import { OFFICE, OFFICE_DIRECTOR } from '../work-groups';

/** 暂停: the work of the project leaves all inboxes and comes back as it was; the office looks at it every 30 days. */
export const suspended = lifecycle.createStateConfig({
  meta: { title: { zh: '已暂停', en: 'Suspended' } },
  tags: ['suspended', 'clockPaused'],
  initial: 'paused',
  on: {
    resume: { target: to('active.asBefore'), actions: 'forgetSuspension' },
    requestTermination: { target: to('terminating') },
  },
  states: {
    paused: {
      meta: { title: { zh: '暂停中', en: 'Paused' }, owner: { zh: '申请暂停的单位', en: 'whoever suspended it' } },
      after: { suspensionReviewDue: 'reviewing' },
    },
    reviewing: {
      ...userTaskState<LifecycleContext>('suspensionReview', () => OFFICE),
      meta: { title: { zh: '暂停复核', en: 'Suspension review' }, task: 'suspensionReview' },
      on: {
        'suspensionReview.resume': { target: to('active.asBefore'), actions: 'forgetSuspension' },
        'suspensionReview.prolong': { target: 'paused', actions: 'rememberSuspension' },
        'suspensionReview.endProject': { target: to('terminating') },
      },
    },
  },
});

/** 终止审批: the office ends the project or sends it back as it was; until it decides the work and its clocks stand still. */
export const terminating = lifecycle.createStateConfig({
  ...userTaskState<LifecycleContext>('terminationDecision', () => OFFICE_DIRECTOR),
  meta: { title: { zh: '终止审批', en: 'Terminating' }, task: 'terminationDecision' },
  tags: ['clockPaused'],
  on: {
    'terminationDecision.approve': { target: to('terminated'), actions: [conditionsLapsed, 'forgetConditions'] },
    'terminationDecision.refuse': [
      { guard: 'wasSuspended', target: to('suspended') },
      { target: to('active.asBefore') },
    ],
  },
});
