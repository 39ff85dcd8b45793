import { crash } from '../test/crash';
import { NotificationsUnderTest } from '../test/notifications-under-test';
import type { ReminderStep } from './deadline-reminders';

describe('reminders of deadlines', () => {
  let world: NotificationsUnderTest;
  beforeEach(async () => {
    world = await NotificationsUnderTest.open();
  });
  afterEach(() => world.close());

  const said = async (kind: string) => (await world.noticesOfKind(kind)).map(({ title }) => title.zh);

  it('come once when a task is due within the next working day', async () => {
    await world.addTask({ dueAt: '2026-11-26T17:30', assignee: 'li', state: 'claimed' });
    await world.addTask({ dueAt: '2026-11-25T17:30' });
    await world.addTask({ dueAt: '2026-11-27T09:00' });
    expect(await world.reminders.sweep()).toBe(2);
    expect(await world.reminders.sweep()).toBe(0);
    expect(await world.noticesOfKind('task.dueSoon')).toMatchObject([
      {
        title: { zh: '“任务review”（海水淡化项目）将于11月25日（周三）17:30到期' },
        accounts: [],
        groups: ['D01.specialist'],
      },
      {
        title: {
          zh: '“任务review”（海水淡化项目）将于11月26日（周四）17:30到期',
          en: '‘Task review’ (海水淡化项目) is due Thu 26 Nov 17:30',
        },
        accounts: ['li'],
        groups: [],
      },
    ]);
  });

  it('look over the days off', async () => {
    world.setTime('2026-09-30T10:00');
    await world.addTask({ dueAt: '2026-10-08T17:30' });
    await world.addTask({ dueAt: '2026-10-09T17:30' });
    expect(await world.reminders.sweep()).toBe(1);
  });

  it('leave alone what is not open', async () => {
    await world.addTask({ dueAt: '2026-11-24T17:30', state: 'completed' });
    await world.addTask({ dueAt: '2026-11-26T17:30', state: 'suspended' });
    expect(await world.reminders.sweep()).toBe(0);
  });

  it('come anew when the deadline is moved, and only then', async () => {
    const id = await world.addTask({ dueAt: '2026-11-26T17:30' });
    await world.reminders.sweep();
    await world.database.query('UPDATE user_task SET due_at = $2 WHERE id = $1', [
      id,
      new Date('2026-12-10T09:30:00Z'),
    ]);
    expect(await world.reminders.sweep()).toBe(0);
    world.setTime('2026-12-09T10:00');
    expect(await world.reminders.sweep()).toBe(1);
    expect(await world.reminders.sweep()).toBe(0);
  });

  it('of what is overdue come at once, and then at most every five working days', async () => {
    await world.addTask({ dueAt: '2026-11-25T17:30' });
    world.setTime('2026-11-25T17:29');
    await world.reminders.sweep();
    expect(await said('task.overdue')).toEqual([]);
    const sweeps: [time: string, posted: number][] = [
      ['2026-11-25T17:31', 1],
      ['2026-11-25T17:32', 0],
      ['2026-11-28T12:00', 0],
      ['2026-12-01T23:59', 0],
      ['2026-12-02T00:01', 1],
      ['2026-12-08T12:00', 0],
      ['2026-12-21T12:00', 1],
      ['2026-12-25T12:00', 0],
    ];
    for (const [time, posted] of sweeps) {
      world.setTime(time);
      expect([time, await world.reminders.sweep()]).toEqual([time, posted]);
    }
    expect(await said('task.overdue')).toEqual([
      '“任务review”（海水淡化项目）已超期',
      '“任务review”（海水淡化项目）已超期5个工作日',
      '“任务review”（海水淡化项目）已超期18个工作日',
    ]);
  });

  it('come once when several processes sweep and when the clock jumps a day, forward or back', async () => {
    await world.addTask({ dueAt: '2026-11-26T17:30' });
    const others = [world.reminders, world.reminders, world.reminders];
    const posted = await Promise.all(others.map((reminders) => reminders.sweep()));
    expect(posted.reduce((sum, one) => sum + one, 0)).toBe(1);
    for (const time of ['2026-11-27T10:00', '2026-11-26T10:00', '2026-11-27T10:00', '2026-11-25T10:00']) {
      world.setTime(time);
      await world.reminders.sweep();
    }
    expect(await said('task.dueSoon')).toHaveLength(1);
    expect(await said('task.overdue')).toHaveLength(1);
  });

  it.each<ReminderStep>(['read', 'written', 'committed'])(
    'come once when the worker is killed at step %s',
    async (dieAt) => {
      await world.addTask({ dueAt: '2026-11-26T17:30' });
      await world.addTask({ dueAt: '2026-11-24T17:30' });
      const work = { kind: 'remind', at: world.clock.now().toISOString() } as const;
      expect(await crash({ databaseUrl: world.databaseUrl, mailUrl: '', webhook: '', work, dieAt })).toBe('SIGKILL');
      await world.reminders.sweep();
      expect(await world.reminders.sweep()).toBe(0);
      expect(await said('task.dueSoon')).toHaveLength(1);
      expect(await said('task.overdue')).toHaveLength(1);
      const jobs = await world.database.query('SELECT FROM outbox_message');
      expect(jobs).toHaveLength(2);
    },
    60_000,
  );

  it('go through more tasks than a page holds', async () => {
    for (let number = 0; number < 3; number += 1) await world.addTask({ dueAt: '2026-11-26T17:30' });
    await world.database.query(
      `INSERT INTO user_task (id, item_id, instance_id, definition_key, definition_version, task_key, slot, state,
         candidate_group, created_at, due_at, deadline, reminders)
       SELECT gen_random_uuid(), gen_random_uuid(), instance_id, definition_key, definition_version, task_key, slot, state,
         candidate_group, created_at, due_at, deadline, reminders FROM user_task, generate_series(1, 150)`,
    );
    expect(await world.reminders.sweep()).toBe(453);
    expect(await world.reminders.sweep()).toBe(0);
  });
});
