import { SystemClock } from '@landfall/clock';
import { JobQueues, JobRunner, OutboxRelay, openQueueBackend } from '@landfall/outbox';
import { Database } from '@landfall/persistence';
import { v7 as uuid } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { crash } from '../test/crash';
import type { CrashOrder } from '../test/crashing-process';
import { MailReceiver, RobotReceiver } from '../test/receivers';
import { isWorkday, smallOffice } from '../test/small-office';
import { SmtpChannel } from './channels/smtp-channel';
import { WecomChannel } from './channels/wecom-channel';
import { Deliveries, type DeliveryStep } from './deliveries';
import { FanOut, type FanOutStep } from './fan-out';
import { postNoticeIn } from './notice';
import { Notices } from './notices';
import { notificationJobs } from './notification-jobs';

const until = async (condition: () => boolean | Promise<boolean>, limitMs = 20_000): Promise<void> => {
  const end = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('What was waited for did not happen');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

describe('when things go wrong', () => {
  const clock = new SystemClock();
  let testDatabase: TestDatabase;
  let database: Database;
  let mail: MailReceiver;
  let robot: RobotReceiver;
  let fanOut: FanOut;
  let deliveries: Deliveries;

  beforeEach(async () => {
    [testDatabase, mail, robot] = await Promise.all([createTestDatabase(), MailReceiver.open(), RobotReceiver.open()]);
    database = new Database({ url: testDatabase.url });
    fanOut = new FanOut({ database, clock, recipients: smallOffice, isWorkday, available: ['email', 'wecom'] });
    deliveries = new Deliveries({
      database,
      clock,
      channels: { email: new SmtpChannel(mail.url, 'landfall@binhai.example'), wecom: new WecomChannel(robot.webhook) },
      recipients: smallOffice,
    });
  });
  afterEach(async () => {
    await database.close();
    await testDatabase.drop();
    await Promise.all([mail.close(), robot.close()]);
  });

  const post = async (at = clock.now()): Promise<string> => {
    const key = uuid();
    await database.transaction((tx) =>
      postNoticeIn(tx, {
        key,
        kind: 'issue.escalated',
        urgency: 'urgent',
        title: { zh: '堵点已上报', en: 'Issue escalated' },
        audience: { accounts: ['li'], groups: ['D01.specialist'] },
        at,
      }),
    );
    return key;
  };
  const inPages = async () => {
    const notices = new Notices(database, clock);
    return Promise.all(
      ['li', 'wang', 'zhao'].map(async (who) => (await notices.list(who, { limit: 9 })).notices.length),
    );
  };
  const order = (work: CrashOrder['work'], dieAt: string): CrashOrder => ({
    databaseUrl: testDatabase.url,
    mailUrl: mail.url,
    webhook: robot.webhook,
    work,
    dieAt,
  });

  it.each<FanOutStep>(['read', 'written', 'committed'])(
    'a notice whose worker is killed at step %s of handing it out is in every page once and leaves once',
    async (dieAt) => {
      const key = await post(new Date(Date.now() - 120_000));
      expect(await crash(order({ kind: 'fanOut', key }, dieAt))).toBe('SIGKILL');
      expect(await fanOut.sweep()).toBe(dieAt === 'committed' ? 0 : 1);
      await fanOut.run(key);
      expect(await inPages()).toEqual([1, 1, 1]);
      await deliveries.sweep();
      await deliveries.sweep();
      expect(mail.mails.map(({ to }) => to[0]).sort()).toEqual(
        ['li', 'wang', 'zhao'].map((who) => `${who}@binhai.example`),
      );
      expect(robot.posts).toHaveLength(1);
    },
    60_000,
  );

  it.each<[DeliveryStep, number]>([
    ['claimed', 1],
    // The documented window: the receiver has it, the row does not say so yet.
    ['accepted', 2],
    ['marked', 1],
  ])(
    'an e-mail whose worker is killed at step %s of sending arrives %d time(s), with one Message-ID',
    async (dieAt, times) => {
      const key = await post();
      await fanOut.run(key);
      const [row] = await database.query<{ id: string }>(
        `SELECT id FROM notice_delivery WHERE account = 'li' AND channel = 'email'`,
      );
      const id = row?.id ?? '';
      expect(await crash(order({ kind: 'deliver', id }, dieAt))).toBe('SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 350));
      await deliveries.sweep();
      await deliveries.sweep();
      const own = mail.mails.filter(({ to }) => to[0] === 'li@binhai.example');
      expect(own).toHaveLength(times);
      expect(new Set(own.map(({ messageId }) => messageId)).size).toBe(1);
      const states = await database.query(`SELECT FROM notice_delivery WHERE state <> 'sent'`);
      expect(states).toHaveLength(0);
    },
    60_000,
  );

  it('a claim is left alone until its lease has run out', async () => {
    const key = await post();
    await fanOut.run(key);
    await database.query(
      `UPDATE notice_delivery SET state = 'sending', attempts = 1, lease_until = now() + interval '1 minute'
       WHERE channel = 'wecom'`,
    );
    await deliveries.sweep();
    expect(robot.posts).toHaveLength(0);
    await database.query(
      `UPDATE notice_delivery SET lease_until = now() - interval '1 second' WHERE channel = 'wecom'`,
    );
    await deliveries.sweep();
    expect(robot.posts).toHaveLength(1);
  });

  describe.each(['redis', 'postgresql'] as const)('with the jobs on %s', (kind) => {
    it('everything arrives once though the queue is flushed before and after handing out', async () => {
      const redisUrl = kind === 'redis' ? process.env.LANDFALL_TEST_REDIS_URL : undefined;
      const backend = await openQueueBackend({ databaseUrl: testDatabase.url, redisUrl });
      expect(backend.kind).toBe(kind);
      const queues = new JobQueues(backend, []);
      await queues.flush();
      const relay = new OutboxRelay(database, clock, queues.queueFor, { intervalMs: 20, staleMs: 300 });
      for (let number = 0; number < 5; number += 1) await post();
      expect(await relay.relay()).toBe(5);
      await queues.flush();

      const [first] = await database.query<{ key: string }>('SELECT key FROM notice ORDER BY id LIMIT 1');
      await fanOut.run(first?.key ?? '');
      expect(await relay.relay()).toBe(4);
      await queues.flush();

      const runner = new JobRunner(database, clock, backend, notificationJobs(fanOut, deliveries));
      runner.start();
      relay.start();
      await until(async () => (await database.query('SELECT FROM outbox_message')).length === 0);
      await relay.stop();
      await runner.stop();
      await queues.close();
      await backend.close();
      expect(await inPages()).toEqual([5, 5, 5]);
      expect(mail.mails).toHaveLength(15);
      expect(new Set(mail.mails.map(({ messageId }) => messageId)).size).toBe(15);
      expect(robot.posts).toHaveLength(5);
    }, 60_000);
  });
});
