import { dayOf, instantAt, shippedCalendar, WorkingCalendar } from '@landfall/calendar';
import { type ProcessDefinition, SYSTEM_ACTOR } from '@landfall/process-definition';
import { BOSS, EngineUnderTest } from '../../test/engine-under-test';
import { closed, pattern, titled, work } from '../../test/patterns/pattern';
import { of } from '../../test/patterns/pattern-world';
import { applyDeadlineChanges, previewDeadlineChanges } from '../deadline-change';
import { TimerSweeper } from './timer-sweeper';

const day = (context: Readonly<Record<string, unknown>>): string | null =>
  ((context as { facts: { on?: string } }).facts.on ?? null) as string | null;

/** Reminds of a meeting three working days before its day, at nine. */
const meeting: ProcessDefinition = {
  ...pattern(
    'meeting',
    {
      initial: 'open',
      states: {
        open: {
          meta: titled('open'),
          initial: 'waits',
          on: { suspend: 'held', postpone: { target: '.waits', reenter: true, actions: 'learn' } },
          states: {
            waits: { ...work('papers'), on: { 'papers.done': 'late' }, after: { patience: 'late' } },
            late: { ...work('minutes'), on: { 'minutes.done': '#meeting.end' } },
            asBefore: { type: 'history', history: 'deep' },
          },
        },
        held: {
          ...work('reason'),
          tags: 'clockPaused',
          on: { goOn: 'open.asBefore', 'reason.done': 'open.asBefore' },
        },
        end: closed(),
      },
    },
    { tasks: ['papers', 'minutes', 'reason'], signals: ['suspend', 'goOn', 'postpone'] },
  ),
  delayRules: { patience: { before: day, amount: 3, unit: 'workingDay', at: '09:00', source: '会前三个工作日' } },
};

const NEXT = (dayOff: string): WorkingCalendar => {
  const shipped = shippedCalendar();
  const notices = shipped.notices.map((notice) =>
    notice.year === Number(dayOff.slice(0, 4))
      ? { ...notice, holidays: [...notice.holidays, { on: dayOff, name: { zh: '纪念日', en: 'a day off' } }] }
      : notice,
  );
  return new WorkingCalendar({ ...shipped, version: 2, notices });
};

describe('a timer that is counted back from a date', () => {
  let world: EngineUnderTest;
  beforeEach(async () => {
    world = await EngineUnderTest.open({ definitions: [meeting] });
  });
  afterEach(() => world.close());

  // The clock stands at 09:00 on Monday 2 March 2026.
  const start = async (on: string | null): Promise<string> =>
    (await world.engine.start({ definition: 'meeting', input: { on }, actor: of('starter') })).instanceId;
  const send = (instanceId: string, type: string, more: object = {}) =>
    world.engine.send({ instanceId, event: { type, ...more }, actor: SYSTEM_ACTOR });
  const armed = async (id: string) =>
    (await world.timers(id)).filter(({ state, timer_key }) => state === 'armed' && timer_key.includes('waits'))[0];
  const sweep = () => new TimerSweeper(world.sql, world.clock, world.engine, { intervalMs: 60_000 }).sweep();
  const arithmeticOf = async (id: string): Promise<Record<string, unknown> | null> => {
    const [row] = await world.sql.query<{ deadline: Record<string, unknown> | null }>(
      `SELECT deadline FROM timer WHERE instance_id = $1 AND state IN ('armed', 'suspended')`,
      [id],
    );
    return row?.deadline ?? null;
  };

  it('is due so many working days before, and fires then', async () => {
    const id = await start('2026-03-11');
    expect((await armed(id))?.due_at).toEqual(instantAt('2026-03-06', '09:00'));
    expect(await arithmeticOf(id)).toMatchObject({
      amount: 3,
      unit: 'workingDay',
      source: '会前三个工作日',
      skipped: [{ from: '2026-03-07', to: '2026-03-08', kind: 'weekend' }],
      countdown: { before: '2026-03-11', at: '09:00', armedAt: '2026-03-02T01:00:00.000Z' },
    });
    world.clock.set(instantAt('2026-03-06', '08:59'));
    expect(await sweep()).toBe(0);
    world.clock.set(instantAt('2026-03-06', '09:00'));
    expect(await sweep()).toBe(1);
    expect((await world.instance(id))?.states).toEqual(['open.late']);
  });

  it('is due at once when the moment has passed', async () => {
    const id = await start('2026-03-03');
    expect((await armed(id))?.due_at).toEqual(world.clock.now());
    expect(await sweep()).toBe(1);
  });

  it('takes the number of the machine when there is no date', async () => {
    const id = await start(null);
    const patience = Number(meeting.machine.implementations.delays.patience);
    expect((await armed(id))?.due_at.getTime()).toBe(world.clock.now().getTime() + patience);
    expect(await arithmeticOf(id)).toBeNull();
  });

  it('reads the date anew when its state is entered anew', async () => {
    const id = await start('2026-03-11');
    await send(id, 'postpone', { form: { on: '2026-03-18' } });
    expect((await armed(id))?.due_at).toEqual(instantAt('2026-03-13', '09:00'));
  });

  it('does not shift with a pause, and is due at once where it passed meanwhile', async () => {
    const ids = [await start('2026-03-18'), await start('2026-03-11')] as const;
    for (const id of ids) await send(id, 'suspend');
    expect(await arithmeticOf(ids[0])).toMatchObject({ pauses: [] });
    world.clock.set(instantAt('2026-03-09', '10:00'));
    expect(await sweep()).toBe(0);
    for (const id of ids) await send(id, 'goOn');
    expect((await armed(ids[0]))?.due_at).toEqual(instantAt('2026-03-13', '09:00'));
    expect((await armed(ids[1]))?.due_at).toEqual(instantAt('2026-03-09', '10:00'));
    expect(await sweep()).toBe(1);
    expect((await world.instance(ids[1]))?.states).toEqual(['open.late']);
  });

  it('moves with the working calendar, once, armed or standing still', async () => {
    const [running, held, far] = [await start('2026-03-11'), await start('2026-03-11'), await start('2026-04-20')];
    await send(held, 'suspend');
    const next = NEXT('2026-03-09');
    const { moved } = await previewDeadlineChanges(world.sql, next);
    const timers = moved.filter(({ subject }) => subject === 'timer');
    expect(timers.map(({ instanceId }) => instanceId).sort()).toEqual([running, held].sort());
    expect(timers[0]).toMatchObject({ after: instantAt('2026-03-05', '09:00'), daysMoved: -1 });
    const apply = () =>
      world.sql.transaction((tx) => applyDeadlineChanges(tx, next, { actor: BOSS, at: world.clock.now() }));
    expect((await apply()).moved.filter(({ subject }) => subject === 'timer')).toHaveLength(2);
    expect(await apply()).toEqual({ moved: [], confirmed: [] });
    for (const id of [running, held]) {
      expect(await arithmeticOf(id)).toMatchObject({
        dueAt: instantAt('2026-03-05', '09:00').toISOString(),
        calendar: { version: 2 },
        skipped: [
          { from: '2026-03-07', to: '2026-03-08', kind: 'weekend' },
          { from: '2026-03-09', to: '2026-03-09', kind: 'holiday' },
        ],
        countdown: { before: '2026-03-11' },
      });
    }
    expect((await armed(running))?.due_at).toEqual(instantAt('2026-03-05', '09:00'));
    expect(dayOf((await armed(far))?.due_at ?? new Date(0))).toBe('2026-04-15');
    world.clock.set(instantAt('2026-03-05', '09:00'));
    expect(await sweep()).toBe(1);
  });
});
