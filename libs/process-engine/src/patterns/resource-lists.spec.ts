import type { Actor } from '@landfall/process-definition';
import { PatternEngine } from '../../test/patterns/pattern-engine';
import { candidate, of } from '../../test/patterns/pattern-world';
import { bundle, desk, pool } from '../../test/patterns/resource.definitions';
import { Workloads } from '../user-task/allocation';

const POOL = ['qian', 'sun', 'zhou'].map((accountId) => ({ accountId, name: accountId }));
const WANG = of('desk.clerk', 'wang');
const LI = of('desk.clerk', 'li');
const DAY = 86_400_000;

describe('resources: lists of work and what is chosen from them, on PostgreSQL', () => {
  let world: PatternEngine;
  let workloads: Workloads;
  beforeEach(async () => {
    const definitions = [bundle, desk, pool('roundRobin'), pool('shortestQueue'), pool('mostExperienced')];
    // The figures are read from the database that opening the engine makes.
    world = await PatternEngine.open(definitions, { allocator: { choose: (request) => workloads.choose(request) } });
    workloads = new Workloads(world.world.sql, (group) => (group === 'pool.clerk' ? POOL : []));
  });
  afterEach(() => world.close());

  /** Starts a process of a pool and says who got its task. */
  const given = async (definition: string): Promise<{ id: string; to: string | null }> => {
    await workloads.refresh();
    const id = await world.start(definition);
    return { id, to: (await world.world.openTask(id, 'job')).assignee };
  };

  const performOn = async (id: string, key: string, kind: 'claim' | 'complete', actor: Actor): Promise<void> => {
    const { id: taskId } = await world.world.openTask(id, key);
    if (kind === 'claim') await world.engine.claimTask({ taskId, actor });
    else await world.engine.completeTask({ taskId, outcome: 'done', form: {}, actor });
  };

  const shown = async (page: Promise<{ tasks: readonly { instanceId: string }[] }>): Promise<string[]> =>
    (await page).tasks.map(({ instanceId }) => instanceId);

  it('WRP-09 History-Based Distribution: it goes to whoever has done this most often', async () => {
    const first = await given('pool-mostexperienced');
    expect(first.to).toBe('qian');
    await world.engine.performOnTask({
      taskId: (await world.world.openTask(first.id, 'job')).id,
      operation: { kind: 'transfer', to: candidate(of('pool.clerk', 'zhou')), reason: '转办' },
      actor: of('pool.clerk', 'qian'),
    });
    await performOn(first.id, 'job', 'complete', of('pool.clerk', 'zhou'));
    for (const _ of [1, 2]) expect((await given('pool-mostexperienced')).to).toBe('zhou');
  });

  it('WRP-16 Round Robin Allocation: everybody of the pool gets one in his turn', async () => {
    const turns: (string | null)[] = [];
    for (const _ of Array.from({ length: 6 })) {
      turns.push((await given('pool-roundrobin')).to);
      world.world.clock.advance(1000);
    }
    expect(turns).toEqual(['qian', 'sun', 'zhou', 'qian', 'sun', 'zhou']);
  });

  it('WRP-17 Shortest Queue: it goes to whoever has least in hand', async () => {
    const first = await given('pool-shortestqueue');
    expect([first.to, (await given('pool-shortestqueue')).to, (await given('pool-shortestqueue')).to]).toEqual([
      'qian',
      'sun',
      'zhou',
    ]);
    expect((await given('pool-shortestqueue')).to).toBe('qian');
    await performOn(first.id, 'job', 'complete', of('pool.clerk', 'qian'));
    // One each now; then qian has two, and sun is the first of those with least.
    expect((await given('pool-shortestqueue')).to).toBe('qian');
    expect((await given('pool-shortestqueue')).to).toBe('sun');
  });

  it('WRP-24 System-Determined Work Queue Content: the list holds what its groups may do, the most urgent first', async () => {
    const early = await world.start('desk');
    world.world.clock.advance(2 * DAY);
    const late = await world.start('desk');
    await given('pool-roundrobin');
    expect(await shown(world.inbox.group(['desk.clerk'], { limit: 10 }))).toEqual([early, late]);
    await performOn(early, 'handle', 'claim', LI);
    expect(await shown(world.inbox.group(['desk.clerk'], { limit: 10 }))).toEqual([late]);
  });

  it('WRP-25 Resource-Determined Work Queue Content: whoever reads it chooses its order and what it shows', async () => {
    const early = await world.start('desk');
    const pages = await world.start('bundle');
    world.world.clock.advance(2 * DAY);
    const late = await world.start('desk');
    const groups = ['desk.clerk'];
    const handle = { limit: 10, taskKeys: ['handle'] };
    expect(await shown(world.inbox.group(groups, { ...handle, order: 'arrived' }))).toEqual([early, late]);
    expect(await shown(world.inbox.group(groups, { ...handle, order: '-arrived' }))).toEqual([late, early]);
    expect(await shown(world.inbox.group(groups, { limit: 10, taskKeys: ['page'] }))).toEqual([pages, pages, pages]);
    const dueBefore = (await world.world.openTask(late, 'handle')).due_at;
    expect(await shown(world.inbox.group(groups, { ...handle, dueBefore }))).toEqual([early]);
    expect(await shown(world.inbox.group(groups, { limit: 10, instanceIds: [late] }))).toEqual([late]);
  });

  it('WRP-38 Piled Execution: all work of one kind is listed over all cases and done in one go', async () => {
    const cases = [await world.start('desk'), await world.start('desk'), await world.start('desk')];
    await world.start('bundle');
    const pile = await world.inbox.group(['desk.clerk'], { limit: 10, taskKeys: ['handle'] });
    expect(pile.tasks.map(({ instanceId }) => instanceId).sort()).toEqual([...cases].sort());
    await Promise.all(
      pile.tasks.map(({ id }) => world.engine.completeTask({ taskId: id, outcome: 'done', form: {}, actor: LI })),
    );
    for (const id of cases) expect(await world.states(id)).toEqual(['open.check']);
    expect((await world.inbox.done('li', { limit: 10, taskKeys: ['handle'] })).tasks).toHaveLength(3);
  });

  it('WRP-40 Configurable Unallocated Work Item Visibility: an offer is seen by its groups and by whom it was escalated to', async () => {
    const id = await world.start('desk');
    const seen = (group: string) => shown(world.inbox.group([group], { limit: 10 }));
    expect([await seen('desk.clerk'), await seen('desk.chief'), await seen('other.clerk')]).toEqual([[id], [], []]);
    world.world.clock.advance(7 * DAY);
    const [timer] = await world.world.timers(id);
    expect(await world.engine.fireTimer(timer?.id ?? '')).toBe(true);
    expect([await seen('desk.clerk'), await seen('desk.chief'), await seen('other.clerk')]).toEqual([[id], [id], []]);
  });

  it('WRP-41 Configurable Allocated Work Item Visibility: what somebody has in hand is seen by him and his substitute', async () => {
    const id = await world.start('desk');
    await performOn(id, 'handle', 'claim', LI);
    const query = { limit: 10 };
    expect(await shown(world.inbox.todo(['li'], query))).toEqual([id]);
    expect(await shown(world.inbox.todo(['wang'], query))).toEqual([]);
    expect(await shown(world.inbox.group(WANG.groups, query))).toEqual([]);
    // Whoever is Li's substitute today asks for both.
    expect(await shown(world.inbox.todo(['fan', 'li'], query))).toEqual([id]);
    expect(await world.inbox.openTasksOf([id])).toMatchObject([{ taskKey: 'handle', assignee: { accountId: 'li' } }]);
  });
});
