import type { Clock } from '@landfall/clock';
import type { Database, Transaction } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import type { IsWorkday } from './business-day';
import { GROUP_CHAT, type OutsideChannel } from './channels/channel';
import { DELIVER } from './deliveries';
import { tellPages } from './notice-stream';
import { type Preferences, preferencesOf, topicOf } from './preferences';
import { afterQuietHours } from './quiet-hours';
import { type Recipients, recipientsOf } from './recipients';

/** The steps of handing out one notice, in order; tests stop the world at each of them. */
export type FanOutStep = 'read' | 'written' | 'committed';

export interface FanOutOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly recipients: Recipients;
  readonly isWorkday: IsWorkday;
  /** The ways out of the house that are set up. */
  readonly available: readonly OutsideChannel[];
  /** The page of the web client that shows a process; without it a process has its page at its project. */
  readonly pageOf?: ((process: NoticedProcess) => string) | undefined;
  /** Says by their names what a process only knows by codes. */
  readonly inWords?: ((text: LocalizedText) => Promise<LocalizedText>) | undefined;
  readonly onStep?: ((step: FanOutStep) => void) | undefined;
}

/** The process that a notice is about. */
export interface NoticedProcess {
  readonly id: string;
  readonly definition: string;
  /** The project that it is about, where it is not one itself. */
  readonly belongsTo: string | null;
}

interface NoticeRow {
  id: string;
  key: string;
  kind: string;
  urgency: 'normal' | 'urgent';
  accounts: string[];
  groups: string[];
  body: LocalizedText | null;
  instance_id: string | null;
  link: string | null;
  fanned_out_at: Date | null;
}

interface Way {
  readonly account: string;
  readonly channel: 'page' | OutsideChannel;
  readonly dueAt: Date;
}

/** A delivery that is due later than this gets no alarm of its own: the sweeper comes by. */
const ALARM_WITHIN_MS = 600_000;
/** A notice that nobody has handed out for so long has lost its job. */
const LOST_AFTER_MS = 60_000;

/** Hands notices out: who is meant, and on which way and when each of them is told. Once per notice. */
export class FanOut {
  constructor(private readonly options: FanOutOptions) {}

  /** Hands out the notice with this key; does nothing when that was done before. */
  async run(key: string): Promise<void> {
    const { database, clock, onStep } = this.options;
    const [waiting] = await database.query<NoticeRow>('SELECT * FROM notice WHERE key = $1 AND fanned_out_at IS NULL', [
      key,
    ]);
    if (!waiting) return;
    const people = await this.peopleOf(waiting);
    const link = await this.linkOf(waiting);
    const body = waiting.body && ((await this.options.inWords?.(waiting.body)) ?? waiting.body);
    onStep?.('read');
    await database.transaction(async (tx) => {
      const [notice] = await tx.query<NoticeRow>(
        'SELECT * FROM notice WHERE id = $1 AND fanned_out_at IS NULL FOR UPDATE',
        [waiting.id],
      );
      if (!notice) return;
      const now = clock.now();
      await this.write(tx, notice, await this.ways(tx, notice, people, now), now);
      await tx.query('UPDATE notice SET fanned_out_at = $2, link = $3, body = $4 WHERE id = $1', [
        notice.id,
        now,
        link,
        body === null ? null : JSON.stringify(body),
      ]);
      onStep?.('written');
    });
    onStep?.('committed');
  }

