import { type LocalizedText, userTaskState } from '@landfall/process-definition';
import type { LifecycleContext } from '../context';
import { lifecycle, to } from '../lifecycle';
import { escalate, recordFacts, recordMilestone, remind } from '../say';
import { signingTasks } from '../user-tasks/signing.tasks';
import { agreementApprover, landingStaff, leadHead, OFFICE } from '../work-groups';

const drafting = to('active.signing.drafting');

type ClearanceTask = 'legalClearance' | 'financeClearance' | 'industryClearance';

/** One clearance of the draft; a failed one sends the whole draft back. */
const clearance = (task: ClearanceTask, title: LocalizedText, group: (context: LifecycleContext) => string) =>
  lifecycle.createStateConfig({
    meta: { title },
    initial: 'clearing',
    states: {
      clearing: {
        ...userTaskState<LifecycleContext>(task, group),
        meta: { title: { zh: '会签中', en: 'Clearing' }, task },
        on: {
          [`${task}.pass`]: { target: 'passed' },
          [`${task}.fail`]: { target: drafting },
        },
        after: { clearanceReminder: { actions: remind(task) }, clearanceOverdue: { actions: escalate(task, OFFICE) } },
      },
      passed: { type: 'final', meta: { title: { zh: '已通过', en: 'Passed' } } },
    },
  });

/** 签约: draft, parallel clearances, approval by amount, signing (domain-model 3.6 stage 4). */
export const signing = lifecycle.createStateConfig({
  meta: { title: { zh: '签约', en: 'Signing' }, stage: 'signing' },
  initial: 'entering',
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
        signingRed: { actions: [remind('agreementDrafting'), escalate('agreementDrafting', OFFICE)] },
      },
    },
    clearance: {
      type: 'parallel',
      meta: { title: { zh: '并联会签', en: 'Clearance' } },
      onDone: 'approving',
      states: {
        legal: clearance('legalClearance', { zh: '合法性', en: 'Legality' }, () => 'L04.reviewer'),
        fairCompetition: {
          meta: { title: { zh: '公平竞争', en: 'Fair competition' } },
          initial: 'clearing',
          states: {
            clearing: {
              ...userTaskState<LifecycleContext>('fairCompetitionReview', () => 'D18.reviewer'),
              meta: { title: { zh: '审查中', en: 'Reviewing' }, task: 'fairCompetitionReview' },
              on: {
                'fairCompetitionReview.pass': {
                  target: 'passed',
                  actions: ['rememberFairReview', recordFacts('fairReviewNo', 'fairReviewResult')],
                },
                'fairCompetitionReview.fail': { target: drafting },
              },
              after: {
                clearanceReminder: { actions: remind('fairCompetitionReview') },
                clearanceOverdue: { actions: escalate('fairCompetitionReview', OFFICE) },
              },
            },
            passed: { type: 'final', meta: { title: { zh: '已通过', en: 'Passed' } } },
          },
        },
        finance: clearance('financeClearance', { zh: '资金政策', en: 'Funds and policy' }, () => 'L05.reviewer'),
        industry: clearance('industryClearance', { zh: '产业主管', en: 'Industry' }, leadHead),
        land: {
          meta: { title: { zh: '用地条款', en: 'Land clauses' } },
          initial: 'selecting',
          states: {
            selecting: {
              meta: { title: { zh: '是否含用地条款', en: 'Any land clauses?' } },
              always: [{ guard: 'withoutLandClauses', target: 'notNeeded' }, { target: 'clearing' }],
            },
            clearing: {
              ...userTaskState<LifecycleContext>('landClearance', () => 'M02.reviewer'),
              meta: { title: { zh: '会签中', en: 'Clearing' }, task: 'landClearance' },
              on: {
                'landClearance.pass': { target: 'passed' },
                'landClearance.fail': { target: drafting },
              },
              after: {
                clearanceReminder: { actions: remind('landClearance') },
                clearanceOverdue: { actions: escalate('landClearance', OFFICE) },
              },
            },
            passed: { type: 'final', meta: { title: { zh: '已通过', en: 'Passed' } } },
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
      after: { approvalReminder: { actions: [remind('agreementApproval'), escalate('agreementApproval', OFFICE)] } },
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
      after: { signingRecordReminder: { actions: [remind('signingRecord'), escalate('signingRecord', OFFICE)] } },
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
