import type { Clock } from '@landfall/clock';
import type { Database, Transaction } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import { dayOf, type IsWorkday, instantAt, nextWorkday } from './business-day';
import { GROUP_CHAT } from './channels/channel';
import { chatDigestOf, type DigestTask, digestOf } from './digest-content';
import { postNoticeIn } from './notice';
import { tellPages } from './notice-stream';
import { preferencesOf } from './preferences';
import type { Recipients, Subjects } from './recipients';

/** The steps of a day's run, in order; tests stop the world at each of them. */
export type DigestStep = 'scheduled' | 'written' | 'committed';

export interface DigestsOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly isWorkday: IsWorkday;
  readonly recipients: Recipients;
  readonly subjects: Subjects;
  /** Whether a group chat is set up that reads the totals. */
  readonly toChats: boolean;
  /** The kinds of notices that ask for something of a process, and are old once it is over. */
  readonly passingKinds: readonly string[];
  readonly onStep?: ((step: DigestStep) => void) | undefined;
}

/** A day's run as it is kept. */
export interface DigestRun {
  readonly day: string;
  readonly dueAt: Date;
  readonly state: 'due' | 'done' | 'missed';
  readonly endedAt: Date | null;
  readonly digests: number;
}

interface TaskRow {
  instance_id: string;
  definition_key: string;
  definition_version: number;
  task_key: string;
  candidate_group: string;
  assignee: string | null;
  due_at: Date;
}

export const DIGEST_KIND = 'digest.daily';

/** Notices that ask somebody to do a task, and nothing else. */
const ASKING_KINDS = [
  ...['offered', 'assigned', 'transferred', 'delegated', 'handedOver', 'signersAdded'],
  ...['reminded', 'escalated', 'urged', 'dueSoon', 'overdue'],
].map((kind) => `task.${kind}`);
/** How long news counts as unread, in days: what is urgent for longer. It stays in the list of notices for good. */
const NEWS_DAYS = { normal: 14, urgent: 30 } as const;
const DIGEST_TIME = '08:30';
/** After this hour the morning's digest helps nobody any more; the next one tells what it would have told. */
const LATEST_TIME = '18:00';

/**
 * Writes the digest of each working day at 08:30: one notice per person who has something to do or something unread.
 *
 * Every day's run is a row before it is due and one transaction when it is, so that it happens once or not at all, however
 * many processes tick. A run that is late is made up for until 18:00 of its day. After that it counts as missed and is never
 * sent: the next working day's digest tells what is open then, and everything unread that no digest has told.
 */
export class Digests {
  constructor(private readonly options: DigestsOptions) {}

  /** Schedules the days ahead, gives up what is too late, runs what is due; answers how many digests were written. */
  async tick(): Promise<number> {
    const { database, clock, isWorkday } = this.options;
    const now = clock.now();
    const today = dayOf(now);
    const isOver = now >= instantAt(today, LATEST_TIME) || !isWorkday(today);
    const days = [...(isOver ? [] : [today]), nextWorkday(today, isWorkday)];
    await database.query(
      `INSERT INTO digest_run (day, due_at, state)
       SELECT run.day, run.due_at, 'scheduled' FROM unnest($1::date[], $2::timestamptz[]) AS run (day, due_at)
       ON CONFLICT (day) DO NOTHING`,
      [days, days.map((day) => instantAt(day, DIGEST_TIME))],
    );
    await database.query(
      `UPDATE digest_run SET state = 'missed', ended_at = $2
       WHERE state = 'scheduled' AND due_at <= $2 AND (day < $1 OR (day = $1 AND $3))`,
      [today, now, isOver],
    );
    this.options.onStep?.('scheduled');
    const written = await database.transaction(async (tx) => {
      const [run] = await tx.query(
        `SELECT day FROM digest_run WHERE state = 'scheduled' AND day = $1 AND due_at <= $2 FOR UPDATE SKIP LOCKED`,
        [today, now],
      );
      if (!run) return 0;
      const digests = await this.write(tx, today, now);
      await tx.query(`UPDATE digest_run SET state = 'done', ended_at = $2, digests = $3 WHERE day = $1`, [
        today,
        now,
        digests,
      ]);
      this.options.onStep?.('written');
      return digests;
    });
    this.options.onStep?.('committed');
    return written;
  }

  /** The last runs, the latest first; those to come are not among them. */
  async runs(limit: number): Promise<DigestRun[]> {
    const { database, clock } = this.options;
    return database.query<DigestRun & Record<string, unknown>>(
      `SELECT day, due_at AS "dueAt", CASE state WHEN 'scheduled' THEN 'due' ELSE state END AS state,
         ended_at AS "endedAt", digests
       FROM digest_run WHERE due_at <= $1 ORDER BY day DESC LIMIT $2`,
      [clock.now(), limit],
    );
  }

