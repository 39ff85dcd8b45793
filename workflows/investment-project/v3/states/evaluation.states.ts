import type { LocalizedText } from '@landfall/process-definition';
import { userTaskState } from '@landfall/process-definition';
import type { AwaitedMaterial, LifecycleContext, Opinion, PreReviewRegion } from '../context';
import { computedFacts } from '../evaluation-form';
import { lifecycle, to } from '../lifecycle';
import {
  assignTaskForces,
  escalate,
  markDuplicate,
  recordComputedFacts,
  recordFacts,
  recordLevel,
  remind,
} from '../say';
import { scorecardOf } from '../scorecard';
import { evaluationTasks } from '../user-tasks/evaluation.tasks';
import {
  convener,
  LEADING_GROUP_EXECUTIVE,
  leadHead,
  leadSpecialist,
  missingReviewers,
  OFFICE_DIRECTOR,
} from '../work-groups';
import { officeTask, ofSlot } from './asked-unit';
import { pushRequest } from './meeting-work';

const EVALUATION_FACTS = evaluationTasks.evaluationCollecting.outcomes.submit.fields;

/** What is kept of the data; the computed figures follow what they are computed from. */
const evaluated = ['rememberEvaluation', recordFacts(...EVALUATION_FACTS), recordComputedFacts(computedFacts)] as const;

const asked = (during: AwaitedMaterial['during']) => [
  { type: 'rememberAwaitedMaterial' as const, params: { during } },
  recordFacts('missingMaterial'),
];

/** Goes on where the material was asked for: everything there is as it was, with the rest of its time. */
const goOn = (...facts: readonly string[]) =>
  [
    {
      guard: 'materialAskedInPreReview' as const,
      target: 'preReview.asBefore' as const,
      actions: ['forgetAwaitedMaterial' as const, recordFacts(...facts)],
    },
    { target: 'collecting' as const, actions: ['forgetAwaitedMaterial' as const, recordFacts(...facts)] },
  ] as const;

/** One region of the pre-review: its units are asked, reminded on day 3, and on day 5 the office decides about silence. */
const opinionRegion = (
  region: PreReviewRegion,
  task: 'industryReview' | 'factorsReview' | 'commercialReview',
  title: LocalizedText,
  units: LocalizedText,
) => {
  const said = (opinion: Opinion) => ({ actions: { type: 'rememberOpinion' as const, params: { region, opinion } } });
  return lifecycle.createStateConfig({
    meta: { title },
    initial: 'selecting',
    states: {
      selecting: {
        meta: { title: { zh: '确定审查单位', en: 'Selecting the units' } },
        always: [{ guard: { type: 'answered', params: { region } }, target: 'done' }, { target: 'reviewing' }],
      },
      reviewing: {
        ...userTaskState<LifecycleContext>(task, (context) => missingReviewers(context, region)),
        meta: { title: { zh: '征求意见', en: 'Reviewing' }, task },
        initial: 'inTime',
        always: { guard: { type: 'answered', params: { region } }, target: 'done' },
        on: {
          [`${task}.agree`]: said('agree'),
          [`${task}.agreeWithConditions`]: said('agreeWithConditions'),
          [`${task}.disagree`]: said('disagree'),
          [`${task}.requestMaterial`]: {
            target: to('active.evaluation.awaitingMaterial'),
            actions: asked('preReview'),
          },
        },
        states: {
          inTime: {
            meta: { title: { zh: '限期内', en: 'In time' }, owner: units },
            after: {
              opinionReminder: { actions: remind(task) },
              opinionOverdue: { target: 'overdue' },
            },
          },
          overdue: {
            ...officeTask('overdueOpinions', region),
            meta: { title: { zh: '逾期，待办公室决定', en: 'Overdue' }, task: 'overdueOpinions' },
            on: {
              'overdueOpinions.goOn': {
                guard: ofSlot(region),
                target: to(`active.evaluation.preReview.${region}.overdueMarked`),
                actions: { type: 'rememberOverdue', params: { region } },
              },
              'overdueOpinions.keepWaiting': { guard: ofSlot(region), target: 'inTime' },
            },
          },
        },
      },
      done: { type: 'final', meta: { title: { zh: '意见齐全', en: 'Done' } } },
      overdueMarked: { type: 'final', meta: { title: { zh: '标记逾期未反馈', en: 'Marked as overdue' } } },
    },
  });
};

/**
 * 评估: data, parallel pre-review, veto and score (domain-model 3.6 stage 2). What has been signed is a fact: no return leads
 * behind it.
 */
