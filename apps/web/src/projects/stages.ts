import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProcessDefinition } from '../api/contract';
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

/** Says state paths in words by the titles of the running definition: “预审 › 要素保障 › 待出具意见”. */
export const useStateNames = (definition: { key: string; version: number } | undefined) => {
  const { say } = useLanguage();
  const { data } = useQuery(definitionsQuery);
  return useMemo(() => {
    const found = definition ? findDefinition(data, definition.key, definition.version) : undefined;
    const nodes = new Map(found?.graph.nodes.map((node) => [node.id, node]));
    return (path: string, skipStage = false): string => {
      const id = [...nodes.keys()].find((known) => isStateOf(known, path));
      if (id === undefined) return path;
      const titles: string[] = [];
      for (let node = nodes.get(id); node; node = node.parent ? nodes.get(node.parent) : undefined) {
        const title = say(node.title);
        if (title) titles.unshift(title);
      }
      return (skipStage && titles.length > 1 ? titles.slice(1) : titles).join(' › ');
    };
  }, [data, definition, say]);
};