  private async write(tx: Transaction, day: string, now: Date): Promise<number> {
    const next = nextWorkday(day, this.options.isWorkday);
    await this.layBy(tx, now);
    const { all, byAccount } = await this.openTasks(tx);
    const news = await this.undigested(tx, day);
    const accounts = [...new Set([...byAccount.keys(), ...news.keys()])].sort();
    const preferences = await preferencesOf(tx, accounts);
    let digests = 0;
    for (const account of accounts) {
      if (!preferences.get(account)?.digest) continue;
      const digest = digestOf({
        now,
        nextWorkday: next,
        tasks: byAccount.get(account) ?? [],
        news: news.get(account) ?? [],
      });
      if (digest && (await this.post(tx, account, day, now, digest))) digests += 1;
    }
    const chat = this.options.toChats ? chatDigestOf({ now, nextWorkday: next, tasks: all }) : undefined;
    if (chat) await this.post(tx, GROUP_CHAT, day, now, { title: chat });
    return digests;
  }

  private post(
    tx: Transaction,
    account: string,
    day: string,
    at: Date,
    said: { readonly title: LocalizedText; readonly body?: LocalizedText },
  ): Promise<boolean> {
    return postNoticeIn(tx, {
      key: `${DIGEST_KIND}:${day}:${account}`,
      kind: DIGEST_KIND,
      urgency: 'normal',
      ...said,
      link: '/inbox',
      audience: { accounts: [account], groups: [] },
      at,
    });
  }

  /** All open tasks, and those that wait for each person: claimed ones for one, the others for the group's holders. */
  private async openTasks(tx: Transaction) {
    const { recipients, subjects } = this.options;
    const rows = await tx.query<TaskRow>(
      `SELECT instance_id, definition_key, definition_version, task_key, candidate_group, assignee, due_at
       FROM user_task WHERE state IN ('created', 'claimed') ORDER BY due_at, id`,
    );
    const names = await subjects.names([...new Set(rows.map((row) => row.instance_id))]);
    const groups = [...new Set(rows.filter((row) => row.assignee === null).map((row) => row.candidate_group))];
    const holders = new Map<string, readonly string[]>();
    for (const group of groups) {
      holders.set(
        group,
        (await recipients.accountsOf(group)).map(({ accountId }) => accountId),
      );
    }
    const all: DigestTask[] = [];
    const byAccount = new Map<string, DigestTask[]>();
    for (const row of rows) {
      const { definition_key: definition, definition_version: version, task_key: taskKey } = row;
      const task: DigestTask = {
        title: subjects.taskTitle({ definition, version, taskKey }),
        subject: names.get(row.instance_id),
        dueAt: row.due_at,
        mine: row.assignee !== null,
      };
      all.push(task);
      for (const account of row.assignee === null ? (holders.get(row.candidate_group) ?? []) : [row.assignee]) {
        listOf(byAccount, account).push(task);
      }
    }
    return { all, byAccount };
  }

  /**
   * What a new morning makes old counts as read: the digests before it, whatever asked to do a task that is over, or for
   * something of a process that is. What became of a task (taken back, returned, objected to) stays news, for two weeks or,
   * where it is urgent, for thirty days.
   */
  private async layBy(tx: Transaction, now: Date): Promise<void> {
    const rows = await tx.query<{ account: string }>(
      `UPDATE notice_delivery AS delivery SET read_at = $1 FROM notice
       WHERE notice.id = delivery.notice_id AND delivery.channel = 'page' AND delivery.read_at IS NULL
         AND (notice.kind = $2
           OR notice.kind = ANY($3::text[]) AND EXISTS (SELECT FROM user_task AS task
             WHERE task.id = notice.task_id AND task.state IN ('completed', 'skipped', 'cancelled'))
           OR notice.kind = ANY($4::text[]) AND EXISTS (SELECT FROM process_instance AS process
             WHERE process.id = notice.instance_id AND process.status = 'done')
           OR notice.at < CASE notice.urgency WHEN 'urgent' THEN $5::timestamptz ELSE $6::timestamptz END)
       RETURNING delivery.account`,
      [
        ...[now, DIGEST_KIND, ASKING_KINDS, this.options.passingKinds],
        ...[daysBefore(now, NEWS_DAYS.urgent), daysBefore(now, NEWS_DAYS.normal)],
      ],
    );
    await tellPages(tx, [...new Set(rows.map(({ account }) => account))], 'read');
  }

  /** The titles of the unread notices that no digest has told yet; from now on this day's digest has. */
  private async undigested(tx: Transaction, day: string): Promise<Map<string, LocalizedText[]>> {
    const rows = await tx.query<{ account: string; title: LocalizedText; kind: string }>(
      `WITH told AS (
         UPDATE notice_delivery SET digested_on = $1
         WHERE channel = 'page' AND read_at IS NULL AND digested_on IS NULL RETURNING id, account, notice_id)
       SELECT told.account, notice.title, notice.kind FROM told JOIN notice ON notice.id = told.notice_id
       WHERE notice.kind <> $2 ORDER BY told.id`,
      [day, DIGEST_KIND],
    );
    const news = new Map<string, LocalizedText[]>();
    for (const { account, title } of rows) listOf(news, account).push(title);
    return news;
  }
}

/** The list that a map has for a key, made when it has none. */
const listOf = <Item>(lists: Map<string, Item[]>, key: string): Item[] => {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
};

const DAY_MS = 86_400_000;

const daysBefore = (instant: Date, days: number): Date => new Date(instant.getTime() - days * DAY_MS);