export const evaluation = lifecycle.createStateConfig({
  meta: { title: { zh: '评估', en: 'Evaluation' }, stage: 'evaluation' },
  initial: 'entering',
  on: { ...pushRequest, mergeDuplicate: { target: to('duplicate'), actions: markDuplicate } },
  always: { guard: 'signed', target: to('active.signing') },
  states: {
    entering: {
      meta: { title: { zh: '核对既有事实', en: 'Checking known facts' } },
      // What was signed, started or running before it was filed here is not evaluated again.
      always: [{ guard: 'committedBeforeEntry', target: to('active.signing') }, { target: 'collecting' }],
    },
    collecting: {
      ...userTaskState<LifecycleContext>('evaluationCollecting', leadSpecialist),
      meta: { title: { zh: '填报资料', en: 'Collecting' }, task: 'evaluationCollecting' },
      on: {
        'evaluationCollecting.submit': [
          { guard: 'namesLandingUnit', target: 'preReview', actions: [...evaluated, assignTaskForces] },
          { target: 'preReview', actions: [...evaluated] },
        ],
        'evaluationCollecting.requestMaterial': { target: 'awaitingMaterial', actions: asked('collecting') },
        'evaluationCollecting.backToFollowUp': { target: to('active.lead.following') },
      },
      after: {
        collectingReminder: { actions: [remind('evaluationCollecting'), escalate('evaluationCollecting', leadHead)] },
      },
    },
    // The clocks of everybody who waits for the enterprise stand still; the days are the enterprise's, and visible as such.
    awaitingMaterial: {
      ...userTaskState<LifecycleContext>('materialReceipt', leadSpecialist),
      meta: {
        title: { zh: '待企业补充材料', en: 'Waiting for the enterprise' },
        task: 'materialReceipt',
        owner: { zh: '投资方（企业）', en: 'the enterprise' },
      },
      tags: ['clockPaused'],
      on: {
        'materialReceipt.received': goOn('receivedMaterial', 'materialReceivedOn'),
        'materialReceipt.goOnWithout': goOn(),
        'materialReceipt.backToFollowUp': { target: to('active.lead.following'), actions: 'forgetAwaitedMaterial' },
      },
      after: {
        materialReminder: { actions: remind('materialReceipt') },
        materialOverdue: { actions: [remind('materialReceipt'), escalate('materialReceipt', leadHead)] },
      },
    },
    preReview: {
      type: 'parallel',
      meta: { title: { zh: '并联预审', en: 'Pre-review' } },
      onDone: 'scoring',
      states: {
        industry: opinionRegion(
          'industry',
          'industryReview',
          { zh: '产业准入', en: 'Industry access' },
          { zh: '发展改革委、主责专班', en: 'development and reform, lead task force' },
        ),
        factors: opinionRegion(
          'factors',
          'factorsReview',
          { zh: '要素保障', en: 'Land, environment, energy, safety' },
          { zh: '规划资源、生态环境、应急等', en: 'planning, environment, emergency and others' },
        ),
        commercial: opinionRegion(
          'commercial',
          'commercialReview',
          { zh: '商务条件', en: 'Business terms' },
          { zh: '财政、司法、市场监管', en: 'finance, justice, market regulation' },
        ),
        asBefore: {
          type: 'history',
          history: 'deep',
          target: 'industry',
          meta: { title: { zh: '回到原处', en: 'As before' } },
        },
        veto: {
          meta: { title: { zh: '一票否决', en: 'Veto' } },
          initial: 'selecting',
          states: {
            selecting: {
              meta: { title: { zh: '是否已裁定', en: 'Ruled already?' } },
              always: [{ guard: 'vetoOverruled', target: 'done' }, { target: 'checking' }],
            },
            checking: {
              ...userTaskState<LifecycleContext>('vetoCheck', convener),
              meta: { title: { zh: '核对清单', en: 'Checking the list' }, task: 'vetoCheck' },
              on: {
                'vetoCheck.clear': { target: 'done' },
                'vetoCheck.veto': { target: to('active.evaluation.vetoed'), actions: recordFacts('vetoItems') },
              },
              after: {
                opinionReminder: { actions: remind('vetoCheck') },
                opinionOverdue: { actions: escalate('vetoCheck', OFFICE_DIRECTOR) },
              },
            },
            done: { type: 'final', meta: { title: { zh: '已核对', en: 'Checked' } } },
          },
        },
      },
    },
    vetoed: {
      ...userTaskState<LifecycleContext>('vetoRuling', () => LEADING_GROUP_EXECUTIVE),
      meta: { title: { zh: '否决待裁定', en: 'Vetoed' }, task: 'vetoRuling' },
      on: {
        // What was still being asked when the veto came is asked again; what was said stands.
        'vetoRuling.overrule': { guard: 'reasonedOverride', target: 'preReview', actions: 'overruleVeto' },
        'vetoRuling.confirm': { target: to('rejected') },
        'vetoRuling.rework': { target: 'collecting' },
      },
      after: { vetoRulingReminder: { actions: remind('vetoRuling') } },
    },
    scoring: {
      ...userTaskState<LifecycleContext>('scoring', leadHead),
      meta: { title: { zh: '综合评分', en: 'Scoring' }, task: 'scoring' },
      on: {
        'scoring.confirm': {
          target: to('active.review'),
          actions: ['rememberScore', recordComputedFacts(scorecardOf), recordLevel],
        },
        'scoring.return': { target: 'collecting' },
      },
    },
  },
});
