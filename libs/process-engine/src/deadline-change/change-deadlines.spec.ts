import { computeDeadline, instantAt, shippedCalendar, WorkingCalendar } from '@landfall/calendar';
import { BOSS, EngineUnderTest } from '../../test/engine-under-test';
import { applyDeadlineChanges, previewDeadlineChanges } from './change-deadlines';
import { countProvisionalDeadlines, readStandingDeadlines } from './open-deadlines';

const SHIPPED = shippedCalendar();
const NEXT = new WorkingCalendar({
  ...SHIPPED,
  version: 2,
  notices: [
    ...SHIPPED.notices,
    {
      year: 2027,
      number: 'test',
      issuedOn: '2026-11-20',
      holidays: ['2027-01-01', '2027-01-04'].map((on) => ({ on, name: { zh: '元旦', en: "New Year's Day" } })),
      makeUpWorkdays: [],
    },
  ],
});

/** Received before the end of 2026, due in January 2027. */
const PROVISIONAL = computeDeadline(
  { amount: 5, unit: 'workingDay', source: 'test' },
  instantAt('2026-12-29', '10:00'),
  new WorkingCalendar(SHIPPED),
);

describe('deadlines under another calendar', () => {
  let world: EngineUnderTest;
  beforeEach(async () => {
    world = await EngineUnderTest.open();
  });
  afterEach(() => world.close());

  const set = (table: 'user_task' | 'timer', id: string, state: string) =>
    world.sql.query(`UPDATE ${table} SET due_at = $2, deadline = $3, state = $4 WHERE id = $1`, [
      id,
      PROVISIONAL.dueAt,
      PROVISIONAL.arithmetic,
      state,
    ]);

  it.each([
    ['user_task', 'created', true],
    ['user_task', 'claimed', true],
    ['user_task', 'waiting', true],
    ['user_task', 'suspended', true],
    ['user_task', 'completed', false],
    ['user_task', 'cancelled', false],
    ['timer', 'armed', true],
    ['timer', 'suspended', true],
    ['timer', 'fired', false],
  ] as const)('a %s that is %s moves: %s', async (table, state, moves) => {
    const id = await world.start();
    const [row] = table === 'timer' ? await world.timers(id) : [await world.openTask(id, 'approval')];
    await set(table, row?.id ?? '', state);
    const { moved } = await previewDeadlineChanges(world.sql, NEXT);
    expect(moved.map((move) => move.id)).toEqual(moves ? [row?.id] : []);
    expect(await countProvisionalDeadlines(world.sql)).toEqual(new Map(moves ? [[2027, 1]] : []));
  });

  it('leaves a timer of plain milliseconds alone', async () => {
    const id = await world.start();
    expect((await world.timers(id)).map(({ state }) => state)).toEqual(['armed']);
    expect((await readStandingDeadlines(world.sql)).map(({ subject }) => subject)).toEqual(['userTask']);
  });

  it('writes once, however often it is applied', async () => {
    const id = await world.start();
    const task = await world.openTask(id, 'approval');
    await set('user_task', task.id, 'created');
    const apply = () =>
      world.sql.transaction((tx) => applyDeadlineChanges(tx, NEXT, { actor: BOSS, at: world.clock.now() }));
    const [first, second] = [await apply(), await apply()];
    expect(first.moved).toMatchObject([{ id: task.id, after: instantAt('2027-01-07', '17:30'), daysMoved: 1 }]);
    expect(second).toEqual({ moved: [], confirmed: [] });
    expect((await world.openTask(id, 'approval')).due_at).toEqual(instantAt('2027-01-07', '17:30'));
    expect(await world.instance(id)).toMatchObject({ rev: 2 });
  });

  it('takes an instance as it is once the lock is held', async () => {
    const id = await world.start();
    const task = await world.openTask(id, 'approval');
    await set('user_task', task.id, 'created');
    const holder = await world.sql.pool.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT id FROM process_instance WHERE id = $1 FOR UPDATE', [id]);
    const applied = world.sql.transaction((tx) =>
      applyDeadlineChanges(tx, NEXT, { actor: BOSS, at: world.clock.now() }),
    );
    await waitingForLock();
    await holder.query(`UPDATE user_task SET state = 'completed' WHERE id = $1`, [task.id]);
    await holder.query('COMMIT');
    holder.release();
    expect(await applied).toEqual({ moved: [], confirmed: [] });
    expect(await world.history(id)).toHaveLength(1);
  });

  const waitingForLock = async (): Promise<void> => {
    for (let waited = 0; waited < 500; waited += 1) {
      const waiting = await world.sql.query(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      if (waiting.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('Expected somebody to wait for the lock, but nobody does');
  };
});
