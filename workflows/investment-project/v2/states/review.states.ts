import { userTaskState } from '@landfall/process-definition';
import type { LifecycleContext } from '../context';
import { lifecycle, to } from '../lifecycle';
import { assignTaskForces, escalate, recordFacts, remind } from '../say';
import {
  confirmer,
  LEADING_GROUP_EXECUTIVE,
  landingHead,
  landingStaff,
  OFFICE,
  OFFICE_DIRECTOR,
  STREET_ECONOMY_OFFICE,
} from '../work-groups';

const signing = to('active.signing');
const collecting = to('active.evaluation.collecting');

/**
 * 评审: the right body decides or advises; a negative advice never closes a project (domain-model 3.6 stage 3). What has
 * been signed is a fact: no return leads behind it.
 */
export const review = lifecycle.createStateConfig({
  meta: { title: { zh: '评审', en: 'Review' }, stage: 'review' },
  initial: 'routing',
  always: { guard: 'signed', target: signing },
  on: {
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
    queuedStreetTown: {
      ...userTaskState<LifecycleContext>('streetTownReview', () => STREET_ECONOMY_OFFICE),
      meta: { title: { zh: '待街镇研判会', en: 'Queued for the street-town meeting' }, task: 'streetTownReview' },
      on: {
        'streetTownReview.proceed': { target: signing },
        'streetTownReview.proceedWithConditions': {
          target: 'conditions',
          actions: ['rememberConditions', recordFacts('conditions', 'conditionsDueOn')],
        },
        'streetTownReview.supplement': { target: collecting },
        'streetTownReview.suggestTransfer': { target: 'transferSuggested' },
        'streetTownReview.notRecommended': { target: 'advisoryNegative' },
      },
      after: { reviewReminder: { actions: [remind('streetTownReview'), escalate('streetTownReview', OFFICE)] } },
    },
    queuedDistrict: {
      ...userTaskState<LifecycleContext>('districtReview', () => OFFICE),
      meta: { title: { zh: '待区级评审', en: 'Queued for the district' }, task: 'districtReview' },
      on: {
        'districtReview.approve': { target: signing },
        'districtReview.approveWithConditions': {
          target: 'conditions',
          actions: ['rememberConditions', recordFacts('conditions', 'conditionsDueOn')],
        },
        'districtReview.defer': { target: 'queuedDistrict', reenter: true },
        'districtReview.refuse': { target: to('rejected') },
        'districtReview.referUp': { target: 'queuedLeadingGroup' },
      },
      after: { reviewReminder: { actions: [remind('districtReview'), escalate('districtReview', OFFICE_DIRECTOR)] } },
    },
    queuedLeadingGroup: {
      ...userTaskState<LifecycleContext>('leadingGroupReview', () => LEADING_GROUP_EXECUTIVE),
      meta: { title: { zh: '待领导小组专题会', en: 'Queued for the leading group' }, task: 'leadingGroupReview' },
      on: {
        'leadingGroupReview.approve': { target: signing },
        'leadingGroupReview.approveWithConditions': {
          target: 'conditions',
          actions: ['rememberConditions', recordFacts('conditions', 'conditionsDueOn')],
        },
        'leadingGroupReview.defer': { target: 'queuedLeadingGroup', reenter: true },
        'leadingGroupReview.refuse': { target: to('rejected') },
      },
      after: { reviewReminder: { actions: remind('leadingGroupReview') } },
    },
    conditions: {
      meta: { title: { zh: '落实条件', en: 'Conditions' } },
      initial: 'fulfilling',
      states: {
        fulfilling: {
          ...userTaskState<LifecycleContext>('conditionReport', landingStaff),
          meta: { title: { zh: '落实中', en: 'Fulfilling' }, task: 'conditionReport' },
          on: {
            'conditionReport.allMet': { target: 'confirming' },
            'conditionReport.giveUp': { target: to('active.review.routing') },
          },
          // Conditions that are not met in time lapse, and the project is reviewed again.
          after: { conditionsDue: { target: to('active.review.routing') } },
        },
        confirming: {
          ...userTaskState<LifecycleContext>('conditionConfirmation', confirmer),
          meta: { title: { zh: '确认落实', en: 'Confirming' }, task: 'conditionConfirmation' },
          on: {
            'conditionConfirmation.confirm': { target: signing },
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
