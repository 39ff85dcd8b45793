import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AddedItem, ArrangedItem, MeetingDetail } from '../api/contract';
import { Problem } from '../api/http';
import { landfall } from '../api/landfall';
import { meetingQuery, queryClient } from '../api/queries';
import { useLanguage } from '../language/language';
import { useAnnouncement } from '../problem/use-announcement';
import {
  type AgendaChange,
  type AgendaDraft,
  changed,
  changesBetween,
  draftOf,
  isSame,
  moved,
  rebased,
} from './agenda-draft';
import { showMeeting } from './refresh-meetings';

/** Somebody's changes, with the agenda that he began from: while he works, others may change it. */
interface Editing {
  readonly from: MeetingDetail;
  readonly draft: AgendaDraft;
  /** What others changed, when saving was refused because of it. */
  readonly changes: readonly AgendaChange[];
}

const isConflict = (error: unknown): boolean => error instanceof Problem && error.code === 'MEETING.CHANGED_MEANWHILE';

/** An agenda as it is arranged: nothing is sent until it is saved, and nothing is lost when others saved before. */
export const useAgendaEditing = (meeting: MeetingDetail) => {
  const { t } = useLanguage();
  const words = t.meetings.agenda;
  const announce = useAnnouncement();
  const [editing, setEditing] = useState<Editing | null>(null);
  const { meetingId } = meeting;
  const draft = editing?.draft ?? draftOf(meeting.agenda);
  const isDirty = editing !== null && !isSame(editing.draft, draftOf(editing.from.agenda));

  const change = (next: (draft: AgendaDraft) => AgendaDraft) =>
    setEditing((before) => {
      const {
        from,
        draft: present,
        changes,
      } = before ?? { from: meeting, draft: draftOf(meeting.agenda), changes: [] };
      return { from, changes, draft: next(present) };
    });

  /** Keeps what was arranged over what the agenda is now, and tells what others did. */
  const rebase = async ({ from, draft: mine }: Editing) => {
    const now = await queryClient.fetchQuery({ ...meetingQuery(meetingId), staleTime: 0 });
    const [before, after] = [draftOf(from.agenda), draftOf(now.agenda)];
    setEditing({ from: now, draft: rebased(mine, before, after), changes: changesBetween(before, after) });
  };

  const save = useMutation({
    mutationFn: ({ from, draft: mine }: Editing) => landfall.arrangeAgenda(meetingId, from.rev, mine),
    onSuccess: (answer) => {
      setEditing(null);
      announce.done(words.saved);
      showMeeting(answer);
    },
    onError: (error, mine) => {
      if (isConflict(error)) void rebase(mine).catch(announce.refused);
    },
  });

  const add = useMutation({
    mutationFn: (item: AddedItem) => landfall.addAgendaItem(meetingId, meeting.rev, item),
    onSuccess: (answer) => {
      announce.done(words.added);
      showMeeting(answer);
    },
  });

  const remove = useMutation({
    mutationFn: ({ key, reason }: { key: string; reason: string }) =>
      landfall.removeAgendaItem(meetingId, meeting.rev, key, reason),
    onSuccess: (answer) => {
      announce.done(words.removed);
      showMeeting(answer);
    },
  });

  return {
    draft,
    isDirty,
    changes: editing?.changes ?? [],
    /** The agendas between which others made their changes; titles are found in them. */
    from: editing?.from ?? meeting,
    move: (key: string, over: string) => change((present) => moved(present, key, over)),
    set: (key: string, patch: Partial<ArrangedItem>) => change((present) => changed(present, key, patch)),
    save: () => {
      if (editing !== null && !save.isPending) save.mutate(editing);
    },
    discard: () => {
      save.reset();
      setEditing(null);
    },
    saving: save.isPending,
    /** Why it was not saved, unless others were first: that is told by `changes`. */
    refusal: isConflict(save.error) ? null : save.error,
    add,
    remove,
  };
};

export type AgendaEditing = ReturnType<typeof useAgendaEditing>;
