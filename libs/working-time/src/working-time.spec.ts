import {
  computeDeadline,
  type DeadlineArithmetic,
  dayOf,
  type HolidayNotice,
  instantAt,
  shippedCalendar,
  WorkingCalendar,
} from '@landfall/calendar';
import { Outbox } from '@landfall/outbox';
import type { DeadlineRule } from '@landfall/process-definition';
import { BOSS, EngineUnderTest, person } from '../../process-engine/test/engine-under-test';
import { loadCalendar } from './load-calendar';
import { workingTimeJobs } from './realign-deadlines';
import { WorkingTime } from './working-time';

const ADMIN = person('admin', 'LGO.system-admin');
const SHIPPED = new WorkingCalendar(shippedCalendar());
const name = { zh: '元旦', en: "New Year's Day" };

/** 2027 as it might be announced: Friday to Monday off, the Saturday after worked. */
const NOTICE: HolidayNotice = {
  year: 2027,
  number: '国办发明电〔2026〕0号',
  issuedOn: '2026-11-20',
  holidays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'].map((on) => ({ on, name })),
  makeUpWorkdays: [{ on: '2027-01-09', name }],
};
const CHANGE = { kind: 'notice', notice: NOTICE } as const;
const by = (basedOn: number, actor = ADMIN) => ({ basedOn, actor, reason: '录入国办通知' });

