import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { meetingProposalQuery, meetingsQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { Page } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import { useToday } from '../time/use-today';
import { MeetingLists } from './meeting-list';
import styles from './meetings-page.module.css';
import { MonthCalendar } from './month-calendar';
import { ProposeMeetingDialog } from './propose-meeting-dialog';
import { QueueCard } from './queue-card';

/** Every meeting: what one has to do, what comes, what is prepared, what was held; and who waits for the next one. */
export const MeetingsPage = () => {
  const { t } = useLanguage();
  const words = t.meetings;
  const today = useToday();
  const { month = today.slice(0, 7) } = useSearch({ from: '/home/meetings' });
  const { data: meetings, error, refetch } = useQuery(meetingsQuery());
  const { data: offer } = useQuery(meetingProposalQuery);
  const [proposing, setProposing] = useState(false);
  return (
    <Page
      title={words.title}
      intro={words.intro}
      actions={
        offer?.mayPropose ? (
          <Button onClick={() => setProposing(true)} data-testid="propose-meeting">
            {words.propose.title}
          </Button>
        ) : null
      }
    >
      {proposing ? <ProposeMeetingDialog onClose={() => setProposing(false)} /> : null}
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      <div className={styles.columns}>
        <div className={styles.lists}>
          {meetings ? <MeetingLists meetings={meetings} /> : error ? null : <Skeleton active />}
        </div>
        <div className={styles.calendar}>
          <MonthCalendar month={month} today={today} meetings={meetings ?? []} />
          <QueueCard today={today} />
        </div>
      </div>
    </Page>
  );
};
