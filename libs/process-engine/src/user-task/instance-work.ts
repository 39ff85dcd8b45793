import { type ProcessDefinition, statesOfTask } from '@landfall/process-definition';

/**
 * What an instance remembers of the work on it, beside its machine's own context: the trail of its steps, how parallel
 * states stood when they were left, what may still be taken back, and where to go on after a return.
 *
 * It is one small JSON value, read and written with the instance: bounded by the number of steps of the definition, not
 * by the length of the instance's life.
 */
export interface InstanceWork {
  /** The latest completion of every task and slot, in order of their completion. */
  readonly steps: readonly Step[];
  /** The atomic states that were last active in a parallel state, by its path. */
  readonly inside: Readonly<Record<string, readonly string[]>>;
  readonly undo: readonly Undo[];
  readonly resume: readonly Resume[];
  readonly held: readonly HeldClock[];
}

export interface Step {
  readonly task: string;
  readonly slot: string;
  readonly group: string;
  /** The atomic states that were active while the task was open. */
  readonly leaves: readonly string[];
  /** Whose step it was; for a substitute's work, whom he stood in for. */
  readonly account: string;
  readonly name: string;
  /** Who did it; the same account unless a substitute did. */
  readonly by: string;
  /** Somebody who was asked to do it too: it counts where duties are kept apart, but is no step to go back to. */
  readonly beside?: true;
  readonly rev: number;
}

/** When a timer was due, with the arithmetic where it runs in working time. */
export interface TimerDue {
  readonly due_at: string;
  readonly deadline: Readonly<Record<string, unknown>> | null;
}

/** What a completed task did, as far as it is needed to take it back. */
export interface Undo {
  readonly taskId: string;
  /** The accounts that may take it back. */
  readonly accounts: readonly string[];
  readonly left: readonly string[];
  readonly entered: readonly string[];
  /** The tasks that it opened, with whom each was given to. */
  readonly opened: Readonly<Record<string, string | null>>;
  /** The shares that the decision cut off. */
  readonly cut: readonly string[];
  readonly patch: readonly Change[];
  /** The timers that it stopped, by their keys. */
  readonly timers: Readonly<Record<string, TimerDue>>;
  readonly at: string;
  readonly rev: number;
}

/** A return that is to come back to whoever returned (驳回后直达): what it left stands still until then. */
export interface Resume {
  readonly task: string;
  readonly slot: string;
  readonly leaves: readonly string[];
  readonly heldTasks: readonly string[];
  readonly heldTimers: readonly string[];
  readonly name: string;
}

/** The clock of a completed task that goes on when the task is opened again (补正时间不计入). */
export interface HeldClock {
  readonly task: string;
  readonly slot: string;
  readonly dueAt: string;
  readonly deadline: Readonly<Record<string, unknown>>;
  readonly since: string;
}

/** One value of the machine's context that an event changed; a missing side says that it was not there. */
export interface Change {
  readonly path: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
}

export const NO_WORK: InstanceWork = { steps: [], inside: {}, undo: [], resume: [], held: [] };

/**
 * The stored form: lists instead of objects, what is empty or follows from the definition left out. It is written with every
 * event, and the longer the row the more each event costs.
 */
export interface StoredWork {
  readonly steps?: readonly (readonly unknown[])[];
  readonly inside?: InstanceWork['inside'];
  readonly undo?: readonly (readonly unknown[])[];
  readonly resume?: InstanceWork['resume'];
  readonly held?: InstanceWork['held'];
}

/** Reads the stored value; instances that were started before there was any have none. */
export const readWork = (stored: StoredWork | null, definition: ProcessDefinition): InstanceWork => ({
  ...NO_WORK,
  ...stored,
  steps: (stored?.steps ?? []).map((step) => readStep(step as StoredStep, definition)),
  undo: (stored?.undo ?? []).map((undo) => readUndo(undo as StoredUndo)),
});

export const writeWork = (work: InstanceWork, definition: ProcessDefinition): StoredWork => {
  const stored: Record<string, unknown> = {};
  if (work.steps.length > 0) stored.steps = work.steps.map((step) => storedStep(step, definition));
  if (work.undo.length > 0) stored.undo = work.undo.map(storedUndo);
  if (work.resume.length > 0) stored.resume = work.resume;
  if (work.held.length > 0) stored.held = work.held;
  if (Object.keys(work.inside).length > 0) stored.inside = work.inside;
  return stored;
};

