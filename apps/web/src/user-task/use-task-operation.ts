import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskOperation, UserTaskDetail } from '../api/contract';
import { landfall } from '../api/landfall';
import { queryClient, userTaskQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { useAnnouncement } from '../problem/use-announcement';
import { newClientKey } from '../session/session';

/** What was asked, and the names to say it with. */
export interface Asked {
  operation: TaskOperation;
  names?: string;
}

/** Carries out one operation on a task: the page shows its new state and says what was done. */
export const useTaskOperation = (
  task: UserTaskDetail,
  { onDone, onRefused }: { onDone?: () => void; onRefused?: (error: unknown) => void } = {},
) => {
  const { t } = useLanguage();
  const announce = useAnnouncement();
  const [clientKey, setClientKey] = useState(newClientKey);
  const { queryKey } = userTaskQuery(task.userTaskId);
  const sentenceOf = ({ operation: { kind }, names = '' }: Asked): string => {
    if (kind === 'claim') return t.task.claimed;
    const sentence = t.operations.done[kind];
    return typeof sentence === 'string' ? sentence : sentence(names);
  };
  return useMutation({
    mutationFn: ({ operation }: Asked) => landfall.operate(task.userTaskId, operation, clientKey),
    onSuccess: (changed, asked) => {
      queryClient.setQueryData(queryKey, changed);
      setClientKey(newClientKey());
      announce.done(sentenceOf(asked));
      onDone?.();
    },
    onError: (error) => {
      onRefused?.(error);
      void queryClient.invalidateQueries({ queryKey });
    },
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: ['inbox'] });
      void queryClient.invalidateQueries({ queryKey: ['project', task.projectId] });
    },
  });
};
