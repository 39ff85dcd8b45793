import { useQuery } from '@tanstack/react-query';
import type { UserTaskDetail } from '../api/contract';
import { projectQuery } from '../api/queries';
import { handlerInWords } from '../inbox/inbox-row';
import { useLanguage } from '../language/language';
import { useMe } from '../session/session';
import { moment } from '../time/shanghai-time';
import { awaitedBy, holderOf } from './decision-shares';

export interface Standing {
  sentence: string;
  type: 'info' | 'success' | 'warning';
}

/** Where the task stands, in one sentence, when that is anything else than open for the reader: who has it, what it waits for. */
export const useStanding = (task: UserTaskDetail): Standing | null => {
  const { t, say } = useLanguage();
  const me = useMe().accountId;
  const { data: project } = useQuery({ ...projectQuery(task.projectId), enabled: task.state === 'suspended' });
  const words = t.task;
  switch (task.state) {
    case 'completed': {
      const label = say(task.outcomes.find(({ key }) => key === task.outcome)?.label ?? task.outcomeLabel);
      const at = task.completedAt ? moment(task.completedAt, t) : '';
      const by = task.completedFor ? `${t.comma}${words.actedFor(task.completedFor.name)}` : '';
      return { sentence: words.completedAs(label || task.outcome || '', at) + by, type: 'success' };
    }
    case 'cancelled':
      return { sentence: words.cancelled, type: 'warning' };
    case 'skipped':
      return { sentence: words.skipped, type: 'warning' };
    case 'waiting': {
      const own = task.shares.find(({ userTaskId }) => userTaskId === task.userTaskId);
      const awaited = own ? awaitedBy(own, task) : [];
      const names = awaited.map((share) => holderOf(share, say)).join(t.comma);
      if (names === '') return { sentence: words.waits, type: 'info' };
      if (task.part === 'signerAfter') return { sentence: words.waitsForHandler(names), type: 'info' };
      const isSigned = awaited.some(({ part }) => part === 'signerBefore');
      return { sentence: isSigned ? words.waitsForSigners(names) : words.waitsForTurn(names), type: 'info' };
    }
    case 'suspended': {
      const next = project?.openTasks.find(
        ({ state, userTaskId }) => userTaskId !== task.userTaskId && (state === 'claimed' || state === 'created'),
      );
      const sentence = next ? words.suspendedFor(say(next.title), handlerInWords(next, t, say)) : words.suspended;
      return { sentence, type: 'warning' };
    }
    default:
      break;
  }
  if (task.taskOwner) {
    const owner = task.taskOwner;
    const name = task.assignee?.name ?? '';
    if (owner.accountId === me) return { sentence: words.delegatedByMe(name), type: 'info' };
    if (task.assignee?.accountId === me) return { sentence: words.delegatedToMe(owner.name), type: 'info' };
    return { sentence: words.delegated(owner.name, name), type: 'info' };
  }
  if (task.actingFor) return { sentence: words.actingFor(task.actingFor.name), type: 'info' };
  if (task.can.complete) return null;
  if (task.can.claim) return { sentence: words.claimFirst, type: 'info' };
  return { sentence: task.assignee ? words.notYours(task.assignee.name) : words.notAllowed, type: 'info' };
};
