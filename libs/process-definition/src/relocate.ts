import { type AnyMachineSnapshot, type AnyStateMachine, getMicrosteps, transition } from 'xstate';
import { type Decision, persist, restore, statePaths, toCommands } from './advance';
import { idOf, lendMachine, nodeAt } from './lent-machine';
import type { ProcessDefinition, ProcessEvent } from './process-definition';

/** The event that a relocation is told to the machine's entry and exit actions as. */
export const RELOCATED = 'process.relocated';

type StateNode = AnyStateMachine['root'];

const pathOf = (node: StateNode): string => node.path.join('.');

/** The paths of all active states, the root's being ''. */
const activePaths = (snapshot: AnyMachineSnapshot): Set<string> => new Set(snapshot._nodes.map(pathOf));

const parentOf = (path: string): string => path.split('.').slice(0, -1).join('.');

const isWithin = (path: string, ancestor: string): boolean =>
  ancestor === '' ? path !== '' : path.startsWith(`${ancestor}.`);

/**
 * The innermost active state around all targets: what a relocation to them leaves and enters lies inside it, so that
 * parallel regions beside it go on undisturbed.
 */
export const relocationScope = (snapshot: AnyMachineSnapshot, targets: readonly string[]): string => {
  const active = activePaths(snapshot);
  let scope = parentOf(targets[0] ?? '');
  while (scope !== '' && (!active.has(scope) || !targets.every((target) => isWithin(target, scope)))) {
    scope = parentOf(scope);
  }
  return scope;
};

/** The active atomic states inside a state, as dotted paths. */
export const leavesWithin = (snapshot: AnyMachineSnapshot, scope: string): string[] =>
  statePaths(snapshot.value).filter((path) => scope === '' || isWithin(path, scope) || path === scope);

/**
 * Decides what moving a process to other states does, with the exits and entries its machine would have: tasks and timers
 * of what is left are cancelled, those of what is entered are opened, the data stays.
 *
 * Nobody can draw a transition from every state to every earlier one, so the machine is given one for the occasion; what
 * comes out belongs to the definition's own machine again.
 *
 * @param targets paths of the states to be in, one per parallel region that is entered
 */
export const relocate = (
  definition: ProcessDefinition,
  snapshot: AnyMachineSnapshot,
  targets: readonly string[],
  occasion: Pick<ProcessEvent, 'at' | 'actor'>,
): Decision => {
  const { machine } = definition;
  const from = statePaths(snapshot.value);
  const lent = machineWithWay(machine, relocationScope(snapshot, targets), targets);
  const here = restore(lent, persist(machine, snapshot));
  const [there, actions] = transition(lent, here, { type: RELOCATED, ...occasion });
  const next = restore(machine, persist(lent, there));
  return { snapshot: next, commands: toCommands(actions), from, to: statePaths(next.value) };
};

const machineWithWay = (machine: AnyStateMachine, scope: string, targets: readonly string[]): AnyStateMachine => {
  const way = { target: targets.map((path) => `#${idOf(machine, path)}`) };
  return lendMachine(machine, `${scope}>${targets.join('|')}`, [
    [scope, (config) => ({ ...config, on: { ...config.on, [RELOCATED]: way } })],
  ]);
};

const STATES_OF_TASKS = new WeakMap<ProcessDefinition, Map<string, readonly string[]>>();

/** The states whose task a key is. */
export const statesOfTask = (definition: ProcessDefinition, task: string): readonly string[] => {
  const known = STATES_OF_TASKS.get(definition) ?? new Map<string, readonly string[]>();
  STATES_OF_TASKS.set(definition, known);
  const answer = known.get(task) ?? findStatesOfTask(definition, task);
  known.set(task, answer);
  return answer;
};

const findStatesOfTask = (definition: ProcessDefinition, task: string): string[] => {
  const found: string[] = [];
  const visit = (node: StateNode): void => {
    if (node.meta?.task === task) found.push(pathOf(node));
    for (const child of Object.values(node.states)) visit(child as StateNode);
  };
  visit(definition.machine.root);
  return found;
};

/**
 * How each parallel state stood when an event left it: its path with the atomic states that were active in it last.
 *
 * The way through a last region is over in the same step that leaves the whole, so only the steps between show it.
 */
export const parallelsLeft = (
  definition: ProcessDefinition,
  snapshot: AnyMachineSnapshot,
  event: ProcessEvent,
): Readonly<Record<string, readonly string[]>> => {
  if (!snapshot._nodes.some((node) => node.type === 'parallel')) return {};
  const left: Record<string, readonly string[]> = {};
  let before = snapshot;
  for (const [after] of getMicrosteps(definition.machine, snapshot, event)) {
    const active = activePaths(after);
    for (const node of before._nodes) {
      const path = pathOf(node);
      if (node.type === 'parallel' && !active.has(path)) left[path] = leavesWithin(before, path);
    }
    before = after;
  }
  return left;
};

/** The parallel states around a path, the outermost first. */
export const parallelsAround = (definition: ProcessDefinition, path: string): string[] => {
  const keys = path.split('.');
  return keys.flatMap((_, index) => {
    const outer = keys.slice(0, index).join('.');
    const node = outer === '' ? definition.machine.root : nodeAt(definition.machine, outer);
    return node.type === 'parallel' ? [outer] : [];
  });
};
