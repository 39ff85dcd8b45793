import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { GraphNode, ProcessDefinition } from '../api/contract';
import { definitionsQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import type { Dictionary } from '../language/zh';

export type StageKey = keyof Dictionary['stages'];

/** The seven stages in their order; the definition of a process says the same, but arrives later. */
export const STAGES: readonly StageKey[] = [
  'lead',
  'evaluation',
  'review',
  'signing',
  'registration',
  'landing',
  'results',
];

export const isStage = (key: string | null | undefined): key is StageKey => STAGES.some((stage) => stage === key);

/** The newest version of a definition, or the given one. */
export const findDefinition = (
  definitions: readonly ProcessDefinition[] | undefined,
  key: string,
  version?: number,
): ProcessDefinition | undefined =>
  definitions
    ?.filter((definition) => definition.key === key && (version === undefined || definition.version === version))
    .sort((a, b) => b.version - a.version)[0];

/** Whether a state path means a node: paths are written from the root (`lead.screening`), ids may carry the machine's name before. */
export const isStateOf = (nodeId: string, path: string): boolean => nodeId === path || nodeId.endsWith(`.${path}`);

export interface StateInWords {
  path: string;
  /** The titles from the outside to the state itself. */
  titles: string[];
  /** The state has nothing left to do. */
  final: boolean;
}

/** Says state paths in words, by the titles of the running definition. */
export const useStateNames = (definition: { key: string; version: number }) => {
  const { say } = useLanguage();
  const { data } = useQuery(definitionsQuery);
  const { key, version } = definition;
  return useMemo(() => {
    const graph = findDefinition(data, key, version)?.graph;
    const nodes = new Map(graph?.nodes.map((node) => [node.id, node]));
    return (path: string): StateInWords => {
      const found = graph?.nodes.find((node) => isStateOf(node.id, path));
      if (!found) return { path, titles: [path], final: false };
      const titles: string[] = [];
      for (let node: GraphNode | undefined = found; node; node = nodes.get(node.parent ?? '')) {
        // What only holds the stages together is not a place that people speak of.
        if (node.stage !== null || found.stage === null) titles.unshift(say(node.title));
      }
      return { path, titles, final: found.kind === 'final' };
    };
  }, [data, key, version, say]);
};

/** What all the states have in common before they part, so that it is said once. */
export const sharedTitles = (states: readonly StateInWords[]): string[] => {
  const [first, ...others] = states;
  if (!first) return [];
  const shared: string[] = [];
  for (const [depth, title] of first.titles.slice(0, -1).entries()) {
    if (!others.every((state) => state.titles[depth] === title && state.titles.length > depth + 1)) break;
    shared.push(title);
  }
  return shared;
};
