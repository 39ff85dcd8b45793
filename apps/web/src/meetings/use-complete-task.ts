import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormValues } from '../api/contract';
import { landfall } from '../api/landfall';
import { queryClient } from '../api/queries';
import { useAnnouncement } from '../problem/use-announcement';
import { newClientKey } from '../session/session';
import { refreshMeetings } from './refresh-meetings';

interface Completion {
  outcome: string;
  form: FormValues;
}

/** Completes a task of a meeting right where it is asked for, without its own page. */
export const useCompleteTask = (meetingId: string, taskId: string, done: string) => {
  const announce = useAnnouncement();
  const [clientKey] = useState(newClientKey);
  return useMutation({
    mutationFn: ({ outcome, form }: Completion) => landfall.complete(taskId, { outcome, form, clientKey }),
    onSuccess: () => {
      announce.done(done);
      void queryClient.invalidateQueries({ queryKey: ['user-task', taskId], refetchType: 'none' });
      refreshMeetings(meetingId);
    },
  });
};
