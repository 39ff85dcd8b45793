import { checkMigration, type ProcessDefinition, Rejection, statePaths } from '@landfall/process-definition';
import fc from 'fast-check';
import { contract } from '../../test/contract.definition';
import { checkLaws, type Deed, deedOf, law, PEOPLE, type Step, step } from '../../test/task-stories';
import { TaskWorld } from '../../test/task-world';

const PLACES = [
  ...['filing', 'correction', 'pick', 'joint', 'approval'].map((state) => `open.${state}`),
  ...['legal', 'finance', 'technical', 'notes'].map((region) => `open.review.${region}.asked`),
  'paused',
];

/** The contract once more, in which some states are others than before, although they are called the same. */
const later = (version: number, anew: readonly string[]): ProcessDefinition => ({
  ...contract,
  version,
  migratesFrom: [
    {
      version: version - 1,
      enter: Object.fromEntries(anew.map((place) => [place, [place]])),
      context: (old) => old,
    },
  ],
});

const perform = (world: TaskWorld, deed: Deed): void => {
  switch (deed.kind) {
    case 'task':
      world.perform(deed.taskId, deed.operation, deed.actor);
      break;
    case 'event':
      world.personEvent(deed.type, deed.actor);
      break;
    case 'read':
      world.readCopy(deed.copyId, deed.actor);
      break;
    case 'fire':
      if (deed.atItsTime) world.now = new Date(Math.max(world.now.getTime(), Date.parse(deed.dueAt)));
      world.fire(deed.timerId);
      break;
    case 'pass':
      world.pass(deed.hours);
      break;
  }
};

const tell = (world: TaskWorld, steps: readonly Step[]): void => {
  for (const told of steps) {
    const deed = deedOf(world.scene, told);
    if (deed) world.attempt(() => perform(world, deed));
    checkLaws(world.scene);
  }
};

const tasksOf = (world: TaskWorld): Map<string, string> =>
  new Map(world.live.map(({ id, state, assignee, due_at }) => [id, `${state} ${assignee} ${due_at}`]));

const placesOf = (world: TaskWorld): string[] => statePaths(world.instance.snapshot.value);

/** Everything the instance keeps, put aside or not. */
const remembered = (world: TaskWorld): string[] => [
  ...placesOf(world),
  ...Object.values(world.instance.snapshot.historyValue).flatMap((nodes) => nodes.map((node) => node.path.join('.'))),
  ...world.instance.work.resume.flatMap(({ leaves }) => leaves),
];

const someSteps = fc.array(step, { minLength: 1, maxLength: 50, size: 'max' });
const somePlaces = fc.subarray(PLACES);

describe('coming over to a later version in the middle of any story', () => {
  it('is a sound way wherever states are replaced', () => {
    fc.assert(
      fc.property(somePlaces, (anew) => {
        const [way] = later(2, anew).migratesFrom ?? [];
        expect(way && checkMigration(contract, later(2, anew), way)).toEqual([]);
      }),
    );
  });

  it('keeps the laws of tasks and timers, the states, and all work of states that are not replaced', () => {
    const seen = { came: 0, refused: 0, aside: 0, replaced: 0 };
    const [clerk] = PEOPLE;
    if (!clerk) throw new Error('There is nobody to file a contract');
    fc.assert(
      fc.property(someSteps, somePlaces, someSteps, somePlaces, someSteps, (first, anew, then, again, last) => {
        const world = new TaskWorld(contract, clerk);
        tell(world, first);
        for (const [to, steps] of [
          [later(2, anew), then],
          [later(3, again), last],
        ] as const) {
          const [places, tasks, entries] = [placesOf(world), tasksOf(world), world.history.length];
          const replaced = Object.keys(to.migratesFrom?.[0]?.enter ?? {}).filter((place) =>
            remembered(world).includes(place),
          );
          const aside = world.live.some(({ state }) => state === 'suspended');
          const refused = world.attempt(() => world.migrate(to));
          law(refused === undefined || (refused === 'PROCESS.ENDED' && world.done), `It was refused: ${refused}`);
          if (refused !== undefined) {
            seen.refused += 1;
            return;
          }
          law(placesOf(world).join() === places.join(), `It stands in ${placesOf(world)} and stood in ${places}`);
          law(world.history.length === entries + 1, 'It is not in history once');
          checkLaws(world.scene);
          const gone = new Set(
            replaced.map((place) =>
              place
                .replace(/\.asked$/, '')
                .split('.')
                .at(-1),
            ),
          );
          const left = world.live.filter(({ id, task_key }) => tasks.has(id) && gone.has(task_key));
          law(left.length === 0, `Tasks of replaced states are live: ${left.map(({ task_key }) => task_key)}`);
          if (replaced.length === 0) {
            law(JSON.stringify([...tasksOf(world)]) === JSON.stringify([...tasks]), 'A task of a kept state changed');
          }
          seen.came += 1;
          seen.aside += Number(aside);
          seen.replaced += Number(replaced.length > 0);
          tell(world, steps);
        }
      }),
      { numRuns: Number(process.env.LANDFALL_ALGEBRA_RUNS ?? 150) },
    );
    // A story in which nothing of the kind happens proves nothing.
    for (const [what, often] of Object.entries(seen)) expect([what, often > 10]).toEqual([what, true]);
  });

  it('is refused from a version without a way, and changes nothing', () => {
    const [clerk] = PEOPLE;
    if (!clerk) throw new Error('There is nobody to file a contract');
    const world = new TaskWorld(contract, clerk);
    expect(world.attempt(() => world.migrate(later(3, [])))).toBe('PROCESS.NOTHING_TO_MIGRATE');
    expect(() => world.migrate(later(3, []))).toThrow(Rejection);
    expect(world.history).toHaveLength(1);
  });
});