  /** Hands out whatever was left lying, whatever became of its job; answers how many. */
  async sweep(): Promise<number> {
    const before = new Date(this.options.clock.now().getTime() - LOST_AFTER_MS);
    const rows = await this.options.database.query<{ key: string }>(
      'SELECT key FROM notice WHERE fanned_out_at IS NULL AND at < $1 ORDER BY at LIMIT 500',
      [before],
    );
    const faults: unknown[] = [];
    for (const { key } of rows) await this.run(key).catch((error: unknown) => faults.push(error));
    // One that cannot be handed out must not hold up those behind it, nor go unnoticed.
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} notices could not be handed out`);
    return rows.length;
  }

  /** Where a notice leads: where it was told to, else to the page that shows its process. */
  private async linkOf({ link, instance_id: id }: NoticeRow): Promise<string | null> {
    if (id === null || link !== `/projects/${id}`) return link;
    const [process] = await this.options.database.query<{ definition: string; belongs_to: string | null }>(
      'SELECT definition_key AS definition, belongs_to FROM process_instance WHERE id = $1',
      [id],
    );
    if (process === undefined) return link;
    const { definition, belongs_to: belongsTo } = process;
    return this.options.pageOf?.({ id, definition, belongsTo }) ?? `/projects/${belongsTo ?? id}`;
  }

  /** The people who are meant; a group chat is kept among them. */
  private async peopleOf({ accounts, groups }: NoticeRow): Promise<string[]> {
    const people = await recipientsOf(this.options.recipients, {
      accounts: accounts.filter((account) => account !== GROUP_CHAT),
      groups,
    });
    return accounts.includes(GROUP_CHAT) ? [...people, GROUP_CHAT] : people;
  }

  private async ways(tx: Transaction, notice: NoticeRow, people: readonly string[], now: Date): Promise<Way[]> {
    const { available } = this.options;
    const persons = people.filter((account) => account !== GROUP_CHAT);
    const preferences = await preferencesOf(tx, persons);
    const ways: Way[] = persons.map((account) => ({ account, channel: 'page', dueAt: now }));
    const chats = new Set<OutsideChannel>(people.includes(GROUP_CHAT) ? available.filter(isGroupChat) : []);
    for (const [account, chosen] of preferences) {
      for (const channel of chosen.channels[topicOf(notice.kind)]) {
        if (!available.includes(channel)) continue;
        // A chat is read by many: one person's ordinary notices have no place there.
        if (isGroupChat(channel)) {
          if (notice.urgency === 'urgent') chats.add(channel);
        } else {
          const dueAt = await this.mailAt(notice, account, chosen, now);
          if (dueAt) ways.push({ account, channel, dueAt });
        }
      }
    }
    return [...ways, ...[...chats].map((channel) => ({ account: GROUP_CHAT, channel, dueAt: now }))];
  }

  /** When a person's e-mail leaves; undefined when it waits for the digest or there is no address. */
  private async mailAt(notice: NoticeRow, account: string, chosen: Preferences, now: Date): Promise<Date | undefined> {
    const address = chosen.email ?? (await this.options.recipients.address?.(account));
    if (address === undefined) return undefined;
    if (notice.urgency === 'urgent') return now;
    if (chosen.digest && topicOf(notice.kind) !== 'digest') return undefined;
    return afterQuietHours(now, chosen.quiet, this.options.isWorkday);
  }

  private async write(tx: Transaction, notice: NoticeRow, ways: readonly Way[], now: Date): Promise<void> {
    const deliveries = ways.map((way) => ({ ...way, id: uuid() }));
    await tx.query(
      `INSERT INTO notice_delivery (id, notice_id, account, channel, state, due_at, sent_at)
       SELECT way.id, $1, way.account, way.channel, CASE way.channel WHEN 'page' THEN 'sent' ELSE 'waiting' END, way.due_at,
         CASE way.channel WHEN 'page' THEN way.due_at END
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[]) AS way (id, account, channel, due_at)
       ON CONFLICT (notice_id, account, channel) DO NOTHING`,
      [
        notice.id,
        deliveries.map(({ id }) => id),
        deliveries.map(({ account }) => account),
        deliveries.map(({ channel }) => channel),
        deliveries.map(({ dueAt }) => dueAt),
      ],
    );
    const alarmed = deliveries.filter(
      ({ channel, dueAt }) => channel !== 'page' && dueAt.getTime() - now.getTime() <= ALARM_WITHIN_MS,
    );
    await tx.query(
      `INSERT INTO outbox_message (job, payload, run_at, created_at)
       SELECT $1, jsonb_build_object('deliveryId', alarm.id), alarm.due_at, $4
       FROM unnest($2::uuid[], $3::timestamptz[]) AS alarm (id, due_at)`,
      [DELIVER, alarmed.map(({ id }) => id), alarmed.map(({ dueAt }) => dueAt), now],
    );
    await tellPages(
      tx,
      deliveries.filter(({ channel }) => channel === 'page').map(({ account }) => account),
      'new',
    );
  }
}

const isGroupChat = (channel: OutsideChannel): boolean => channel !== 'email';
