import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  initialTransition,
  type StateValue,
  transition,
} from 'xstate';
import type { Command } from './command';
import type { ProcessDefinition, ProcessEvent, StartInput } from './process-definition';
import { Rejection } from './rejection';

/** What an event does to a process: the next snapshot and the commands, in order. Nothing has happened yet. */
export interface Decision {
  readonly snapshot: AnyMachineSnapshot;
  readonly commands: readonly Command[];
  readonly from: readonly string[];
  readonly to: readonly string[];
}

interface EmittedAction {
  readonly type: string;
  readonly params?: unknown;
}

/** Lists the active atomic states of a state value as dotted paths, in document order. */
export const statePaths = (value: StateValue, prefix = ''): string[] => {
  if (typeof value === 'string') return [prefix + value];
  return Object.entries(value).flatMap(([key, child]) => {
    if (child === undefined) return [];
    const inner = typeof child === 'object' && Object.keys(child).length === 0;
    return inner ? [prefix + key] : statePaths(child, `${prefix}${key}.`);
  });
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Reads XState's emitted actions back as commands: `after` arrives as a delayed raise with a stable id, leaving as a
 * cancel of that id. The order is kept, because re-entering a state cancels and raises the same id.
 */
export const toCommands = (actions: readonly EmittedAction[]): Command[] =>
  actions.flatMap((action): Command[] => {
    const params = isRecord(action.params) ? action.params : {};
    if (action.type === 'xstate.raise') {
      const event = isRecord(params.event) ? params.event : {};
      if (typeof params.delay !== 'number') return [];
      return [
        { type: 'startTimer', params: { timer: text(params.id), delayMs: params.delay, event: text(event.type) } },
      ];
    }
    if (action.type === 'xstate.cancel') return [{ type: 'cancelTimer', params: { timer: text(params.sendId) } }];
    if (action.type.startsWith('xstate.')) return [];
    return [{ type: action.type, params }];
  });

/** Decides the first step of a new process. Throws what the machine throws (a faulty input or definition). */
export const begin = (definition: ProcessDefinition, input: StartInput & Record<string, unknown>): Decision => {
  const [snapshot, actions] = initialTransition(definition.machine, input);
  // XState throws what goes wrong in a transition, but only notes what goes wrong in the first one.
  if (snapshot.status === 'error') throw snapshot.error;
  return { snapshot, commands: toCommands(actions), from: [], to: statePaths(snapshot.value) };
};

/**
 * Decides what an event does, purely: nothing is run, read or written.
 *
 * @returns the decision, or a `Rejection` with code `PROCESS.EVENT_NOT_ACCEPTED` (409) when the active states do not take
 * the event or a guard says no, `PROCESS.ENDED` (409) when the process has ended.
 */
export const advance = (
  definition: ProcessDefinition,
  snapshot: AnyMachineSnapshot,
  event: ProcessEvent & Record<string, unknown>,
): Decision | Rejection => {
  const from = statePaths(snapshot.value);
  if (snapshot.status === 'done') {
    return new Rejection({
      code: 'PROCESS.ENDED',
      status: 409,
      message: `Expected to apply '${event.type}', but the process has ended in '${from.join(', ')}'`,
      params: { event: event.type, state: from.join(', ') },
    });
  }
  if (!snapshot.can(event)) {
    return new Rejection({
      code: 'PROCESS.EVENT_NOT_ACCEPTED',
      status: 409,
      message: `Expected to apply '${event.type}', but the process is in '${from.join(', ')}'`,
      params: { event: event.type, state: from.join(', ') },
    });
  }
  const [next, actions] = transition(definition.machine, snapshot, event);
  return { snapshot: next, commands: toCommands(actions), from, to: statePaths(next.value) };
};

/**
 * Brings a persisted snapshot back to life without starting anything.
 *
 * @throws Error when the snapshot names a state that the machine does not have (XState reports it only as a status).
 */
export const restore = (machine: AnyStateMachine, persisted: unknown): AnyMachineSnapshot => {
  const snapshot = createActor(machine, { snapshot: persisted as never }).getSnapshot() as AnyMachineSnapshot;
  if (snapshot.status === 'error') {
    throw new Error(`The snapshot does not fit machine '${machine.id}': ${String(snapshot.error)}`);
  }
  return snapshot;
};

/** The JSON that is stored for a snapshot. */
export const persist = (machine: AnyStateMachine, snapshot: AnyMachineSnapshot): unknown =>
  machine.getPersistedSnapshot(snapshot);
