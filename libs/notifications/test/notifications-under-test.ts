import { ManualClock } from '@landfall/clock';
import { Database } from '@landfall/persistence';
import { v7 as uuid } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import {
  type Channels,
  DeadlineReminders,
  Deliveries,
  Digests,
  FanOut,
  type FanOutOptions,
  type NewNotice,
  NoticePreferences,
  Notices,
  type OutsideChannel,
  postNoticeIn,
} from '../src';
import { isWorkday, plainSubjects, smallOffice } from './small-office';

export interface NewTask {
  readonly state?: 'created' | 'claimed' | 'completed' | 'suspended';
  readonly group?: string;
  readonly assignee?: string;
  readonly dueAt: string;
}

export interface DeliveryRow {
  id: string;
  account: string;
  channel: string;
  state: string;
  attempts: number;
  due_at: Date;
  last_error: string | null;
}

/** Notifications on a database of their own, at a time that is set. */
export class NotificationsUnderTest {
  readonly clock = new ManualClock(new Date('2026-11-25T10:00:00+08:00'));
  readonly failures: unknown[] = [];
  private instance: string | undefined;
  pageOf: FanOutOptions['pageOf'];
  inWords: FanOutOptions['inWords'];

  private constructor(
    private readonly testDatabase: TestDatabase,
    readonly database: Database,
    private readonly channels: Channels,
  ) {}

  static async open(channels: Channels = {}): Promise<NotificationsUnderTest> {
    const testDatabase = await createTestDatabase();
    return new NotificationsUnderTest(testDatabase, new Database({ url: testDatabase.url }), channels);
  }

  get databaseUrl(): string {
    return this.testDatabase.url;
  }

  get notices(): Notices {
    return new Notices(this.database, this.clock);
  }

  get preferences(): NoticePreferences {
    return new NoticePreferences(this.database, this.clock);
  }

  get fanOut(): FanOut {
    return new FanOut({
      database: this.database,
      clock: this.clock,
      recipients: smallOffice,
      isWorkday,
      available: Object.keys(this.channels) as OutsideChannel[],
      pageOf: this.pageOf,
      inWords: this.inWords,
    });
  }

  get deliveries(): Deliveries {
    return new Deliveries({
      database: this.database,
      clock: this.clock,
      channels: this.channels,
      recipients: smallOffice,
      publicUrl: 'https://landfall.example/',
      onFailed: (error) => this.failures.push(error),
    });
  }

  get reminders(): DeadlineReminders {
    return new DeadlineReminders({ database: this.database, clock: this.clock, isWorkday, subjects: plainSubjects });
  }

  get digests(): Digests {
    return new Digests({
      database: this.database,
      clock: this.clock,
      isWorkday,
      recipients: smallOffice,
      subjects: plainSubjects,
      toChats: true,
      passingKinds: ['issue.escalated'],
    });
  }

  setTime(text: string): void {
    this.clock.set(new Date(`${text}:00+08:00`));
  }

  /** Posts a notice without handing it out. */
  async post(notice: Partial<NewNotice> = {}): Promise<string> {
    const key = notice.key ?? uuid();
    await this.database.transaction((tx) =>
      postNoticeIn(tx, {
        kind: 'task.assigned',
        urgency: 'normal',
        title: { zh: '您有一项新任务', en: 'You have a new task' },
        audience: { accounts: ['wang'], groups: [] },
        at: this.clock.now(),
        ...notice,
        key,
      }),
    );
    return key;
  }

  async tell(notice: Partial<NewNotice> = {}): Promise<string> {
    const key = await this.post(notice);
    await this.fanOut.run(key);
    return key;
  }

  /** Hands out everything that was posted, as the jobs would. */
  async fanOutAll(): Promise<void> {
    const rows = await this.database.query<{ key: string }>(
      'SELECT key FROM notice WHERE fanned_out_at IS NULL ORDER BY id',
    );
    for (const { key } of rows) await this.fanOut.run(key);
  }

  deliveriesOf(key: string): Promise<DeliveryRow[]> {
    return this.database.query<DeliveryRow>(
      `SELECT delivery.* FROM notice_delivery AS delivery JOIN notice ON notice.id = notice_id
       WHERE notice.key = $1 ORDER BY account, channel`,
      [key],
    );
  }

  async addTask({ state = 'created', group = 'D01.specialist', assignee, dueAt }: NewTask): Promise<string> {
    const id = uuid();
    await this.database.query(
      `INSERT INTO user_task (id, item_id, instance_id, definition_key, definition_version, task_key, slot, state,
         candidate_group, assignee, assignee_name, created_at, due_at, deadline, reminders)
       VALUES ($1, $1, $2, 'paper', 1, 'review', '', $3, $4, $5, $5, $6, $7, '{}', 0)`,
      [id, await this.instanceId(), state, group, assignee ?? null, this.clock.now(), new Date(`${dueAt}:00+08:00`)],
    );
    return id;
  }

  async noticesOfKind(kind: string) {
    return this.database.query<{
      key: string;
      title: { zh: string; en: string };
      accounts: string[];
      groups: string[];
    }>('SELECT key, title, accounts, groups FROM notice WHERE kind = $1 ORDER BY id', [kind]);
  }

  async close(): Promise<void> {
    for (const channel of Object.values(this.channels)) channel.close?.();
    await this.database.close();
    await this.testDatabase.drop();
  }

  private async instanceId(): Promise<string> {
    if (this.instance !== undefined) return this.instance;
    this.instance = uuid();
    await this.database.query(`INSERT INTO process_definition (key, version, hash) VALUES ('paper', 1, 'x')`);
    await this.database.query(
      `INSERT INTO process_instance (id, definition_key, definition_version, snapshot, rev, status, states, tags, started_by,
         started_at, updated_at) VALUES ($1, 'paper', 1, '{}', 1, 'active', '{}', '{}', 'x', now(), now())`,
      [this.instance],
    );
    return this.instance;
  }
}
