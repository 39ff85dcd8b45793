import { type LocalizedText, userTaskState } from '@landfall/process-definition';
import type { LifecycleContext } from '../context';
import { lifecycle, to } from '../lifecycle';
import { escalate, recordFacts, recordMilestone, remind } from '../say';
import { signingTasks } from '../user-tasks/signing.tasks';
import { agreementApprover, landingHead, landingStaff, leadHead, OFFICE } from '../work-groups';
import { askedUnit } from './asked-unit';
import { pushRequest } from './meeting-work';

const drafting = to('active.signing.drafting');

type Region = 'legal' | 'fairCompetition' | 'finance' | 'industry' | 'land';
type ClearanceTask = keyof typeof signingTasks & `${string}${'Clearance' | 'CompetitionReview'}`;

/** The state in which one unit clears the draft; a draft that fails once goes back as a whole. */
const clearing = (
  region: Region,
  task: ClearanceTask,
  units: LocalizedText,
  group: (context: LifecycleContext) => string,
) => {
  const asked = askedUnit({
    region,
    task,
    title: { zh: '会签中', en: 'Clearing' },
    units,
    group,
    reminder: 'clearanceReminder',
    overdue: 'clearanceOverdue',
  });
  return lifecycle.createStateConfig({
    ...asked,
    on: {
      [`${task}.pass`]: { target: 'passed', actions: passed(task) },
      [`${task}.fail`]: { target: drafting },
    },
  });
};

const passed = (task: ClearanceTask) =>
  task === 'fairCompetitionReview'
    ? (['rememberFairReview', recordFacts('fairReviewNo', 'fairReviewResult')] as const)
    : ([] as const);

const PASSED = { type: 'final', meta: { title: { zh: '已通过', en: 'Passed' } } } as const;

const clearance = (
  region: Exclude<Region, 'land'>,
  task: ClearanceTask,
  title: LocalizedText,
  units: LocalizedText,
  group: (context: LifecycleContext) => string,
) =>
  lifecycle.createStateConfig({
    meta: { title },
    initial: 'clearing',
    states: { clearing: clearing(region, task, units, group), passed: PASSED },
  });

/**
 * 签约: draft, parallel clearances, approval by amount, signing (domain-model 3.6 stage 4). What has been signed is a fact:
 * no return leads behind it.
 */
export const signing = lifecycle.createStateConfig({
  meta: { title: { zh: '签约', en: 'Signing' }, stage: 'signing' },
  initial: 'entering',
  on: pushRequest,
  always: { guard: 'signed', target: to('active.registration') },
  states: {
    entering: {
      meta: { title: { zh: '核对既有里程碑', en: 'Checking the milestone' } },
      always: [{ guard: 'signed', target: to('active.registration') }, { target: 'drafting' }],
    },
    drafting: {
      ...userTaskState<LifecycleContext>('agreementDrafting', landingStaff),
      meta: { title: { zh: '起草协议', en: 'Drafting' }, task: 'agreementDrafting' },
      on: {
        'agreementDrafting.submit': {
          target: 'clearance',
          actions: ['rememberAgreement', recordFacts(...signingTasks.agreementDrafting.outcomes.submit.fields)],
        },
      },
      after: {
        signingYellow: { actions: remind('agreementDrafting') },
        signingRed: { actions: [remind('agreementDrafting'), escalate('agreementDrafting', landingHead)] },
      },
    },
    clearance: {
      type: 'parallel',
      meta: { title: { zh: '并联会签', en: 'Clearance' } },
      onDone: 'approving',
      states: {
        legal: clearance(
          'legal',
          'legalClearance',
          { zh: '合法性', en: 'Legality' },
          { zh: '区司法局', en: 'justice' },
          () => 'L04.reviewer',
        ),
        fairCompetition: clearance(
          'fairCompetition',
          'fairCompetitionReview',
          { zh: '公平竞争', en: 'Fair competition' },
          { zh: '区市场监管局', en: 'market regulation' },
          () => 'D18.reviewer',
        ),
        finance: clearance(
          'finance',
          'financeClearance',
          { zh: '资金政策', en: 'Funds and policy' },
          { zh: '区财政局', en: 'finance' },
          () => 'L05.reviewer',
        ),
        industry: clearance(
          'industry',
          'industryClearance',
          { zh: '产业主管', en: 'Industry' },
          { zh: '主责专班', en: 'lead task force' },
          leadHead,
        ),
        land: {
          meta: { title: { zh: '用地条款', en: 'Land clauses' } },
          initial: 'selecting',
          states: {
            selecting: {
              meta: { title: { zh: '是否含用地条款', en: 'Any land clauses?' } },
              always: [{ guard: 'withoutLandClauses', target: 'notNeeded' }, { target: 'clearing' }],
            },
            clearing: clearing('land', 'landClearance', { zh: '规划资源分局', en: 'planning' }, () => 'M02.reviewer'),
            passed: PASSED,
            notNeeded: { type: 'final', meta: { title: { zh: '不涉及', en: 'Not needed' } } },
          },
        },
      },
    },
    approving: {
      ...userTaskState<LifecycleContext>('agreementApproval', agreementApprover),
      meta: { title: { zh: '分级审批', en: 'Approving' }, task: 'agreementApproval' },
      on: {
        'agreementApproval.approve': { target: 'ready' },
        'agreementApproval.return': { target: 'drafting' },
        'agreementApproval.refuse': { target: to('rejected') },
      },
      after: { approvalReminder: { actions: remind('agreementApproval') } },
    },
    ready: {
      ...userTaskState<LifecycleContext>('signingRecord', landingStaff),
      meta: { title: { zh: '待签约', en: 'Ready to sign' }, task: 'signingRecord' },
      on: {
        'signingRecord.recordFormal': {
          guard: 'formalSigningAllowed',
          target: to('active.registration'),
          actions: [
            { type: 'rememberMilestone', params: { milestone: 'signedOn' } },
            recordMilestone('signedOn'),
            recordFacts('agreementNo'),
          ],
        },
        'signingRecord.recordFramework': {
          guard: 'frameworkSigningAllowed',
          target: 'framework',
          actions: recordFacts('agreementNo'),
        },
        'signingRecord.redraft': { target: 'drafting' },
      },
      after: { signingRecordReminder: { actions: [remind('signingRecord'), escalate('signingRecord', landingHead)] } },
    },
    framework: {
      ...userTaskState<LifecycleContext>('frameworkFollowUp', landingStaff),
      meta: { title: { zh: '框架协议有效期', en: 'Framework' }, task: 'frameworkFollowUp' },
      on: { 'frameworkFollowUp.draftFormal': { target: 'drafting' } },
      after: { frameworkExpiry: 'frameworkExpired' },
    },
    frameworkExpired: {
      ...userTaskState<LifecycleContext>('frameworkExpiry', () => OFFICE),
      meta: { title: { zh: '框架协议到期', en: 'Framework expired' }, task: 'frameworkExpiry' },
      on: {
        'frameworkExpiry.extend': { target: 'framework' },
        'frameworkExpiry.draftFormal': { target: 'drafting' },
        'frameworkExpiry.endProject': { target: to('terminating') },
      },
    },
  },
});
