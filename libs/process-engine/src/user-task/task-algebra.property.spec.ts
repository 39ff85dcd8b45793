import fc from 'fast-check';
import { contract } from '../../test/contract.definition';
import {
  checkLaws,
  checkRights,
  type Deed,
  deedOf,
  KINDS,
  law,
  PEOPLE,
  type Step,
  step,
} from '../../test/task-stories';
import { TaskWorld } from '../../test/task-world';

const [CLERK] = PEOPLE;

const begin = (): TaskWorld => {
  if (!CLERK) throw new Error('There is nobody to file a contract');
  return new TaskWorld(contract, CLERK);
};

/** Why a deed was refused, or undefined when it was done. */
const attempt = (world: TaskWorld, deed: Deed): string | undefined => {
  switch (deed.kind) {
    case 'task':
      return world.attempt(() => world.perform(deed.taskId, deed.operation, deed.actor));
    case 'event':
      return world.attempt(() => world.personEvent(deed.type, deed.actor));
    case 'read':
      return world.attempt(() => world.readCopy(deed.copyId, deed.actor));
    case 'fire':
      if (deed.atItsTime) world.now = new Date(Math.max(world.now.getTime(), Date.parse(deed.dueAt)));
      return world.attempt(() => world.fire(deed.timerId));
    case 'pass':
      world.pass(deed.hours);
      return 'nothing is done';
  }
};

const tell = (steps: readonly Step[], world: TaskWorld, accepted: Map<string, number>): void => {
  for (const told of steps) {
    const before = new Map(world.instance.tasks);
    const entries = world.history.length;
    const deed = deedOf(world.scene, told);
    const refused = deed === undefined ? 'nothing to do' : attempt(world, deed);
    const written = world.history.length - entries;
    if (refused === undefined) {
      accepted.set(told.kind, (accepted.get(told.kind) ?? 0) + 1);
      law(written === 1 && world.history.at(-1)?.seq === world.instance.rev, `'${told.kind}' is not in history once`);
      checkRights(world.scene, before, world.history.at(-1));
    } else {
      law(written === 0, `'${told.kind}' was refused, but is in history`);
    }
    checkLaws(world.scene);
  }
};

/** The shortest story that breaks a law, told so that somebody can follow it. */
const story = (steps: readonly Step[]): string => {
  const world = begin();
  try {
    tell(steps, world, new Map());
  } catch {
    // What it broke is in the report already.
  }
  return world.history
    .map(({ seq, kind, event, actor_id, payload, to_states }) => {
      const { slot = '', afterwards = '', to = '', position = '' } = payload as Record<string, string>;
      return `${seq} ${kind} ${event} ${slot} ${to} ${afterwards} ${position} by ${actor_id} -> ${to_states}`;
    })
    .join('\n');
};

describe('the task algebra', () => {
  it('keeps its laws over random stories of more than 10,000 operations', () => {
    const accepted = new Map<string, number>();
    const stories = fc.property(fc.array(step, { minLength: 1, maxLength: 120, size: 'max' }), (steps) =>
      tell(steps, begin(), accepted),
    );
    const report = fc.check(stories, { numRuns: Number(process.env.LANDFALL_ALGEBRA_RUNS ?? 1_000) });
    if (report.failed) {
      throw new Error(
        `${String(report.errorInstance)}\nafter:\n${story(report.counterexample?.[0] ?? [])}\n` +
          `seed ${report.seed}, path ${report.counterexamplePath}`,
      );
    }
    const total = [...accepted.values()].reduce((sum, count) => sum + count, 0);
    // A story that is refused all the time proves nothing: every operation was really done, many times.
    for (const kind of new Set(KINDS))
      if (kind !== 'pass') expect([kind, (accepted.get(kind) ?? 0) > 5]).toEqual([kind, true]);
    expect(total).toBeGreaterThan(10_000);
  });
});
