import { defineProcess } from '@landfall/process-definition';
import type { IssueContext as ContextOfVersion1 } from '../v1/context';
import { instanceEvents } from './instance-events';
import { issueMachine } from './issue.machine';
import { ISSUE } from './ladder';
import { contextOfVersion1 } from './migration';
import { delayRules, timerTitles } from './timers';
import { userTasks } from './user-tasks';

/** Version 2 of an issue. Deployed: its meaning never changes (design law 7). */
export const issueV2 = defineProcess({
  key: ISSUE,
  version: 2,
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
  // The engine keeps contexts as plain JSON; version 1 wrote them.
  migratesFrom: [{ version: 1, context: (old) => ({ ...contextOfVersion1(old as unknown as ContextOfVersion1) }) }],
  userTasks,
  events: instanceEvents,
  timers: timerTitles,
  delayRules,
  signals: {
    'supervisionItem.closed': { zh: '督办事项已销号', en: 'Supervision item closed' },
    'supervisionItem.voided': { zh: '督办事项已作废', en: 'Supervision item voided' },
    'pushMeeting.decided': { zh: '推动会已议定', en: 'Push meeting decided' },
    'pushMeeting.solved': { zh: '推动会议定事项已落实', en: 'Push meeting’s work done' },
    'pushMeeting.notAgreed': { zh: '推动会未能解决', en: 'Push meeting did not solve it' },
    'pushMeeting.ended': { zh: '推动申请已结束', en: 'Push request ended' },
    projectEnded: { zh: '项目已结束', en: 'Project ended' },
  },
});
