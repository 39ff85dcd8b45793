import { createHash } from 'node:crypto';
import { type DelayRule, isCountdown } from './countdown-rule';
import type { FieldSchema } from './form';
import type { ProcessDefinition } from './process-definition';
import { type ChartAction, type ChartState, type ChartTransition, readStatechart } from './statechart';
import type { InstanceEventDefinition, UserTaskDefinition } from './user-task-definition';

/** What the fingerprint says of anything that only running it would tell. */
const COMPUTED = 'computed';

type Plain = null | string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * Answers the sha256 of what a deployed version means: its states, transitions, event, guard, command and delay names,
 * static params, delay values, tasks, forms and outcomes.
 *
 * Texts that people read (titles, labels, guidance, sources) are left out, because they may be corrected under the same
 * version; so is the inside of functions, because a compiler may write it anew. Neither the order of keys nor the order
 * of fields matters.
 */
export const fingerprint = (definition: ProcessDefinition): string =>
  createHash('sha256')
    .update(canonical(meaningOf(definition)))
    .digest('hex');

const canonical = (value: Plain): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value as { readonly [key: string]: Plain }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
};

const meaningOf = (definition: ProcessDefinition): Plain => {
  const { states, transitions } = readStatechart(definition.machine);
  return {
    key: definition.key,
    version: definition.version,
    machine: definition.machine.id,
    states: Object.fromEntries(
      [...states.values()].map((state) => [
        state.id,
        {
          ...stateMeaning(state),
          transitions: transitions.filter(({ source }) => source === state.id).map(moveMeaning),
        },
      ]),
    ),
    delays: mapped(definition.machine.implementations.delays, plain),
    userTasks: mapped(definition.userTasks, taskMeaning),
    events: mapped(definition.events, formMeaning),
    ...(definition.initiatorStep === undefined ? {} : { initiatorStep: definition.initiatorStep }),
    ...(definition.delayRules ? { delayRules: mapped(definition.delayRules, delayMeaning) } : {}),
  };
};

const stateMeaning = (state: ChartState) => ({
  kind: state.kind,
  initial: state.kind === 'parallel' ? [] : state.initial,
  history: state.history,
  stage: state.meta.stage ?? null,
  task: state.meta.task ?? null,
  closedAs: state.meta.closedAs ?? null,
  tags: sorted(state.tags),
  entry: state.entry.map(actionMeaning),
  exit: state.exit.map(actionMeaning),
});

/** The order among the transitions of one event is kept: the first whose guard says yes is taken. */
const moveMeaning = (move: ChartTransition): Plain => ({
  event: move.event,
  guard: plain(move.guard),
  targets: move.targets,
  reenter: move.reenter,
  actions: move.actions.map(actionMeaning),
});

const actionMeaning = ({ type, params }: ChartAction): Plain => ({ type, params: plain(params) });

const taskMeaning = (task: UserTaskDefinition): Plain => ({
  deadline: { amount: task.deadline.amount, unit: task.deadline.unit },
  fields: mapped(task.fields, fieldMeaning),
  outcomes: mapped(task.outcomes, ({ fields, required }) => ({ fields: sorted(fields), required: sorted(required) })),
  ...given(task, WORK_RULES),
});

const delayMeaning = (rule: DelayRule): Plain => {
  const { amount, unit } = rule;
  return isCountdown(rule) ? { amount, unit, at: rule.at, before: plain(rule.before) } : { amount, unit };
};

/** What says how a task is worked on, where it says something: a rule that is not given means nothing. */
const WORK_RULES = [
  ...(['work', 'separateFrom', 'retainsFamiliar', 'countsSignatureOnce', 'skipAs', 'returnsTo'] as const),
  ...(['goesOnInOrder', 'isFinal', 'allocation'] as const),
] as const;

const given = (task: UserTaskDefinition, names: typeof WORK_RULES): Record<string, Plain> =>
  Object.fromEntries(names.flatMap((name) => (task[name] === undefined ? [] : [[name, plain(task[name])]])));

const formMeaning = ({ fields, required }: InstanceEventDefinition): Plain => ({
  fields: mapped(fields, fieldMeaning),
  required: sorted(required),
});

const FIELD_TEXTS: readonly string[] = [
  'title',
  'x-title-en',
  'description',
  'x-description-en',
  'x-enum-labels',
  'x-widget',
];

const fieldMeaning = (field: FieldSchema): Plain =>
  mapped(Object.fromEntries(Object.entries(field).filter(([name]) => !FIELD_TEXTS.includes(name))), plain);

const sorted = (names: readonly string[]): string[] => [...names].sort();

const mapped = <Value>(record: Readonly<Record<string, Value>>, meaning: (value: Value) => Plain): Plain =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, meaning(value)]));

/** Reads static params and guards; combined guards (`and`, `or`, `not`) name their parts. */
const plain = (value: unknown): Plain => {
  if (typeof value === 'function') {
    return 'guards' in value && Array.isArray(value.guards) ? { [value.name]: value.guards.map(plain) } : COMPUTED;
  }
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object') return mapped(value as Record<string, unknown>, plain);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
};
