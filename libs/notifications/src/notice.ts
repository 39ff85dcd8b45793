import type { Transaction } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import type { ChangeSet } from '@landfall/process-engine';
import { v7 as uuid } from 'uuid';

/** Something that people are to be told. */
export interface NewNotice {
  /** Says what makes it one notice: a second one with the same key changes nothing. */
  readonly key: string;
  /** What it is about, topic first: `task.overdue`, `issue.escalated`. */
  readonly kind: string;
  /** An urgent notice leaves at once, whatever the hour. */
  readonly urgency: 'normal' | 'urgent';
  /** Leaves the house on the robots' group chats as well, so it names nobody. */
  readonly title: LocalizedText;
  readonly body?: LocalizedText | undefined;
  readonly instanceId?: string | undefined;
  readonly taskId?: string | undefined;
  /** A path of the web client; without it the task's page, else the project's. */
  readonly link?: string | undefined;
  readonly audience: { readonly accounts: readonly string[]; readonly groups: readonly string[] };
  readonly at: Date;
}

/** The job that finds out who is meant and on which way the notice reaches each of them. */
export const FAN_OUT = 'notifications.fan-out';

/**
 * Posts a notice from within a command handler or any other place that has a change set: it adds rows only. Who is in the
 * groups is found when the notice is handed out.
 */
export const postNotice = (changes: Pick<ChangeSet, 'insert' | 'enqueue'>, notice: NewNotice): void => {
  changes.insert('notice', rowOf(notice), { onConflict: 'nothing' });
  changes.enqueue(FAN_OUT, { key: notice.key });
};

/** As `postNotice`, in an open transaction; answers whether the notice is new. */
export const postNoticeIn = async (tx: Transaction, notice: NewNotice): Promise<boolean> => {
  const row = rowOf(notice);
  const posted = await tx.query(
    `INSERT INTO notice (id, key, kind, urgency, title, body, instance_id, task_id, link, accounts, groups, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (key) DO NOTHING RETURNING id`,
    [
      row.id,
      row.key,
      row.kind,
      row.urgency,
      JSON.stringify(row.title),
      row.body === null ? null : JSON.stringify(row.body),
      row.instance_id,
      row.task_id,
      row.link,
      row.accounts,
      row.groups,
      row.at,
    ],
  );
  if (posted.length === 0) return false;
  await tx.query('INSERT INTO outbox_message (job, payload, created_at) VALUES ($1, $2, $3)', [
    FAN_OUT,
    JSON.stringify({ key: notice.key }),
    notice.at,
  ]);
  return true;
};

const rowOf = (notice: NewNotice) => ({
  id: uuid(),
  key: notice.key,
  kind: notice.kind,
  urgency: notice.urgency,
  title: notice.title,
  body: notice.body ?? null,
  instance_id: notice.instanceId ?? null,
  task_id: notice.taskId ?? null,
  link: notice.link ?? linkOf(notice),
  accounts: [...new Set(notice.audience.accounts)],
  groups: [...new Set(notice.audience.groups)],
  at: notice.at,
});

const linkOf = ({ taskId, instanceId }: NewNotice): string | null => {
  if (taskId !== undefined) return `/tasks/${taskId}`;
  return instanceId === undefined ? null : `/projects/${instanceId}`;
};
