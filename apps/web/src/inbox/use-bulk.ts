import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkOperation, BulkResult, InboxItem } from '../api/contract';
import { landfall } from '../api/landfall';
import { queryClient } from '../api/queries';
import { useAnnouncement } from '../problem/use-announcement';

/** What became of a bulk action. */
export interface BulkOutcome {
  done: number;
  refused: { item: InboxItem; detail: string | null; code: string | null }[];
}

const outcomeOf = (items: readonly InboxItem[], results: readonly BulkResult[]): BulkOutcome => ({
  done: results.filter(({ done }) => done).length,
  refused: results.flatMap(({ userTaskId, done, detail, code }) => {
    const item = done ? undefined : items.find((known) => known.userTaskId === userTaskId);
    return item ? [{ item, detail, code }] : [];
  }),
});

/** The chosen tasks of a list, and what is done with all of them at once. */
export const useBulk = (items: readonly InboxItem[]) => {
  const announce = useAnnouncement();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  // What has left the list meanwhile is no longer chosen.
  const chosen = items.filter(({ userTaskId }) => userTaskId !== null && ids.has(userTaskId));
  const perform = useMutation({
    mutationFn: (asked: { items: readonly InboxItem[]; operation: BulkOperation }) =>
      landfall.operateOnMany(
        asked.items.flatMap(({ userTaskId }) => userTaskId ?? []),
        asked.operation,
      ),
    onSuccess: (results, asked) => {
      setOutcome(outcomeOf(asked.items, results));
      setIds(new Set(results.filter(({ done }) => !done).map(({ userTaskId }) => userTaskId)));
    },
    onError: announce.refused,
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: ['inbox'] });
      void queryClient.invalidateQueries({ queryKey: ['user-task'] });
      void queryClient.invalidateQueries({ queryKey: ['project'] });
    },
  });
  return {
    chosen,
    outcome,
    busy: perform.isPending,
    isChosen: (id: string | null) => id !== null && ids.has(id),
    toggle: (id: string | null) => {
      if (id === null) return;
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    chooseAll: (all: boolean) => setIds(new Set(all ? items.flatMap(({ userTaskId }) => userTaskId ?? []) : [])),
    clear: () => setIds(new Set()),
    closeReport: () => setOutcome(null),
    perform: (operation: BulkOperation) => perform.mutate({ items: chosen, operation }),
  };
};
