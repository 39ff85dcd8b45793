import { defineProcess } from '@landfall/process-definition';
import type { PushRequestContext } from './context';
import { instanceEvents } from './instance-events';
import { pushRequestMachine } from './push-request.machine';
import { PUSH_REQUEST } from './request';
import { titleOf } from './say';
import { delayRules, timerTitles } from './timers';
import { userTasks } from './user-tasks/triage.tasks';

/** Version 1 of a push request. Deployed: its meaning never changes (design law 7). */
export const pushRequestV1 = defineProcess({
  key: PUSH_REQUEST,
  version: 1,
  title: { zh: '推动申请', en: 'Push request' },
  machine: pushRequestMachine,
  // The engine keeps contexts as plain JSON; this definition's machine wrote them.
  subject: (context) => titleOf(context as unknown as PushRequestContext),
  stages: [
    { key: 'triage', title: { zh: '受理', en: 'Triage' } },
    { key: 'awaiting', title: { zh: '等待推动会', en: 'Awaiting the meeting' } },
    { key: 'concluding', title: { zh: '议定', en: 'Concluding' } },
    { key: 'followUp', title: { zh: '跟踪落实', en: 'Follow-up' } },
  ],
  userTasks,
  events: instanceEvents,
  timers: timerTitles,
  delayRules,
  signals: {
    'agenda.set': { zh: '列入议题', en: 'Put on an agenda' },
    'agenda.released': { zh: '移出议题', en: 'Taken off the agenda' },
    'resolution.order': { zh: '议定：交办', en: 'Resolved: order' },
    'resolution.unblock': { zh: '议定：解决堵点', en: 'Resolved: unblock' },
    'resolution.deadline': { zh: '议定：限期办理', en: 'Resolved: deadline' },
    'resolution.note': { zh: '议定：知悉', en: 'Resolved: noted' },
    'item.concluded': { zh: '议题已议定', en: 'Item concluded' },
    'item.noAgreement': { zh: '议题未达成一致', en: 'No agreement' },
    'resolution.fulfilled': { zh: '议定事项已销号', en: 'Resolution fulfilled' },
    'resolution.failed': { zh: '议定事项已作废', en: 'Resolution failed' },
    issueClosed: { zh: '堵点已关闭', en: 'Issue closed' },
    projectEnded: { zh: '项目已结束', en: 'Project ended' },
  },
});
