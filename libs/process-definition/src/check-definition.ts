import { checkTasks } from './check-tasks';
import { checkWork } from './check-work';
import { type CheckedDefinition, type DefinitionProblem, problem } from './definition-problem';
import type { FieldSchema } from './form';
import type { ProcessDefinition } from './process-definition';
import { findRoutes } from './routes';
import { type ChartAction, type ChartState, lineage, readStatechart, type Statechart, taskOf } from './statechart';

/** What a definition is checked against: the commands that have a handler and the form formats that have a validator. */
export interface DefinitionSurroundings {
  readonly commands: readonly string[];
  readonly formats: readonly string[];
}

/**
 * Proves that a definition can run: everything it says is understood, everything in it can be reached and left again,
 * and somebody owns every wait until a time that is known (design law 9).
 *
 * @returns every problem found; none for a sound definition
 */
export const checkDefinition = (
  definition: ProcessDefinition,
  surroundings: DefinitionSurroundings,
): DefinitionProblem[] => {
  const chart = readStatechart(definition.machine);
  const checked: CheckedDefinition = { definition, chart, routes: findRoutes(chart) };
  return [
    ...checkIdentity(checked),
    ...checkCommands(checked, surroundings.commands),
    ...checkReach(checked),
    ...checkWaits(checked),
    ...checkTexts(checked),
    ...checkEvents(checked),
    ...checkTasks(checked),
    ...checkWork(checked),
    ...checkFormats(checked, surroundings.formats),
  ];
};

/** @throws Error with every problem of the definition, one a line */
export const assertDefinition = (definition: ProcessDefinition, surroundings: DefinitionSurroundings): void => {
  const problems = checkDefinition(definition, surroundings);
  if (problems.length === 0) return;
  const lines = problems.map(({ code, message }) => `  [${code}] ${message}`);
  throw new Error(
    `Process '${definition.key}' version ${definition.version} cannot run:\n${[...new Set(lines)].join('\n')}`,
  );
};

const checkIdentity = ({ definition }: CheckedDefinition): DefinitionProblem[] =>
  definition.machine.id === definition.key
    ? []
    : [
        problem(
          'MACHINE_ID',
          `Expected the machine's id to be the definition's key '${definition.key}', but it is '${definition.machine.id}'.`,
        ),
      ];

/** Every action with the state it is said in. */
const actionsOf = (chart: Statechart): { readonly state: string; readonly action: ChartAction }[] => [
  ...[...chart.states.values()].flatMap((state) =>
    [...state.entry, ...state.exit].map((action) => ({ state: state.id, action })),
  ),
  ...chart.transitions.flatMap((move) => move.actions.map((action) => ({ state: move.source, action }))),
];

/** Each command once, where it is said first. */
const firstMentions = (chart: Statechart): ReturnType<typeof actionsOf> => {
  const said = actionsOf(chart);
  return said.filter(({ action }, index) => said.findIndex((other) => other.action.type === action.type) === index);
};

const checkCommands = ({ chart, routes }: CheckedDefinition, commands: readonly string[]): DefinitionProblem[] => [
  ...firstMentions(chart).flatMap(({ state, action }) => {
    const path = routes.path(state);
    if (action.nature === 'inline') {
      return [problem('INLINE_ACTION', `Expected only named actions, but '${action.type}' is a function: ${path}.`)];
    }
    if (action.nature === 'pure') return [];
    const handlers = commands.filter((command) => command === action.type).length;
    if (handlers === 1) return [];
    const found = handlers === 0 ? 'has no handler' : `has ${handlers} handlers`;
    return [problem('COMMAND_HANDLER', `Expected one handler, but command '${action.type}' ${found}: ${path}.`)];
  }),
  ...[...chart.states.values()]
    .filter((state) => state.invokes > 0)
    .map((state) =>
      problem('INVOKE', `Expected a machine that only talks, but a state invokes an actor: ${routes.path(state.id)}.`),
    ),
];

const checkReach = ({ chart, routes }: CheckedDefinition): DefinitionProblem[] =>
  [...chart.states.values()].flatMap((state) => {
    if (state.kind === 'history') return [];
    if (!routes.reached(state.id)) {
      const sources = chart.transitions.filter(({ targets }) => targets.includes(state.id));
      const why =
        sources.length === 0
          ? 'no transition leads to it'
          : `the only way is from ${sources.map(({ source }) => `'${source}'`).join(', ')}`;
      return [problem('UNREACHABLE_STATE', `Expected a way to state '${state.id}', but ${why}.`)];
    }
    const leaf = state.kind === 'atomic' || state.kind === 'final';
    if (!leaf || routes.endsFrom(state.id)) return [];
    return [problem('NO_END', `Expected a way to an end, but there is none after: ${routes.path(state.id)}.`)];
  });

/** A state that waits: nothing moves it on by itself at once. */
const isWaiting = (chart: Statechart, state: ChartState): boolean =>
  state.kind === 'atomic' &&
  !chart.transitions.some((move) => move.source === state.id && move.kind === 'always' && move.guard === null);

