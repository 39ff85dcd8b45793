import { type AnyStateMachine, StateMachine } from 'xstate';

type StateNode = AnyStateMachine['root'];

/** The part of a state's config that is added to. */
export interface NodeConfig {
  readonly on?: object;
  readonly states?: Readonly<Record<string, object>>;
}

/** What is added to a machine for an occasion: the state by its path, and its config as it is to be. */
export type Addition = readonly [path: string, change: (config: NodeConfig) => NodeConfig];

const LENT = new WeakMap<AnyStateMachine, Map<string, AnyStateMachine>>();
const LENT_AT_MOST = 256;

/**
 * A machine like another one, but for what is added to some of its states. Building one takes long, so it is kept.
 *
 * @param occasion tells the additions apart from others to the same machine
 */
export const lendMachine = (
  machine: AnyStateMachine,
  occasion: string,
  additions: readonly Addition[],
): AnyStateMachine => {
  const known = LENT.get(machine) ?? new Map<string, AnyStateMachine>();
  LENT.set(machine, known);
  const lent = known.get(occasion) ?? withAdditions(machine, additions);
  if (known.size >= LENT_AT_MOST) known.clear();
  known.set(occasion, lent);
  return lent;
};

const withAdditions = (machine: AnyStateMachine, additions: readonly Addition[]): AnyStateMachine => {
  const config = additions.reduce(
    (whole, [path, change]) => changedAt(machine, whole, path, path === '' ? [] : path.split('.'), change),
    machine.config as NodeConfig,
  );
  const lent = new StateMachine(config as never, machine.implementations as never);
  lent.options = machine.options;
  return lent;
};

const changedAt = (
  machine: AnyStateMachine,
  config: NodeConfig,
  whole: string,
  path: readonly string[],
  change: Addition[1],
): NodeConfig => {
  const [key, ...rest] = path;
  if (key === undefined) return change(config);
  const inner = config.states?.[key];
  if (!inner) throw noSuchState(machine, whole);
  return { ...config, states: { ...config.states, [key]: changedAt(machine, inner, whole, rest, change) } };
};

export const nodeAt = (machine: AnyStateMachine, path: string): StateNode => {
  const node = findNode(machine, path);
  if (!node) throw noSuchState(machine, path);
  return node;
};

export const findNode = (machine: AnyStateMachine, path: string): StateNode | undefined =>
  path === ''
    ? machine.root
    : path
        .split('.')
        .reduce<StateNode | undefined>((node, key) => node?.states[key] as StateNode | undefined, machine.root);

export const idOf = (machine: AnyStateMachine, path: string): string => nodeAt(machine, path).id;

const noSuchState = (machine: AnyStateMachine, path: string): Error =>
  new Error(`Machine '${machine.id}' has no state '${path}'`);
