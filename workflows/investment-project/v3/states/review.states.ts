import { userTaskState } from '@landfall/process-definition';
import type { LifecycleContext } from '../context';
import { lifecycle, to } from '../lifecycle';
import { assignTaskForces, recordFacts, remind } from '../say';
import { conditionsFulfilled, conditionsLapsed } from '../say-to-meetings';
import { confirmer, landingHead, landingStaff, OFFICE } from '../work-groups';
import { onAgenda, queued } from './meeting.states';
import { pushRequest } from './meeting-work';

const signing = to('active.signing');
const collecting = to('active.evaluation.collecting');

/** Whoever set the conditions learns that they will not be met. */
const lapsed = [conditionsLapsed, 'forgetConditions'] as const;

/**
 * 评审: the right body decides or advises; a negative advice never closes a project (domain-model 3.6 stage 3), in a
 * meeting that the project queues for. What has been signed is a fact: no return leads behind it.
 */
export const review = lifecycle.createStateConfig({
  meta: { title: { zh: '评审', en: 'Review' }, stage: 'review' },
  initial: 'routing',
  always: { guard: 'signed', target: signing },
  on: {
    ...pushRequest,
    recallFromReview: { target: collecting },
    // Another area means another body to review: the way is chosen again.
    transfer: [
      { guard: 'leavesBinhai', target: to('transferredOut') },
      { target: '.routing', actions: ['rememberTransfer', assignTaskForces] },
    ],
  },
  states: {
    routing: {
      meta: { title: { zh: '确定评审路径', en: 'Routing' } },
      always: [
        { guard: 'landsInStreetOrTown', target: 'queuedStreetTown' },
        { guard: 'needsLeadingGroup', target: 'queuedLeadingGroup' },
        { guard: 'needsDistrict', target: 'queuedDistrict' },
        { target: 'selfReview' },
      ],
    },
    selfReview: {
      ...userTaskState<LifecycleContext>('selfReview', landingHead),
      meta: { title: { zh: '开发区自评审', en: 'Self-review' }, task: 'selfReview' },
      on: {
        'selfReview.approve': { target: signing },
        'selfReview.refuse': { target: to('rejected') },
        'selfReview.lift': { target: 'queuedDistrict' },
      },
      after: { reviewReminder: { actions: remind('selfReview') } },
    },
    queuedStreetTown: queued('streetTown'),
    queuedDistrict: queued('district'),
    queuedLeadingGroup: queued('leadingGroup'),
    onAgenda,
    conditions: {
      meta: { title: { zh: '落实条件', en: 'Conditions' } },
      initial: 'fulfilling',
      on: {
        recallFromReview: { target: collecting, actions: [...lapsed] },
        transfer: [
          { guard: 'leavesBinhai', target: to('transferredOut'), actions: [...lapsed] },
          { target: to('active.review.routing'), actions: [...lapsed, 'rememberTransfer', assignTaskForces] },
        ],
      },
      states: {
        fulfilling: {
          ...userTaskState<LifecycleContext>('conditionReport', landingStaff),
          meta: { title: { zh: '落实中', en: 'Fulfilling' }, task: 'conditionReport' },
          on: {
            'conditionReport.allMet': { target: 'confirming' },
            'conditionReport.giveUp': { target: to('active.review.routing'), actions: [...lapsed] },
          },
          // Conditions that are not met in time lapse, and the project is reviewed again.
          after: { conditionsDue: { target: to('active.review.routing'), actions: [...lapsed] } },
        },
        confirming: {
          ...userTaskState<LifecycleContext>('conditionConfirmation', confirmer),
          meta: { title: { zh: '确认落实', en: 'Confirming' }, task: 'conditionConfirmation' },
          on: {
            'conditionConfirmation.confirm': { target: signing, actions: [conditionsFulfilled, 'forgetConditions'] },
            'conditionConfirmation.notMet': { target: 'fulfilling' },
          },
        },
      },
    },
    advisoryNegative: {
      ...userTaskState<LifecycleContext>('advisoryDecision', landingHead),
      meta: { title: { zh: '暂不建议，待决定', en: 'Advisory negative' }, task: 'advisoryDecision' },
      on: {
        'advisoryDecision.proceed': {
          guard: 'reasonedOverride',
          target: signing,
          actions: ['rememberAdvisoryOverride', recordFacts('overrideReason')],
        },
        'advisoryDecision.drop': { target: to('rejected') },
        'advisoryDecision.redo': { target: collecting },
      },
      after: { advisoryReminder: { actions: remind('advisoryDecision') } },
    },
    transferSuggested: {
      ...userTaskState<LifecycleContext>('transferRuling', () => OFFICE),
      meta: { title: { zh: '建议流转，待办理', en: 'Transfer suggested' }, task: 'transferRuling' },
      on: {
        'transferRuling.transfer': { target: 'routing', actions: ['rememberTransfer', assignTaskForces] },
        'transferRuling.transferOut': { target: to('transferredOut') },
        'transferRuling.keep': { target: 'routing' },
      },
    },
  },
});