const checkWaits = ({ definition, chart, routes }: CheckedDefinition): DefinitionProblem[] =>
  [...chart.states.values()]
    .filter((state) => isWaiting(chart, state) && routes.reached(state.id))
    .flatMap((state) => {
      const around = lineage(chart, state.id);
      const path = routes.path(state.id);
      const key = taskOf(chart, state.id);
      const task = key === undefined ? undefined : definition.userTasks[key];
      const owned = task?.owner.zh || around.some(({ meta }) => meta.owner?.zh);
      const delayed = around.some(({ id }) =>
        chart.transitions.some((move) => move.source === id && move.kind === 'after'),
      );
      return [
        ...(owned ? [] : [problem('NO_OWNER', `Expected somebody to own the wait, but nobody does: ${path}.`)]),
        ...(delayed || (task && task.deadline.amount > 0)
          ? []
          : [problem('NO_DEADLINE', `Expected a deadline or a delayed transition, but there is none: ${path}.`)]),
        ...(hasWayOut(chart, state)
          ? []
          : [problem('NO_WAY_OUT', `Expected a way out of the state itself, but there is none: ${path}.`)]),
      ];
    });

/**
 * A way out is a transition of the state itself, or one around it that answers the same task. What an outer state takes
 * of everybody (a suspension, a withdrawal) is no way out: it would hide every dead end below it.
 */
const hasWayOut = (chart: Statechart, state: ChartState): boolean => {
  const task = taskOf(chart, state.id);
  const around = lineage(chart, state.id).map(({ id }) => id);
  return chart.transitions.some((move) => {
    if (move.targets.every((target) => target === state.id)) return false;
    if (move.source === state.id) return true;
    if (!around.includes(move.source)) return false;
    const holder = chart.states.get(move.source);
    if (task === undefined) return false;
    return move.name.startsWith(`${task}.`) || (move.kind === 'always' && holder?.meta.task === task);
  });
};

const checkTexts = ({ definition, chart, routes }: CheckedDefinition): DefinitionProblem[] => {
  const stages = definition.stages.map(({ key }) => key);
  const states = [...chart.states.values()];
  return [
    ...states.flatMap(({ id, kind, meta, parent }) => [
      ...(parent === null || kind === 'history' || meta.title?.zh
        ? []
        : [problem('NO_TITLE', `Expected a title in meta, but the state has none: ${routes.path(id)}.`)]),
      ...(meta.stage === undefined || stages.includes(meta.stage)
        ? []
        : [
            problem(
              'UNKNOWN_STAGE',
              `Expected a stage of the definition, but '${meta.stage}' is none: ${routes.path(id)}.`,
            ),
          ]),
      ...(kind !== 'final' || parent !== '' || meta.closedAs
        ? []
        : [
            problem(
              'NO_CLOSED_AS',
              `Expected an end to say what it is closed as, but it does not: ${routes.path(id)}.`,
            ),
          ]),
    ]),
    ...stages
      .filter((stage) => !states.some(({ meta }) => meta.stage === stage))
      .map((stage) =>
        problem('UNUSED_STAGE', `Expected stage '${stage}' to be the stage of a state, but no state names it.`),
      ),
    ...chart.transitions
      .filter((move) => move.kind === 'after' && !definition.timers[move.name]?.zh)
      .map((move) =>
        problem(
          'NO_TIMER_TITLE',
          `Expected a title in 'timers', but delay '${move.name}' has none: ${routes.path(move.source)}.`,
        ),
      ),
  ];
};

/** Every event that is taken has a sender, and every event that can be sent is taken. */
const checkEvents = ({ definition, chart, routes }: CheckedDefinition): DefinitionProblem[] => {
  const taken = chart.transitions.filter((move) => move.kind === 'event');
  const outcomes = Object.entries(definition.userTasks).flatMap(([key, task]) =>
    Object.keys(task.outcomes).map((outcome) => `${key}.${outcome}`),
  );
  const sendable = [...outcomes, ...Object.keys(definition.events), ...Object.keys(definition.signals)];
  return [
    ...taken
      .filter((move) => !sendable.includes(move.name))
      .map((move) =>
        problem(
          'UNKNOWN_EVENT',
          `Expected a task outcome, an instance event or a signal, but nobody sends '${move.name}': ${routes.path(move.source)}.`,
        ),
      ),
    ...[...Object.keys(definition.events), ...Object.keys(definition.signals)]
      .filter((event) => !taken.some((move) => move.name === event))
      .map((event) =>
        problem('EVENT_NOT_TAKEN', `Expected event '${event}' to be taken somewhere, but no state takes it.`),
      ),
  ];
};

const checkFormats = ({ definition }: CheckedDefinition, formats: readonly string[]): DefinitionProblem[] => {
  const forms: [string, Readonly<Record<string, FieldSchema>>][] = [
    ...Object.entries(definition.userTasks).map(([key, { fields }]) => [`user task '${key}'`, fields] as const),
    ...Object.entries(definition.events).map(([key, { fields }]) => [`event '${key}'`, fields] as const),
  ].map(([owner, fields]) => [owner, fields]);
  return forms.flatMap(([owner, fields]) =>
    Object.entries(fields)
      .filter(([, schema]) => schema.format !== undefined && !formats.includes(schema.format))
      .map(([name, schema]) =>
        problem(
          'UNKNOWN_FORMAT',
          `Expected a known form format, but field '${name}' of ${owner} has '${schema.format}'.`,
        ),
      ),
  );
};
