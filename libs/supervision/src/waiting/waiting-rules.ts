import type { ProcessDefinition } from '@landfall/process-definition';

/** Whom a day of a project belongs to. `unit` is a unit of the organisation; the others are owners by themselves. */
export type OwnerKind = 'unit' | 'enterprise' | 'meetingQueue' | 'suspended';

export interface Owner {
  readonly kind: OwnerKind;
  /** The unit's code, or the name of the queue; the kind itself for the enterprise and for a suspension. */
  readonly owner: string;
}

/** One line of the small table that says who is waited for where it is not the unit of the open task. */
export interface OwnerRule {
  /** A state's dotted path; it holds for all states below, and the longest prefix wins. */
  readonly state: string;
  readonly kind: OwnerKind;
  readonly owner?: string;
}

/** All that attribution needs to know of a process; the libraries know no process by name. */
export interface WaitingRules {
  readonly states: readonly OwnerRule[];
  /** The owner of a task that is not its candidate group's unit, by task key. */
  readonly tasks: Readonly<Record<string, Owner>>;
  readonly stages: readonly { readonly state: string; readonly stage: string }[];
  /** Who owns a time in which nobody ever had anything to do. */
  readonly fallback: string;
}

interface StateNode {
  readonly path: readonly string[];
  readonly tags: readonly string[];
  readonly meta?: { readonly stage?: string; readonly task?: string } | undefined;
  readonly states: Readonly<Record<string, StateNode>>;
}

/**
 * Learns the rules from a definition: stages and the tasks of states from their `meta`, suspension from the tag
 * `suspended`. The table adds what a definition does not say: where the enterprise or a meeting is waited for.
 */
export const waitingRulesOf = (
  definition: Pick<ProcessDefinition, 'machine'>,
  table: readonly OwnerRule[],
  fallback: string,
): WaitingRules => {
  const nodes = allNodes(definition.machine.root as unknown as StateNode);
  const suspensions = nodes
    .filter(({ tags }) => tags.includes('suspended'))
    .map(({ path }): OwnerRule => ({ state: path.join('.'), kind: 'suspended' }));
  const states = [...table, ...suspensions];
  const tasks = nodes.flatMap(({ path, meta }) => {
    const rule = ruleFor(path.join('.'), states);
    return meta?.task === undefined || rule === undefined ? [] : [[meta.task, ownerOf(rule)] as const];
  });
  return {
    states,
    tasks: Object.fromEntries(tasks),
    stages: nodes.flatMap(({ path, meta }) =>
      meta?.stage === undefined ? [] : [{ state: path.join('.'), stage: meta.stage }],
    ),
    fallback,
  };
};

const allNodes = (node: StateNode): StateNode[] => [node, ...Object.values(node.states).flatMap(allNodes)];

/** The rule with the longest path that a state lies in. */
export const ruleFor = <Rule extends { readonly state: string }>(
  state: string,
  rules: readonly Rule[],
): Rule | undefined =>
  rules
    .filter((rule) => state === rule.state || state.startsWith(`${rule.state}.`))
    .reduce<Rule | undefined>(
      (best, rule) => (best && best.state.length >= rule.state.length ? best : rule),
      undefined,
    );

export const ownerOf = ({ kind, owner }: Pick<OwnerRule, 'kind' | 'owner'>): Owner => ({ kind, owner: owner ?? kind });
