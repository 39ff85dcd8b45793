import { defineProcess } from '@landfall/process-definition';
import { instanceEvents } from './instance-events';
import { investmentProjectMachine } from './investment-project.machine';
import { LIFECYCLE } from './lifecycle';
import { meetingSignals } from './meeting-signals';
import { migratesFrom } from './migration';
import { delayRules, timerTitles } from './timers';
import { userTasks } from './user-tasks';

/** Version 3 of the lifecycle of an investment project; what it changes and why is in `../rules.md`. */
export const investmentProjectV3 = defineProcess({
  key: LIFECYCLE,
  version: 3,
  title: { zh: '招商项目全生命周期', en: 'Lifecycle of an investment project' },
  machine: investmentProjectMachine,
  subject: (context) => String(context.projectName),
  stages: [
    { key: 'lead', title: { zh: '线索', en: 'Lead' } },
    { key: 'evaluation', title: { zh: '评估', en: 'Evaluation' } },
    { key: 'review', title: { zh: '评审', en: 'Review' } },
    { key: 'signing', title: { zh: '签约', en: 'Signing' } },
    { key: 'registration', title: { zh: '注册', en: 'Registration' } },
    { key: 'landing', title: { zh: '落地', en: 'Landing' } },
    { key: 'results', title: { zh: '见效', en: 'Results' } },
  ],
  userTasks,
  events: instanceEvents,
  timers: timerTitles,
  delayRules,
  initiatorStep: 'leadCorrection',
  migratesFrom,
  signals: {
    'duplicateCheck.clear': { zh: '查重：未发现撞单', en: 'Duplicate check: clear' },
    'duplicateCheck.suspect': { zh: '查重：疑似撞单', en: 'Duplicate check: suspect' },
    ...meetingSignals,
  },
});
