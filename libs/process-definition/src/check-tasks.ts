import { type CheckedDefinition, type DefinitionProblem, problem } from './definition-problem';
import { type ChartAction, type ChartState, lineage } from './statechart';
import { outcomeEvent, type UserTaskDefinition } from './user-task-definition';

/** Every task is opened and cancelled by the states that name it, and every outcome is taken wherever it is offered. */
export const checkTasks = (checked: CheckedDefinition): DefinitionProblem[] => [
  ...checkTaskStates(checked),
  ...Object.entries(checked.definition.userTasks).flatMap(([key, task]) => [
    ...checkOutcomes(checked, key, task),
    ...checkFields(key, task),
  ]),
  ...Object.entries(checked.definition.events).flatMap(([key, { fields, required }]) =>
    required
      .filter((name) => !(name in fields))
      .map((name) =>
        problem('UNKNOWN_FIELD', `Expected a field of event '${key}', but it requires '${name}', which is none.`),
      ),
  ),
];

/** The task an action speaks of, where that can be told without running it. */
const taskOfAction = (action: ChartAction): string | undefined => {
  const { params } = action;
  if (params === null || (typeof params !== 'object' && typeof params !== 'function')) return undefined;
  return 'task' in params && typeof params.task === 'string' ? params.task : undefined;
};

const says = (actions: readonly ChartAction[], type: string): (string | undefined)[] =>
  actions.filter((action) => action.type === type).map(taskOfAction);

const checkTaskStates = ({ definition, chart, routes }: CheckedDefinition): DefinitionProblem[] => [
  ...[...chart.states.values()].flatMap((state) => {
    const path = routes.path(state.id);
    const opened = says(state.entry, 'openUserTask');
    const { task } = state.meta;
    if (task === undefined) {
      return opened.length === 0
        ? []
        : [
            problem(
              'TASK_NOT_NAMED',
              `Expected meta.task to name the task that is opened on entry, but it does not: ${path}.`,
            ),
          ];
    }
    if (!definition.userTasks[task]) {
      return [problem('UNKNOWN_TASK', `Expected meta.task to name a user task, but '${task}' is none: ${path}.`)];
    }
    const cancelled = says(state.exit, 'cancelUserTask');
    return [
      ...(opened.some((found) => found === task || found === undefined)
        ? []
        : [problem('TASK_NOT_OPENED', `Expected entering to open user task '${task}', but it does not: ${path}.`)]),
      ...(cancelled.includes(task)
        ? []
        : [problem('TASK_NOT_CANCELLED', `Expected leaving to cancel user task '${task}', but it does not: ${path}.`)]),
    ];
  }),
  ...chart.transitions.flatMap((move) =>
    [...says(move.actions, 'remindUserTask'), ...says(move.actions, 'escalateUserTask')]
      .filter((task) => task !== undefined && !definition.userTasks[task])
      .map((task) =>
        problem('UNKNOWN_TASK', `Expected to chase a user task, but '${task}' is none: ${routes.path(move.source)}.`),
      ),
  ),
];

const checkOutcomes = (
  { chart, routes }: CheckedDefinition,
  key: string,
  task: UserTaskDefinition,
): DefinitionProblem[] => {
  const open = [...chart.states.values()].filter(({ meta }) => meta.task === key);
  if (open.length === 0) {
    return [
      problem('TASK_NEVER_OPENED', `Expected a state to open user task '${key}', but no state names it in meta.task.`),
    ];
  }
  const outcomes = Object.keys(task.outcomes);
  // What an assistant says is told to the machine with the lead's outcome, never by itself.
  const assists = task.work?.kind === 'leadAssist' ? task.work.assist : [];
  return [
    ...(outcomes.length > 0
      ? []
      : [problem('NO_OUTCOME', `Expected user task '${key}' to have an outcome, but it has none.`)]),
    ...open.flatMap((state) => {
      const taken = eventsTakenDuring(chart, state);
      return outcomes
        .filter((outcome) => !assists.includes(outcome))
        .map((outcome) => outcomeEvent(key, outcome))
        .filter((event) => !taken.has(event))
        .map((event) =>
          problem(
            'OUTCOME_NOT_TAKEN',
            `Expected event '${event}' to be taken while its task is open, but it is not: ${routes.path(state.id)}.`,
          ),
        );
    }),
  ];
};

const eventsTakenDuring = (chart: CheckedDefinition['chart'], state: ChartState): Set<string> => {
  const around = new Set(lineage(chart, state.id).map(({ id }) => id));
  return new Set(
    chart.transitions
      .filter(({ source }) => around.has(source) || source.startsWith(`${state.id}.`))
      .map(({ name }) => name),
  );
};

const checkFields = (key: string, task: UserTaskDefinition): DefinitionProblem[] => {
  const known = Object.keys(task.fields);
  const asked = new Set(Object.values(task.outcomes).flatMap(({ fields }) => fields));
  return [
    ...Object.entries(task.outcomes).flatMap(([outcome, { fields, required }]) => [
      ...fields
        .filter((name) => !known.includes(name))
        .map((name) =>
          problem(
            'UNKNOWN_FIELD',
            `Expected a field of user task '${key}', but outcome '${outcome}' asks for '${name}', which is none.`,
          ),
        ),
      ...required
        .filter((name) => !fields.includes(name))
        .map((name) =>
          problem(
            'REQUIRED_NOT_ASKED',
            `Expected outcome '${outcome}' of user task '${key}' to ask for '${name}', but it only requires it.`,
          ),
        ),
    ]),
    ...known
      .filter((name) => !asked.has(name))
      .map((name) =>
        problem(
          'FIELD_NEVER_ASKED',
          `Expected an outcome of user task '${key}' to ask for field '${name}', but none does.`,
        ),
      ),
  ];
};
