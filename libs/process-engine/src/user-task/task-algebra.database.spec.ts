import { Rejection } from '@landfall/process-definition';
import fc from 'fast-check';
import { contract } from '../../test/contract.definition';
import { EngineUnderTest } from '../../test/engine-under-test';
import { checkLaws, type Deed, deedOf, law, PEOPLE, type Scene, step } from '../../test/task-stories';
import { InstanceCache } from '../commit/instance-cache';
import { InstanceLoader } from '../commit/instance-loader';
import type { LiveTask } from '../commit/loaded-instance';
import type { ProcessEngine } from '../process-engine';
import { TASK_COLUMNS } from './task-columns';

const STORIES = 25;
const STEPS = 70;

/**
 * The same laws on PostgreSQL: two engines take turns, so that every other step is decided from what the other one stored,
 * and the scene is read from the tables each time.
 */
describe('the task algebra on a database', () => {
  let world: EngineUnderTest;
  let loader: InstanceLoader;
  beforeAll(async () => {
    world = await EngineUnderTest.open();
    await world.engines.pop()?.close();
    const options = {
      supervisorsOf: (group: string) => [`${group.split('.')[0]}.chief`],
      overseersOf: () => ['office.staff'],
      administrators: ['admin.security'],
      fallbackGroup: 'office.staff',
    };
    await world.addEngine(options, [contract]);
    await world.addEngine(options, [contract]);
    loader = new InstanceLoader(world.engine.definitions, new InstanceCache(1));
  });
  afterAll(() => world.close());

  const sceneOf = (id: string): Promise<Scene> =>
    world.sql.transaction(async (tx) => {
      const instance = await loader.look(tx.client, id);
      if (!instance) throw new Error('The instance is gone');
      const rows = await tx.query<{ task: LiveTask }>(
        `SELECT json_build_object(${TASK_COLUMNS.map((column) => `'${column}', ${column}`).join(', ')}) AS task
         FROM user_task WHERE instance_id = $1 ORDER BY created_at, id`,
        [id],
      );
      return {
        instance,
        tasks: rows.map(({ task }) => task),
        timers: await tx.query('SELECT timer_key, state FROM timer WHERE instance_id = $1', [id]),
        copies: await tx.query('SELECT id, account FROM carbon_copy WHERE instance_id = $1 ORDER BY id', [id]),
      };
    });

  const perform = async (engine: ProcessEngine, instanceId: string, deed: Deed): Promise<boolean> => {
    try {
      switch (deed.kind) {
        case 'task':
          await engine.performOnTask(deed);
          return true;
        case 'event':
          await engine.sendPersonEvent({ instanceId, type: deed.type, form: {}, actor: deed.actor });
          return true;
        case 'read':
          await engine.readCopy(deed);
          return true;
        case 'fire': {
          const now = world.clock.now();
          if (deed.atItsTime) world.clock.set(new Date(Math.max(now.getTime(), Date.parse(deed.dueAt))));
          return engine.fireTimer(deed.timerId);
        }
        case 'pass':
          world.clock.advance(deed.hours * 3_600_000);
          return false;
      }
    } catch (error) {
      if (error instanceof Rejection) return false;
      throw error;
    }
  };

  it('keeps its laws, and history has every accepted operation once', async () => {
    const [clerk] = PEOPLE;
    if (!clerk) throw new Error('There is nobody to file a contract');
    const stories = fc.sample(fc.array(step, { minLength: STEPS, maxLength: STEPS }), {
      numRuns: STORIES,
      seed: 20261125,
    });
    let done = 0;
    for (const steps of stories) {
      const { instanceId } = await world.engine.start({ definition: 'contract', input: {}, actor: clerk });
      let accepted = 1;
      for (const [index, told] of steps.entries()) {
        const scene = await sceneOf(instanceId);
        checkLaws(scene);
        const deed = deedOf(scene, told);
        const engine = world.engines[index % 2];
        // A copy that is read again answers with the first reading and is no second entry.
        const repeats = deed?.kind === 'read' && scene.copies.length > 0;
        if (deed && engine && (await perform(engine, instanceId, deed)) && !repeats) accepted += 1;
      }
      checkLaws(await sceneOf(instanceId));
      const [counted] = await world.sql.query<{ entries: number; rev: number; last: number }>(
        `SELECT count(*)::int AS entries, max(seq) AS last, (SELECT rev FROM process_instance WHERE id = $1) AS rev
         FROM process_history WHERE instance_id = $1 AND kind <> 'copyRead'`,
        [instanceId],
      );
      law(counted?.entries === accepted, `${accepted} operations were accepted, but history has ${counted?.entries}`);
      done += accepted;
    }
    expect(done).toBeGreaterThan(STORIES * 12);
  }, 240_000);
});
