import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { HistoryItem } from '../api/contract';
import { definitionsQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { useUnitNames } from '../organization/unit-names';

type Command = HistoryItem['commands'][number];

/** Says what the process did after a step; commands that only keep its books are not worth a word. */
export const useCommandsInWords = () => {
  const { t, say } = useLanguage();
  const { data } = useQuery(definitionsQuery);
  const unitName = useUnitNames('short');
  return useCallback(
    (commands: readonly Command[]): string[] => {
      const taskName = (key: string): string => {
        const states = data?.flatMap((definition) => definition.graph.nodes) ?? [];
        return say(states.find((state) => state.task === key)?.title) || key;
      };
      const inWords = ({ type, summary }: Command): string => {
        if (!summary) return '';
        switch (type) {
          case 'openUserTask':
            return t.timeline.opened(taskName(summary));
          case 'remindUserTask':
            return t.timeline.reminded(taskName(summary));
          case 'escalateUserTask':
            return t.timeline.escalated(unitName(summary.split('.')[0]));
          case 'assignTaskForces':
            return t.timeline.assigned(unitName(summary));
          case 'recordLevel':
            return t.timeline.levelled(wordFor(t.levels, summary));
          case 'recordMilestone': {
            const [milestone = '', on = ''] = summary.split(' ');
            return `${wordFor(t.project.milestones, milestone)} ${on}`;
          }
          default:
            return '';
        }
      };
      return [...new Set(commands.map(inWords).filter(Boolean))];
    },
    [t, say, data, unitName],
  );
};
