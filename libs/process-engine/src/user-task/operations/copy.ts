import { Rejection } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import type { LiveTask } from '../../commit/loaded-instance';
import type { Decided } from '../../commit/operation';
import type { Turn } from '../../turn';
import { requirePart } from './oversee';
import type { TaskOperationOf } from './task-operation';

/** A copy as it was sent, read before deciding. */
export interface CarbonCopy {
  readonly id: string;
  readonly instance_id: string;
  readonly task_id: string | null;
  readonly account: string;
  readonly read_at: Date | null;
}

const MOST_COPIES = 50;

/** Lets people know of a task without asking anything of them (抄送); nobody gets it twice while it is unread. */
export const copy = (turn: Turn, row: LiveTask, { to, note }: TaskOperationOf<'copy'>): Decided => {
  requirePart('copy', turn, row);
  const readers = to.filter(({ accountId }, index) => to.findIndex((other) => other.accountId === accountId) === index);
  if (readers.length === 0 || readers.length > MOST_COPIES) {
    throw new Rejection({
      code: 'USER_TASK.COPY_RECIPIENTS',
      status: 422,
      message: `Expected between 1 and ${MOST_COPIES} people to copy user task '${row.task_key}' to, but there are ${readers.length}`,
      params: { task: row.task_key, limit: MOST_COPIES, count: readers.length },
    });
  }
  for (const { accountId, name } of readers) {
    turn.changes.insert(
      'carbon_copy',
      {
        id: uuid(),
        instance_id: turn.id,
        task_id: row.id,
        account: accountId,
        account_name: name,
        sent_by: turn.actor.accountId,
        sent_by_name: turn.actor.name,
        note: note === '' ? null : note,
        sent_at: turn.at,
        read_at: null,
      },
      { onConflict: 'nothing' },
    );
  }
  turn.tell({
    kind: 'copied',
    task: row,
    to: { accounts: readers.map(({ accountId }) => accountId), groups: [] },
    note,
  });
  const payload = {
    taskId: row.id,
    task: row.task_key,
    slot: row.slot,
    readers: readers.map(({ name }) => name),
    note,
  };
  return turn.finish({ kind: 'taskCopied', event: row.task_key, payload });
};

/** Records that a copy was read (已阅), by whom it was sent to. */
export const readCopy = (turn: Turn, sent: CarbonCopy): Decided => {
  if (sent.account !== turn.actor.accountId) {
    throw new Rejection({
      code: 'CARBON_COPY.NOT_YOURS',
      status: 403,
      message: 'Expected a copy that was sent to you, but it was sent to somebody else',
    });
  }
  if (sent.read_at !== null) {
    throw new Rejection({
      code: 'CARBON_COPY.ALREADY_READ',
      status: 409,
      message: 'Expected a copy that is unread, but it was read before',
    });
  }
  turn.changes.update('carbon_copy', sent.id, { read_at: turn.at });
  return turn.finish({ kind: 'copyRead', event: 'copyRead', payload: { copyId: sent.id, taskId: sent.task_id } });
};
