import { postNotice } from '@landfall/notifications';
import type { LocalizedText } from '@landfall/process-definition';
import type { EngineRules, ProcessEngine, WorkNotice } from '@landfall/process-engine';

/** What is told about a task, with its title in between. What only fills a group's inbox is not told: the inbox shows it. */
const SAID: Readonly<Partial<Record<WorkNotice['kind'], LocalizedText>>> = {
  assigned: { zh: '分派给您', en: 'assigned to you' },
  transferred: { zh: '转办给您', en: 'handed on to you' },
  delegated: { zh: '委派您协助', en: 'delegated to you' },
  resolved: { zh: '委派已办回', en: 'came back to you' },
  signersAdded: { zh: '请您加签', en: 'asks for your signature' },
  signersObjected: { zh: '加签人有异议', en: 'was objected to' },
  returned: { zh: '退回给您', en: 'returned to you' },
  withdrawn: { zh: '已被撤回', en: 'was taken back' },
  reminded: { zh: '请按时办理', en: 'is to be done in time' },
  escalated: { zh: '升级请您协调', en: 'was escalated to you' },
  urged: { zh: '催办', en: 'is urged' },
  copied: { zh: '抄送给您', en: 'is copied to you' },
  handedOver: { zh: '交接给您', en: 'handed over to you' },
  redone: { zh: '请重新办理', en: 'is to be done again' },
};

const URGENT: readonly WorkNotice['kind'][] = ['urged', 'escalated', 'signersObjected'];

/** Tells people of what was done about their work; the rows stand or fall with it. */
export const workNotices =
  (definitions: () => ProcessEngine['definitions']): NonNullable<EngineRules['onWork']> =>
  (changes, notice) => {
    const said = SAID[notice.kind];
    if (!said || notice.task === null || notice.taskId === null) return;
    const { key, version } = notice.definition;
    const title = definitions().get(key, version).userTasks[notice.task]?.title;
    if (!title) return;
    const about = [notice.subject, notice.note].filter((part) => part !== null && part !== '').join('：');
    postNotice(changes, {
      key: `${notice.instanceId}:${notice.rev}:${notice.kind}:${notice.taskId}:${notice.to.accounts.join('+')}`,
      kind: `task.${notice.kind}`,
      urgency: URGENT.includes(notice.kind) ? 'urgent' : 'normal',
      title: { zh: `${said.zh}：${title.zh}`, en: `“${title.en}” ${said.en}` },
      ...(about === '' ? {} : { body: { zh: about, en: about } }),
      instanceId: notice.instanceId,
      taskId: notice.taskId,
      audience: notice.to,
      at: notice.at,
    });
  };
