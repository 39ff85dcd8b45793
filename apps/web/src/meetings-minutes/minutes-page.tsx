import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { meetingQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { Page } from '../layout/page';
import { MeetingLink } from './meeting-link';
import { MinutesTab } from './minutes-tab';

/** The minutes on a page of their own, for long work on them. */
export const MinutesPage = () => {
  const { t } = useLanguage();
  const { meetingId } = useParams({ from: '/home/meetings/$meetingId/minutes' });
  const { data: meeting } = useQuery(meetingQuery(meetingId));
  return (
    <Page
      title={t.minutes.pageTitle}
      intro={
        meeting ? (
          <MeetingLink meetingId={meetingId} tab="minutes" title={t.minutes.backToMeeting}>
            {meeting.title}
          </MeetingLink>
        ) : null
      }
    >
      <MinutesTab meetingId={meetingId} isPage />
    </Page>
  );
};
