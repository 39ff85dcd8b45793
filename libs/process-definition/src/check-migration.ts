import { type DefinitionProblem, problem } from './definition-problem';
import { type MigrationWay, migrationScope } from './migration';
import type { ProcessDefinition } from './process-definition';
import { type ChartState, lineage, readStatechart, type Statechart } from './statechart';

/**
 * Proves that every instance of an earlier version can come over, wherever it stands: each of its atomic states is either
 * kept, being the same in both versions, or named in `enter` with states that there are.
 */
export const checkMigration = (
  from: ProcessDefinition,
  to: ProcessDefinition,
  way: MigrationWay,
): DefinitionProblem[] => {
  const [old, next] = [readStatechart(from.machine), readStatechart(to.machine)];
  const { enter = {} } = way;
  const named = (path: string) => `'${path}' of version ${from.version}`;
  const isLeaf = ({ kind }: ChartState): boolean => kind === 'atomic' || kind === 'final';
  const leaves = [...old.states.values()].filter(isLeaf);
  // An instance never rests in a state that is left as it is entered, nor does it go on from an end.
  const rests = leaves.filter(({ id, kind, parent }) => !(kind === 'final' && parent === '') && !passes(old, id));
  if (from.version >= to.version) {
    return [
      problem(
        'MIGRATION_VERSION',
        `Expected instances to come from a version before ${to.version}, but ${from.version} is none.`,
      ),
    ];
  }
  return [
    ...Object.entries(enter).flatMap(([leaf, targets]) => {
      const state = old.states.get(leaf);
      if (!state || !isLeaf(state)) {
        return [problem('MIGRATION_STATE', `Expected enter to name atomic states, but there is no ${named(leaf)}.`)];
      }
      const missing = targets.filter((target) => !enterable(next.states.get(target)));
      if (missing.length > 0 || targets.length === 0) {
        return [
          problem(
            'MIGRATION_TARGET',
            `Expected a state of version ${to.version} to enter for ${named(leaf)}, but there is no '${missing.join("', '")}'.`,
          ),
        ];
      }
      return checkScope(old, next, way, leaf, targets);
    }),
    ...[...old.states.values()]
      .filter(({ id, kind }) => kind === 'history' && next.states.get(id)?.kind !== 'history')
      .map(({ id }) =>
        problem(
          'MIGRATION_HISTORY',
          `Expected version ${to.version} to have history state ${named(id)}, because instances go back to what it remembers.`,
        ),
      ),
    ...rests.filter(({ id }) => !(id in enter)).flatMap(({ id }) => checkKept(from, to, old, next, id)),
  ];
};

/** @throws Error with every problem of the way, one a line */
export const assertMigration = (from: ProcessDefinition, to: ProcessDefinition, way: MigrationWay): void => {
  const problems = checkMigration(from, to, way);
  if (problems.length === 0) return;
  const lines = problems.map(({ code, message }) => `  [${code}] ${message}`);
  throw new Error(
    `Instances of process '${from.key}' version ${from.version} cannot come over to version ${to.version}:\n${[...new Set(lines)].join('\n')}`,
  );
};

const enterable = (state: ChartState | undefined): boolean =>
  state !== undefined && state.parent !== null && state.kind !== 'history';

const passes = (chart: Statechart, id: string): boolean =>
  chart.transitions.some(({ source, kind, guard }) => source === id && kind === 'always' && guard === null);

/** Whoever ends one region of a parallel state by entering something outside of it ends all of its regions. */
const checkScope = (
  old: Statechart,
  next: Statechart,
  { enter = {} }: MigrationWay,
  leaf: string,
  targets: readonly string[],
): DefinitionProblem[] => {
  const scope = migrationScope(old, next, leaf, targets);
  if (scope === undefined) {
    return [
      problem(
        'MIGRATION_SCOPE',
        `Expected a state of both versions around '${leaf}' and '${targets.join("', '")}', but only a parallel one is. Enter a state of the same region.`,
      ),
    ];
  }
  const parallel = lineage(old, leaf).findLast(
    ({ id, kind }) => kind === 'parallel' && id.startsWith(scope === '' ? '' : `${scope}.`),
  );
  if (!parallel || parallel.id === '') return [];
  const others = [...old.states.values()].filter(
    ({ id, kind }) => (kind === 'atomic' || kind === 'final') && id.startsWith(`${parallel.id}.`),
  );
  return others
    .filter(({ id }) => !passes(old, id) && JSON.stringify(enter[id]) !== JSON.stringify(targets))
    .map(({ id }) =>
      problem(
        'MIGRATION_REGIONS',
        `Expected enter to name '${id}' with the same states as '${leaf}', because entering '${targets.join("', '")}' ends all regions of '${parallel.id}'.`,
      ),
    );
};

/** A state is kept with all that is around it, so all of that has to be the same in both versions. */
const checkKept = (
  from: ProcessDefinition,
  to: ProcessDefinition,
  old: Statechart,
  next: Statechart,
  leaf: string,
): DefinitionProblem[] =>
  lineage(old, leaf).flatMap((state) => {
    const other = next.states.get(state.id);
    const fault = (why: string) => [
      problem(
        'MIGRATION_KEPT',
        `Expected version ${to.version} to keep state '${leaf}' of version ${from.version}, but ${why}. Name '${leaf}' in enter.`,
      ),
    ];
    if (!other) return state.id === leaf ? fault('it has none') : [];
    if (other.kind !== state.kind) return fault(`'${state.id}' is ${other.kind} and was ${state.kind}`);
    if (other.meta.task !== state.meta.task) {
      return fault(`'${state.id}' has ${taskText(other)} and had ${taskText(state)}`);
    }
    if (state.kind === 'parallel' && regionsOf(next, other).join() !== regionsOf(old, state).join()) {
      return fault(`the regions of '${state.id}' are others`);
    }
    return [];
  });

const taskText = ({ meta }: ChartState): string => (meta.task === undefined ? 'no task' : `task '${meta.task}'`);

const regionsOf = (chart: Statechart, { children }: ChartState): string[] =>
  children.filter((id) => chart.states.get(id)?.kind !== 'history').sort();