type StoredStep = [
  task: string,
  slot: string,
  group: string,
  account: string,
  name: string,
  rev: number,
  by?: string | null,
  leaves?: readonly string[] | null,
  beside?: 1,
];

const storedStep = (step: Step, definition: ProcessDefinition): unknown[] => {
  const { task, slot, group, account, name, rev, by, leaves, beside } = step;
  const usual = statesOfTask(definition, task);
  const isUsual = usual.length === leaves.length && usual.every((state, index) => state === leaves[index]);
  return trimmed([
    task,
    slot,
    group,
    account,
    name,
    rev,
    by === account ? null : by,
    isUsual ? null : leaves,
    beside ? 1 : null,
  ]);
};

const readStep = (stored: StoredStep, definition: ProcessDefinition): Step => {
  const [task, slot, group, account, name, rev, by, leaves, beside] = stored;
  return {
    task,
    slot,
    group,
    leaves: leaves ?? statesOfTask(definition, task),
    account,
    name,
    by: by ?? account,
    ...(beside ? { beside: true as const } : {}),
    rev,
  };
};

type StoredUndo = [
  taskId: string,
  rev: number,
  at: string,
  accounts: Undo['accounts'],
  left: Undo['left'],
  entered: Undo['entered'],
  opened?: Undo['opened'] | null,
  cut?: Undo['cut'] | null,
  patch?: Undo['patch'] | null,
  timers?: Undo['timers'] | null,
];

const storedUndo = (undo: Undo): unknown[] => {
  const { taskId, rev, at, accounts, left, entered, opened, cut, patch, timers } = undo;
  return trimmed([
    taskId,
    rev,
    at,
    accounts,
    left,
    entered,
    filled(opened),
    filled(cut),
    filled(patch),
    filled(timers),
  ]);
};

const readUndo = ([taskId, rev, at, accounts, left, entered, opened, cut, patch, timers]: StoredUndo): Undo => ({
  taskId,
  accounts,
  left,
  entered,
  opened: opened ?? {},
  cut: cut ?? [],
  patch: patch ?? [],
  timers: timers ?? {},
  at,
  rev,
});

const filled = <Value extends object>(value: Value): Value | null => (Object.keys(value).length > 0 ? value : null);

const trimmed = (values: unknown[]): unknown[] => {
  while (values.at(-1) === null) values.pop();
  return values;
};

export const stepOf = (work: InstanceWork, task: string, slot: string): Step | undefined =>
  work.steps.find((step) => step.task === task && step.slot === slot);

/** The trail with a step at its end; an earlier one of the same task and slot gives way. */
export const withStep = (steps: readonly Step[], step: Step): Step[] => [
  ...steps.filter((known) => known.task !== step.task || known.slot !== step.slot),
  step,
];

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What differs between two JSON objects, down to the values; lists count as one value. */
export const changesBetween = (before: Plain, after: Plain, path: readonly string[] = []): Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key): Change[] => {
    const was = before[key];
    const is = after[key];
    if (was === is) return [];
    if (isPlain(was) && isPlain(is)) return changesBetween(was, is, [...path, key]);
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [
      {
        path: [...path, key],
        ...(key in before ? { before: was } : {}),
        ...(key in after ? { after: is } : {}),
      },
    ];
  });

/** A context with changes taken back, or undefined where somebody has changed one of the values since. */
export const takenBack = (context: Plain, patch: readonly Change[]): Plain | undefined => {
  let result: Plain | undefined = context;
  for (const change of patch) {
    if (result === undefined) return undefined;
    result = changeTakenBack(result, change.path, change);
  }
  return result;
};

const changeTakenBack = (value: Plain, path: readonly string[], change: Change): Plain | undefined => {
  const [key, ...rest] = path;
  if (key === undefined) return undefined;
  if (rest.length > 0) {
    const inner = value[key];
    const reverted = isPlain(inner) ? changeTakenBack(inner, rest, change) : undefined;
    return reverted === undefined ? undefined : { ...value, [key]: reverted };
  }
  const present = key in value;
  const unchanged =
    'after' in change ? present && JSON.stringify(value[key]) === JSON.stringify(change.after) : !present;
  if (!unchanged) return undefined;
  const { [key]: _gone, ...others } = value;
  return 'before' in change ? { ...others, [key]: change.before } : others;
};
