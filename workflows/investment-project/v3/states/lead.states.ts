import { userTaskState } from '@landfall/process-definition';
import type { LifecycleContext } from '../context';
import { lifecycle, to } from '../lifecycle';
import { assignTaskForces, escalate, markDuplicate, recordFacts, recordLevel, remind } from '../say';
import { landingStaff, leadHead, leadSpecialist, OFFICE, screener } from '../work-groups';

/** A lead goes to its task force when exactly one is known, else the office dispatches it: never a guess. */
const routeCleared = [
  { guard: 'routed', target: to('active.lead.screening'), actions: 'forgetMatches' },
  { target: to('active.lead.dispatch'), actions: 'forgetMatches' },
] as const;

/** 线索: from the filed lead to a clear intent to invest (domain-model 3.6 stage 1). */
export const lead = lifecycle.createStateConfig({
  meta: { title: { zh: '线索', en: 'Lead' }, stage: 'lead' },
  initial: 'duplicateCheck',
  on: {
    withdraw: { target: to('discarded') },
    mergeDuplicate: { target: to('duplicate'), actions: markDuplicate },
  },
  states: {
    duplicateCheck: {
      meta: { title: { zh: '自动查重', en: 'Duplicate check' }, owner: { zh: '系统', en: 'the system' } },
      entry: 'checkDuplicates',
      on: {
        'duplicateCheck.clear': [...routeCleared],
        'duplicateCheck.suspect': { target: 'duplicateReview', actions: 'rememberMatches' },
      },
      after: { duplicateCheckAnswer: 'duplicateReview' },
    },
    duplicateReview: {
      ...userTaskState<LifecycleContext>('duplicateReview', () => OFFICE),
      meta: { title: { zh: '核实撞单', en: 'Duplicate review' }, task: 'duplicateReview' },
      on: {
        'duplicateReview.notDuplicate': [...routeCleared],
        'duplicateReview.merge': { target: to('duplicate'), actions: markDuplicate },
        // The check may answer after its five minutes; a late all-clear ends the waiting.
        'duplicateCheck.clear': [...routeCleared],
        'duplicateCheck.suspect': { actions: 'rememberMatches' },
      },
    },
    dispatch: {
      ...userTaskState<LifecycleContext>('leadDispatch', () => OFFICE),
      meta: { title: { zh: '办公室分派', en: 'Dispatch' }, task: 'leadDispatch' },
      on: { 'leadDispatch.assign': { target: 'screening', actions: ['rememberDispatch', assignTaskForces] } },
    },
    screening: {
      ...userTaskState<LifecycleContext>('leadScreening', screener),
      meta: { title: { zh: '初步研判', en: 'Screening' }, task: 'leadScreening' },
      on: {
        'leadScreening.pass': [
          {
            guard: 'hasLandingUnit',
            target: 'acceptance',
            actions: [
              'rememberFacts',
              'rememberLevel',
              recordFacts('industryCode', 'industryFocus', 'feasibilityNote'),
              recordLevel,
            ],
          },
          {
            target: 'following',
            actions: [
              'rememberFacts',
              'rememberLevel',
              recordFacts('industryCode', 'industryFocus', 'feasibilityNote'),
              recordLevel,
            ],
          },
        ],
        'leadScreening.return': { target: 'correction' },
        'leadScreening.reject': { target: to('rejected') },
      },
    },
    correction: {
      ...userTaskState<LifecycleContext>('leadCorrection', (context) => context.filer.group),
      meta: { title: { zh: '报送单位补正', en: 'Correction' }, task: 'leadCorrection' },
      tags: ['clockPaused'],
      on: {
        'leadCorrection.resubmit': {
          target: 'duplicateCheck',
          actions: ['rememberFacts', recordFacts('projectName', 'investorName', 'totalInvestment', 'brief')],
        },
        'leadCorrection.discard': { target: to('discarded') },
      },
      after: { correctionReminder: { actions: remind('leadCorrection') } },
    },
    acceptance: {
      ...userTaskState<LifecycleContext>('referralAcceptance', landingStaff),
      meta: { title: { zh: '落地区域承接', en: 'Acceptance' }, task: 'referralAcceptance' },
      on: {
        'referralAcceptance.accept': { target: 'following', actions: recordFacts('servicePerson') },
        'referralAcceptance.decline': { target: 'dispatch', actions: ['forgetLandingUnit', assignTaskForces] },
      },
      // Silence is not acceptance: the office dispatches anew.
      after: { acceptanceOverdue: { actions: remind('referralAcceptance') }, acceptanceLapse: { target: 'dispatch' } },
    },
    following: {
      ...userTaskState<LifecycleContext>('leadFollowUp', leadSpecialist),
      meta: { title: { zh: '跟踪洽谈', en: 'Following' }, task: 'leadFollowUp' },
      on: {
        // Every recorded follow-up enters the state anew, so that its three clocks start again.
        'leadFollowUp.logFollowUp': { target: 'following', reenter: true },
        'leadFollowUp.startEvaluation': { target: to('active.evaluation'), actions: recordFacts('investmentIntent') },
        'leadFollowUp.recycle': { target: 'dispatch' },
        'leadFollowUp.giveUp': { target: to('rejected') },
      },
      after: {
        followUpReminder: { actions: remind('leadFollowUp') },
        followUpYellow: { actions: [remind('leadFollowUp'), escalate('leadFollowUp', leadHead)] },
        followUpRecycle: { target: 'dispatch' },
      },
    },
  },
});
