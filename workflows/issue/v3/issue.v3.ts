import { defineProcess } from '@landfall/process-definition';
import { instanceEvents } from './instance-events';
import { issueMachine } from './issue.machine';
import { ISSUE } from './ladder';
import { migratesFrom } from './migration';
import { delayRules, timerTitles } from './timers';
import { userTasks } from './user-tasks';

/** Version 3 of an issue; what it changes and why is in `../rules.md`. */
export const issueV3 = defineProcess({
  key: ISSUE,
  version: 3,
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
  migratesFrom,
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
    'agenda.set': { zh: '列入领导小组会议议题', en: 'Put on an agenda of the leading group' },
    'agenda.released': { zh: '未上会，退回排期', en: 'Taken off the agenda' },
    'item.concluded': { zh: '会议已议定', en: 'The meeting concluded the item' },
    'item.noAgreement': { zh: '会议未形成决定', en: 'The meeting did not agree' },
    'resolution.order': { zh: '会议交办', en: 'Order of a meeting' },
    'resolution.unblock': { zh: '会议交办：解决堵点', en: 'Order of a meeting: unblock' },
    'resolution.deadline': { zh: '会议交办：限期办理', en: 'Order of a meeting: by a date' },
    'resolution.note': { zh: '会议知悉', en: 'Noted by a meeting' },
    'resolution.fulfilled': { zh: '会议交办事项已办结', en: 'An order was carried out' },
    'resolution.failed': { zh: '会议交办事项未办成', en: 'An order was not carried out' },
    projectEnded: { zh: '项目已结束', en: 'Project ended' },
  },
});
