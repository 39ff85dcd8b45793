import { queryOptions } from '@tanstack/react-query';
import { landfall } from '../api/landfall';
import { queryClient } from '../api/queries';
import { refreshMeetings } from '../meetings/refresh-meetings';

/** How often minutes are looked at again by themselves: several people may be writing. */
const OTHERS_WRITE_MS = 8_000;

export const minutesQuery = (meetingId: string) =>
  queryOptions({
    queryKey: ['meetings', 'one', meetingId, 'minutes'],
    queryFn: () => landfall.minutes(meetingId),
    refetchInterval: OTHERS_WRITE_MS,
  });

/** `rev` makes the list of a newer version another list. */
export const minutesVersionsQuery = (meetingId: string, section: string, rev: number) =>
  queryOptions({
    queryKey: ['meetings', 'one', meetingId, 'minutes', section, 'versions', rev],
    queryFn: () => landfall.minutesVersions(meetingId, section),
  });

/** Documents are composed by a job: until all are there, the list is looked at often. */
export const meetingDocumentsQuery = (meetingId: string) =>
  queryOptions({
    queryKey: ['meetings', 'one', meetingId, 'documents'],
    queryFn: () => landfall.meetingDocuments(meetingId),
    refetchInterval: ({ state }) => (state.data?.some((document) => document.state === 'due') ? 2_000 : 30_000),
  });

/** What a meeting's resolutions change elsewhere is read again, too. */
export const refreshMeeting = (meetingId: string): void => {
  refreshMeetings(meetingId);
  for (const key of ['resolutions', 'project', 'supervision', 'user-task']) {
    void queryClient.invalidateQueries({ queryKey: [key] });
  }
};
