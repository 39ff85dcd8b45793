import { defineProcess } from '@landfall/process-definition';
import { instanceEvents } from './instance-events';
import { issueMachine } from './issue.machine';
import { ISSUE } from './ladder';
import { delayRules, timerTitles } from './timers';
import { userTasks } from './user-tasks';

/** Version 1 of an issue. Deployed: its meaning never changes (design law 7). */
export const issueV1 = defineProcess({
  key: ISSUE,
  version: 1,
  title: { zh: '堵点', en: 'Issue' },
  machine: issueMachine,
  subject: (context) => `${String(context.projectName)}：${String(context.title)}`,
  stages: [
    { key: 'open', title: { zh: '受理', en: 'Acceptance' } },
    { key: 'l0', title: { zh: '专班办理', en: 'Task force' } },
    { key: 'l1', title: { zh: '办公室协调', en: 'Office' } },
    { key: 'l2', title: { zh: '分管副组长协调', en: 'Deputy leader' } },
    { key: 'l3', title: { zh: '领导小组决策', en: 'Leading group' } },
  ],
  userTasks,
  events: instanceEvents,
  timers: timerTitles,
  delayRules,
  signals: {
    'supervisionItem.closed': { zh: '督办事项已销号', en: 'Supervision item closed' },
    'supervisionItem.voided': { zh: '督办事项已作废', en: 'Supervision item voided' },
    projectEnded: { zh: '项目已结束', en: 'Project ended' },
  },
});
