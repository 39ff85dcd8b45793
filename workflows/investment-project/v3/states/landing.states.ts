import { type LocalizedText, userTaskState } from '@landfall/process-definition';
import type { LifecycleContext } from '../context';
import { type Track, trackGroup } from '../landing-tracks';
import { lifecycle, to } from '../lifecycle';
import { escalate, recordFacts, recordMilestone, remind } from '../say';
import { landingTasks, registrationTasks } from '../user-tasks/landing.tasks';
import { landingHead, landingStaff } from '../work-groups';
import { askedUnit, officeTask, ofSlot } from './asked-unit';
import { pushRequest } from './meeting-work';

/** 注册: the landing unit and the market regulation task force get the licence together (S23, 3.6 stage 5). */
export const registration = lifecycle.createStateConfig({
  meta: { title: { zh: '注册', en: 'Registration' }, stage: 'registration' },
  initial: 'entering',
  on: pushRequest,
  states: {
    entering: {
      meta: { title: { zh: '核对既有里程碑', en: 'Checking the milestone' } },
      always: [{ guard: 'registered', target: to('active.landing') }, { target: 'preparing' }],
    },
    preparing: {
      ...userTaskState<LifecycleContext>('enterpriseRegistration', (context) => [
        { slot: context.landingUnit ?? 'LGO', group: landingStaff(context) },
        { slot: 'D18', group: 'D18.specialist' },
      ]),
      meta: { title: { zh: '办理注册', en: 'Preparing' }, task: 'enterpriseRegistration' },
      always: { guard: 'registered', target: to('active.landing') },
      on: {
        'enterpriseRegistration.licensed': {
          guard: 'registrationHasCome',
          target: to('active.landing'),
          actions: [
            { type: 'rememberMilestone', params: { milestone: 'registeredOn' } },
            recordFacts(...registrationTasks.enterpriseRegistration.outcomes.licensed.fields),
            recordMilestone('registeredOn'),
          ],
        },
        'enterpriseRegistration.abandon': { target: to('terminating') },
      },
      after: {
        registrationWarning: {
          actions: [remind('enterpriseRegistration'), escalate('enterpriseRegistration', landingHead)],
        },
      },
    },
  },
});

type TrackTask = Exclude<keyof typeof landingTasks, 'landingPlan' | 'startConfirmation' | 'constructionProgress'>;

/** Facts of a track; permit numbers and notes stay with the task, because several tracks have one. */
const trackFacts = (task: TrackTask) =>
  Object.keys(landingTasks[task].fields).filter((name) => !['permitNo', 'grantedOn', 'note', 'reason'].includes(name));

/** One track of the landing: passed over when the carrier does not need it; a block is the office's business at once. */
const landingTrack = (track: Track, task: TrackTask, title: LocalizedText) => {
  const asked = askedUnit({
    region: track,
    task,
    title: { zh: '办理中', en: 'Working' },
    units: landingTasks[task].owner,
    group: (context) => trackGroup(context, track),
    reminder: 'trackReminder',
    overdue: 'trackOverdue',
  });
  const done = { target: 'done', actions: recordFacts(...trackFacts(task)) } as const;
  return lifecycle.createStateConfig({
    meta: { title },
    initial: 'selecting',
    states: {
      selecting: {
        meta: { title: { zh: '是否涉及', en: 'Needed?' } },
        always: [{ guard: { type: 'trackNotNeeded', params: { track } }, target: 'notNeeded' }, { target: 'working' }],
      },
      working: {
        ...asked,
        on: {
          [`${task}.done`]: done,
          [`${task}.notApplicable`]: { target: 'notNeeded' },
          [`${task}.blocked`]: { target: 'blocked' },
        },
      },
      // The unit may still report while the office clears the block.
      blocked: {
        entry: asked.entry,
        exit: asked.exit,
        meta: { title: { zh: '受阻', en: 'Blocked' }, task },
        initial: 'coordinating',
        on: {
          [`${task}.done`]: done,
          [`${task}.notApplicable`]: { target: 'notNeeded' },
          [`${task}.blocked`]: { target: 'blocked', reenter: true },
          'blockedTrack.coordinated': { guard: ofSlot(track), target: 'working' },
        },
        states: {
          coordinating: {
            ...officeTask('blockedTrack', track),
            meta: { title: { zh: '办公室协调', en: 'Coordinated by the office' }, task: 'blockedTrack' },
          },
        },
      },
      done: { type: 'final', meta: { title: { zh: '已办结', en: 'Done' } } },
      notNeeded: { type: 'final', meta: { title: { zh: '不涉及', en: 'Not needed' } } },
    },
  });
};

