import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { meetingQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { Card } from '../layout/page';
import { isHeard } from './agenda-draft';
import { KindTag, StateTag } from './kind-tag';
import styles from './meeting-card.module.css';
import { plannedInWords } from './meeting-standing';

/** Where on the meeting's page a task is done as well. */
const TABS: Readonly<Record<string, string>> = { reply: 'attendance', judge: 'opinions', advise: 'opinions' };

/** The meeting beside the form of one of its tasks: when, where, what is on the agenda. */
export const MeetingCard = ({ meetingId, taskKey }: { meetingId: string; taskKey: string }) => {
  const { t } = useLanguage();
  const words = t.meetings;
  const tab = TABS[taskKey];
  const { data: meeting, isPending } = useQuery(meetingQuery(meetingId));
  if (isPending) {
    return (
      <Card title={words.task.meeting}>
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      </Card>
    );
  }
  if (!meeting) return null;
  return (
    <Card
      title={words.task.meeting}
      extra={
        <Link to="/meetings/$meetingId" params={{ meetingId }} search={tab ? { tab } : {}} data-testid="to-meeting">
          {words.task.toMeeting}
        </Link>
      }
    >
      <p className={styles.tags}>
        <KindTag meeting={meeting} />
        <StateTag meeting={meeting} />
      </p>
      <p className={styles.title}>{meeting.title}</p>
      <p className={styles.when}>
        {plannedInWords(meeting, t)}
        {meeting.place ? ` · ${meeting.place}` : ''}
      </p>
      <ol className={styles.items}>
        {meeting.agenda.filter(isHeard).map((item, place) => (
          <li key={item.key}>
            <b>{place + 1}</b>
            <span>
              {item.projectId ? (
                <Link to="/projects/$projectId" params={{ projectId: item.projectId }}>
                  {item.projectName ?? item.title}
                </Link>
              ) : (
                item.title
              )}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
};
