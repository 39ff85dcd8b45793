import type { MeetingDetail } from '../api/contract';
import { meetingQuery, queryClient } from '../api/queries';

/** Shows what an edit answered at once; lists, inbox and history are read again. */
export const showMeeting = (meeting: MeetingDetail): void => {
  queryClient.setQueryData(meetingQuery(meeting.meetingId).queryKey, meeting);
  refreshMeetings(meeting.meetingId);
};

/** Reads everything again that an act on a meeting may have changed. */
export const refreshMeetings = (meetingId: string): void => {
  void queryClient.invalidateQueries({ queryKey: ['meetings', 'list'] });
  void queryClient.invalidateQueries({ queryKey: ['meetings', 'queue'] });
  void queryClient.invalidateQueries({ queryKey: ['meetings', 'proposal'] });
  void queryClient.invalidateQueries({ queryKey: ['meetings', 'one', meetingId] });
  void queryClient.invalidateQueries({ queryKey: ['inbox'] });
};