describe('the working time', () => {
  let world: EngineUnderTest;
  let workingTime: WorkingTime;
  beforeEach(async () => {
    world = await EngineUnderTest.open();
    world.clock.set(new Date('2026-11-25T02:00:00Z'));
    await Promise.all([1, 2].map(() => world.sql.transaction((tx) => loadCalendar(tx, world.clock))));
    workingTime = anotherProcess();
  });
  afterEach(() => world.close());

  const anotherProcess = () => new WorkingTime(world.sql, world.clock, new Outbox(world.clock));

  /** Gives an open task or timer a deadline of working days from a day on. */
  const giveDeadline = async (table: 'user_task' | 'timer', id: string, days: number, from: string) => {
    const rule: DeadlineRule = { amount: days, unit: 'workingDay', source: 'test' };
    const { dueAt, arithmetic } = computeDeadline(rule, instantAt(from, '10:00'), SHIPPED);
    await world.sql.query(`UPDATE ${table} SET due_at = $2, deadline = $3 WHERE id = $1`, [id, dueAt, arithmetic]);
  };

  /** An instance whose approval is due some working days after a day, and its timer two days before the approval. */
  const start = async (days: number, from: string) => {
    const id = await world.start();
    const task = await world.openTask(id, 'approval');
    await giveDeadline('user_task', task.id, days, from);
    return { id, taskId: task.id };
  };

  const deadlines = async (table: 'user_task' | 'timer', instanceId: string) =>
    (
      await world.sql.query<{ due_at: Date; deadline: DeadlineArithmetic | null }>(
        `SELECT due_at, deadline FROM ${table} WHERE instance_id = $1 ORDER BY id`,
        [instanceId],
      )
    ).map(({ due_at, deadline }) => [dayOf(due_at), deadline?.provisional, deadline?.calendar.version]);

  const runJob = async (job = ''): Promise<void> => {
    await workingTimeJobs(workingTime)[job]?.({}, { messageId: '1' } as never);
  };

  it('begins with the shipped notices, once', async () => {
    expect((await workingTime.view()).years()).toEqual([2022, 2023, 2024, 2025, 2026]);
    expect(workingTime.latest().version).toBe(1);
    expect(await workingTime.history()).toMatchObject([
      { version: 1, kind: 'shipped', changedBy: { accountId: 'system' }, moved: 0 },
    ]);
  });

  it('cannot be asked before it was loaded', async () => {
    expect(() => workingTime.latest()).toThrow('loaded the calendar');
    await workingTime.view();
    expect(workingTime.latest().isWorkday('2026-11-25')).toBe(true);
  });

  it('previews what a notice moves, and writes nothing', async () => {
    const moving = await start(5, '2026-12-29');
    await start(3, '2026-11-25');
    const preview = await workingTime.preview(CHANGE);
    expect(preview).toMatchObject({ basedOn: 1, next: { version: 2 }, confirmed: [] });
    expect(preview.moved).toMatchObject([
      {
        subject: 'userTask',
        id: moving.taskId,
        instanceId: moving.id,
        definitionKey: 'purchase-request',
        key: 'approval',
        slot: '',
        before: instantAt('2027-01-06', '17:30'),
        after: instantAt('2027-01-07', '17:30'),
        daysMoved: 1,
        arithmetic: { provisional: false, calendar: { version: 2 } },
      },
    ]);
    expect(await deadlines('user_task', moving.id)).toEqual([['2027-01-06', true, 1]]);
    expect(await world.instance(moving.id)).toMatchObject({ rev: 1 });
    expect(await workingTime.history()).toHaveLength(1);
  });

  it('applies a notice to tasks and timers in one step, with history', async () => {
    const moving = await start(5, '2026-12-29');
    const [timer] = await world.timers(moving.id);
    await giveDeadline('timer', timer?.id ?? '', 4, '2026-12-29');
    const confirmed = await start(1, '2027-01-11');
    const untouched = await start(3, '2026-11-25');
    const before = await world.instance(moving.id);

    const applied = await workingTime.apply(CHANGE, by(1));

    expect(applied).toMatchObject({ version: 2, moved: [{ subject: 'timer' }, { subject: 'userTask' }] });
    expect(applied.confirmed).toMatchObject([{ instanceId: confirmed.id, daysMoved: 0 }]);
    expect(workingTime.latest().hasNotice(2027)).toBe(true);
    expect(await deadlines('user_task', moving.id)).toEqual([['2027-01-07', false, 2]]);
    expect(await deadlines('timer', moving.id)).toEqual([['2027-01-06', false, 2]]);
    expect(await deadlines('user_task', confirmed.id)).toEqual([['2027-01-12', false, 2]]);
    expect(await deadlines('user_task', untouched.id)).toEqual([['2026-11-30', false, 1]]);

    expect(await world.instance(moving.id)).toEqual({ ...before, rev: 2 });
    expect((await world.history(moving.id)).at(-1)).toMatchObject({
      seq: 2,
      kind: 'deadlinesMoved',
      event: 'deadlinesMoved',
      actor_id: 'admin',
      from_states: ['approval'],
      to_states: ['approval'],
      commands: [],
      payload: {
        calendarVersion: 2,
        moved: [
          { subject: 'timer', before: '2027-01-05T09:30:00.000Z', after: '2027-01-06T09:30:00.000Z' },
          {
            subject: 'userTask',
            key: 'approval',
            before: '2027-01-06T09:30:00.000Z',
            after: '2027-01-07T09:30:00.000Z',
          },
        ],
        confirmed: [],
      },
    });
    expect(await world.history(untouched.id)).toHaveLength(1);
    expect(await workingTime.history()).toMatchObject([
      {
        version: 2,
        kind: 'notice',
        reason: '录入国办通知',
        changedBy: { accountId: 'admin', unit: 'admin' },
        at: world.clock.now(),
        moved: 2,
        confirmed: 1,
      },
      { version: 1 },
    ]);
  });

  it('lets an engine that remembers the instance go on from there', async () => {
    const { id, taskId } = await start(5, '2026-12-29');
    await workingTime.apply(CHANGE, by(1));
    await world.engine.completeTask({ taskId, outcome: 'approve', form: { amount: '10' }, actor: BOSS });
    expect((await world.history(id)).map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'started'],
      [2, 'deadlinesMoved'],
      [3, 'event'],
    ]);
  });

  it('lets one of two administrators win and tells the other', async () => {
    const { id } = await start(5, '2026-12-29');
    const results = await Promise.allSettled(
      [anotherProcess(), anotherProcess()].map((process) => process.apply(CHANGE, by(1))),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'CALENDAR.CHANGED_MEANWHILE', status: 409, params: { basedOn: 1, current: 2 } },
    });
    expect(await world.instance(id)).toMatchObject({ rev: 2 });
    await expect(workingTime.apply(CHANGE, by(1))).rejects.toMatchObject({ code: 'CALENDAR.CHANGED_MEANWHILE' });
    await expect(workingTime.apply(CHANGE, by(2))).rejects.toMatchObject({ code: 'CALENDAR.NOTHING_CHANGES' });
  });

  it('moves nothing when the version cannot be written', async () => {
    const { id } = await start(5, '2026-12-29');
    await world.sql.query(`
      CREATE FUNCTION break_down() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$`);
    await world.sql.query(`
      CREATE TRIGGER break_down BEFORE INSERT ON calendar_version FOR EACH ROW EXECUTE FUNCTION break_down()`);
    await expect(workingTime.apply(CHANGE, by(1))).rejects.toThrow('broken');
    expect(await deadlines('user_task', id)).toEqual([['2027-01-06', true, 1]]);
    expect(await world.history(id)).toHaveLength(1);
    expect((await workingTime.view()).version).toBe(1);
  });

  it('never changes a version afterwards', async () => {
    await expect(world.sql.query('UPDATE calendar_version SET reason = $1', ['x'])).rejects.toThrow('append-only');
    await expect(world.sql.query('DELETE FROM calendar_version')).rejects.toThrow('append-only');
  });

  it('is seen by other processes', async () => {
    const other = anotherProcess();
    await other.view();
    await workingTime.apply(CHANGE, by(1));
    expect(other.latest().version).toBe(1);
    await other.refresh();
    expect(other.latest().version).toBe(2);
  });

  it('makes good what a process opened by the version before, once', async () => {
    const applied = await workingTime.apply(CHANGE, by(1));
    const [job] = await world.sql.query<{ job: string; payload: unknown; run_at: Date }>(
      `SELECT job, payload, run_at FROM outbox_message WHERE job LIKE 'working-time.%'`,
    );
    expect(job).toMatchObject({ payload: { version: applied.version } });
    expect(job?.run_at.getTime()).toBeGreaterThan(world.clock.now().getTime() + 5_000);
    const late = await start(5, '2026-12-29');
    await runJob(job?.job);
    await runJob(job?.job);
    expect(await deadlines('user_task', late.id)).toEqual([['2027-01-07', false, 2]]);
    expect((await world.history(late.id)).map(({ kind }) => kind)).toEqual(['started', 'deadlinesMoved']);
  });

  it('counts what was stored before there was a calendar', async () => {
    const { id, taskId } = await start(3, '2026-11-25');
    await world.sql.query(`UPDATE user_task SET due_at = $2, deadline = $3 WHERE id = $1`, [
      taskId,
      instantAt('2026-11-28', '17:30'),
      {
        from: '2026-11-25T02:00:00.000Z',
        amount: 3,
        unit: 'workingDay',
        source: 'test',
        calendar: 'plain-days',
        dueAt: '2026-11-28T09:30:00.000Z',
      },
    ]);
    await world.sql.query('TRUNCATE calendar_version');
    await world.sql.transaction((tx) => loadCalendar(tx, world.clock));
    const [job] = await world.sql.query<{ job: string }>(
      `SELECT job FROM outbox_message WHERE job LIKE 'working-time.%'`,
    );
    await runJob(job?.job);
    expect(await deadlines('user_task', id)).toEqual([['2026-11-30', false, 1]]);
  });

  it('stands in nobody’s way while people work', async () => {
    const started = await Promise.all(Array.from({ length: 24 }, () => start(5, '2026-12-29')));
    const second = await world.addEngine();
    const work = started.map(({ taskId }, index) => {
      const engine = index % 2 === 0 ? world.engine : second;
      return engine.completeTask({ taskId, outcome: 'approve', form: { amount: '10' }, actor: BOSS });
    });
    const [applied] = await Promise.all([workingTime.apply(CHANGE, by(1)), ...work]);
    for (const { id } of started) {
      const { rev } = (await world.instance(id)) ?? { rev: 0 };
      expect((await world.history(id)).map(({ seq }) => seq)).toEqual(Array.from({ length: rev }, (_, i) => i + 1));
    }
    const standing = await workingTime.realign();
    expect(standing.moved).toEqual([]);
    expect(applied.version).toBe(2);
  });

  it('knows the years whose notice is missing, and when that is an alarm', async () => {
    world.clock.set(new Date('2026-09-01T02:00:00Z'));
    expect(await workingTime.missingYears()).toEqual([]);
    await start(5, '2026-12-29');
    expect(await workingTime.missingYears()).toEqual([{ year: 2027, isAlarm: false, openDeadlines: 1, daysLeft: 122 }]);
    world.clock.set(instantAt('2026-10-31', '23:59'));
    expect(await workingTime.missingYears()).toMatchObject([{ year: 2027, isAlarm: false }]);
    world.clock.set(instantAt('2026-11-01', '00:00'));
    expect(await workingTime.missingYears()).toMatchObject([{ year: 2027, isAlarm: true, daysLeft: 61 }]);
    world.clock.set(instantAt('2027-02-01', '09:00'));
    expect(await workingTime.missingYears()).toMatchObject([{ year: 2027, isAlarm: true, daysLeft: -31 }]);
    await workingTime.apply(CHANGE, by(1));
    expect(await workingTime.missingYears()).toEqual([]);
  });

  it("moves deadlines by other working hours and by a unit's exceptions too", async () => {
    const { id, taskId } = await start(3, '2026-11-25');
    await world.sql.query(`UPDATE user_task SET deadline = deadline || '{"unitCode": "teda"}' WHERE id = $1`, [taskId]);
    const reason = { zh: '机关搬迁', en: 'moving house' };
    const exception = { unit: 'teda', on: '2026-11-27', kind: 'dayOff', reason } as const;
    await workingTime.apply({ kind: 'unitExceptions', add: [exception], remove: [] }, by(1));
    expect(await deadlines('user_task', id)).toEqual([['2026-12-01', false, 2]]);
    const hours = { validFrom: '2026-12-01', shifts: [{ from: '09:00', to: '17:00' }] };
    const { moved } = await workingTime.apply({ kind: 'workingHours', hours }, by(2));
    expect(moved).toMatchObject([{ after: instantAt('2026-12-01', '17:00'), daysMoved: 0 }]);
  });
});
