import { type LocalizedText, userTaskState } from '@landfall/process-definition';
import type { LifecycleContext } from '../context';
import { lifecycle, to } from '../lifecycle';
import { escalate, recordFacts, recordMilestone, remind } from '../say';
import { resultsTasks } from '../user-tasks/results.tasks';
import { confirmer, landingHead, landingStaff, type Verification, verifierOf } from '../work-groups';
import { askedUnit } from './asked-unit';
import { pushRequest } from './meeting-work';

type VerificationTask = 'statisticsVerification' | 'taxVerification' | 'commerceVerification' | 'registryVerification';

/** The state in which one verifier, never a unit with figures of its own, checks the filed figures. */
const verifying = (verification: Verification, task: VerificationTask) =>
  lifecycle.createStateConfig({
    ...askedUnit({
      region: verification,
      task,
      title: { zh: '核验中', en: 'Verifying' },
      units: resultsTasks[task].owner,
      group: (context) => verifierOf(context, verification),
      reminder: 'verificationReminder',
      overdue: 'verificationOverdue',
    }),
    on: {
      [`${task}.verified`]: {
        target: 'verified',
        actions: recordFacts(...resultsTasks[task].outcomes.verified.required),
      },
      [`${task}.disputed`]: { target: to('active.results.operating') },
    },
  });

const verified = { type: 'final', meta: { title: { zh: '已核验', en: 'Verified' } } } as const;

const verificationRegion = (verification: Verification, task: VerificationTask, title: LocalizedText) =>
  lifecycle.createStateConfig({
    meta: { title },
    initial: 'verifying',
    states: { verifying: verifying(verification, task), verified },
  });

/** 见效: figures, verification by others, ramp-up, recognition (domain-model 3.6 stage 7). */
export const results = lifecycle.createStateConfig({
  meta: { title: { zh: '见效', en: 'Results' }, stage: 'results' },
  initial: 'operating',
  on: pushRequest,
  states: {
    operating: {
      ...userTaskState<LifecycleContext>('figuresFiling', landingStaff),
      meta: { title: { zh: '填报数据', en: 'Operating' }, task: 'figuresFiling' },
      on: {
        'figuresFiling.file': {
          guard: 'operationHasCome',
          target: 'verifying',
          actions: [
            'rememberFiler',
            { type: 'rememberMilestone', params: { milestone: 'operatedOn' } },
            recordFacts(...resultsTasks.figuresFiling.outcomes.file.fields),
            recordMilestone('operatedOn'),
          ],
        },
      },
      after: { figuresReminder: { actions: [remind('figuresFiling'), escalate('figuresFiling', landingHead)] } },
    },
    verifying: {
      type: 'parallel',
      meta: { title: { zh: '并联核验', en: 'Verifying' } },
      onDone: 'observing',
      states: {
        statistics: verificationRegion('statistics', 'statisticsVerification', { zh: '统计', en: 'Statistics' }),
        tax: verificationRegion('tax', 'taxVerification', { zh: '税收', en: 'Tax' }),
        commerce: {
          meta: { title: { zh: '外资', en: 'Foreign capital' } },
          initial: 'selecting',
          states: {
            selecting: {
              meta: { title: { zh: '是否外资', en: 'Foreign capital?' } },
              always: [{ guard: 'withoutForeignCapital', target: 'notNeeded' }, { target: 'verifying' }],
            },
            verifying: verifying('commerce', 'commerceVerification'),
            verified,
            notNeeded: { type: 'final', meta: { title: { zh: '不涉及', en: 'Not needed' } } },
          },
        },
        registry: verificationRegion('registry', 'registryVerification', { zh: '登记', en: 'Register' }),
      },
    },
    observing: {
      meta: { title: { zh: '跟踪达产', en: 'Observing' } },
      initial: 'watching',
      states: {
        watching: {
          ...userTaskState<LifecycleContext>('earlyRecognition', confirmer),
          meta: { title: { zh: '达产跟踪', en: 'Watching' }, task: 'earlyRecognition' },
          on: { 'earlyRecognition.close': { target: to('achieved') } },
          after: { rampCheckDue: 'rampChecking' },
        },
        rampChecking: {
          ...userTaskState<LifecycleContext>('rampCheck', landingStaff),
          meta: { title: { zh: '达产核对', en: 'Ramp-up check' }, task: 'rampCheck' },
          on: {
            'rampCheck.record': [
              {
                guard: 'moreRampChecks',
                target: 'watching',
                actions: ['countRampCheck', recordFacts('outputActual', 'taxActual', 'jobsActual')],
              },
              {
                target: 'recognising',
                actions: ['countRampCheck', recordFacts('outputActual', 'taxActual', 'jobsActual')],
              },
            ],
          },
          after: { rampCheckOverdue: { actions: [remind('rampCheck'), escalate('rampCheck', landingHead)] } },
        },
        recognising: {
          ...userTaskState<LifecycleContext>('resultsRecognition', confirmer),
          meta: { title: { zh: '待认定', en: 'Recognising' }, task: 'resultsRecognition' },
          on: {
            'resultsRecognition.close': { target: to('achieved') },
            'resultsRecognition.keepWatching': { target: 'watching' },
          },
        },
      },
    },
  },
});