/** 落地: plan, parallel tracks by carrier mode, start, construction (domain-model 3.6 stage 6). */
export const landing = lifecycle.createStateConfig({
  meta: { title: { zh: '落地', en: 'Landing' }, stage: 'landing' },
  initial: 'entering',
  on: pushRequest,
  // Operation may be recorded at any time; nothing of the landing is left to do then.
  always: { guard: 'operated', target: to('active.results') },
  states: {
    entering: {
      meta: { title: { zh: '核对既有里程碑', en: 'Checking the milestones' } },
      always: [
        { guard: 'operated', target: to('active.results') },
        { guard: 'started', target: 'building' },
        { target: 'planning' },
      ],
    },
    planning: {
      ...userTaskState<LifecycleContext>('landingPlan', landingStaff),
      meta: { title: { zh: '制定计划', en: 'Planning' }, task: 'landingPlan' },
      always: { guard: 'started', target: 'building' },
      on: {
        'landingPlan.set': {
          target: 'preparing',
          actions: ['rememberCarrierMode', recordFacts('carrierMode', 'plannedStartOn', 'plannedOperationOn')],
        },
      },
      after: { planReminder: { actions: [remind('landingPlan'), escalate('landingPlan', landingHead)] } },
    },
    preparing: {
      type: 'parallel',
      meta: { title: { zh: '并联办理', en: 'Preparing' } },
      always: { guard: 'started', target: 'building' },
      onDone: 'starting',
      states: {
        filing: landingTrack('filing', 'filingTrack', { zh: '立项', en: 'Filing' }),
        land: landingTrack('land', 'landTrack', { zh: '用地', en: 'Land' }),
        planning: landingTrack('planning', 'planningTrack', { zh: '规划', en: 'Planning' }),
        environment: landingTrack('environment', 'environmentTrack', { zh: '环评', en: 'Environment' }),
        energy: landingTrack('energy', 'energyTrack', { zh: '节能', en: 'Energy' }),
        safety: landingTrack('safety', 'safetyTrack', { zh: '安全', en: 'Safety' }),
        construction: landingTrack('construction', 'constructionTrack', { zh: '施工', en: 'Construction' }),
        funds: landingTrack('funds', 'fundsTrack', { zh: '资金', en: 'Funds' }),
      },
    },
    starting: {
      ...userTaskState<LifecycleContext>('startConfirmation', landingStaff),
      meta: { title: { zh: '待开工', en: 'Starting' }, task: 'startConfirmation' },
      always: { guard: 'started', target: 'building' },
      on: {
        'startConfirmation.confirm': {
          guard: 'startHasCome',
          target: 'building',
          actions: [
            { type: 'rememberMilestone', params: { milestone: 'startedOn' } },
            recordFacts('startEvidence'),
            recordMilestone('startedOn'),
          ],
        },
      },
      after: {
        startReminder: { actions: remind('startConfirmation') },
        startNotice: { actions: [remind('startConfirmation'), escalate('startConfirmation', landingHead)] },
      },
    },
    building: {
      ...userTaskState<LifecycleContext>('constructionProgress', landingStaff),
      meta: { title: { zh: '建设中', en: 'Building' }, task: 'constructionProgress' },
      on: {
        'constructionProgress.report': {
          target: 'building',
          reenter: true,
          actions: recordFacts('progressPercent', 'faiCompleted', 'fundsInPlace'),
        },
        'constructionProgress.completed': {
          target: to('active.results'),
          actions: recordFacts('completedOn', 'faiCompleted'),
        },
      },
      after: {
        progressReminder: { actions: remind('constructionProgress') },
        progressOverdue: { actions: [remind('constructionProgress'), escalate('constructionProgress', landingHead)] },
      },
    },
  },
});
