import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert, Tabs } from 'antd';
import type { MeetingDetail } from '../api/contract';
import { meetingQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { useTabTitle } from '../layout/page';
import pageStyles from '../layout/page.module.css';
import { PendingPage } from '../layout/pending-page';
import { MeetingHead } from './meeting-head';
import styles from './meeting-page.module.css';
import { shownTabs } from './meeting-tabs';
import { MeetingToDo } from './meeting-to-do';

/** What a reader has to know before anything else: cancelled, moved, late, opened without its quorum. */
const Notices = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useLanguage();
  const words = t.meetings;
  const { state, reason, rescheduled, withoutQuorum, overdue } = meeting;
  if (state === 'cancelled') {
    return (
      <Alert
        className={styles.notice}
        type="info"
        showIcon
        title={reason ? words.cancelledWhy(reason) : words.cancelled}
      />
    );
  }
  if (overdue && state === 'convened') {
    return <Alert className={styles.notice} type="error" showIcon title={words.late} />;
  }
  if (withoutQuorum && reason) {
    return <Alert className={styles.notice} type="warning" showIcon title={words.openedWithout(reason)} />;
  }
  if (rescheduled > 0 && reason) {
    return <Alert className={styles.notice} type="warning" showIcon title={words.movedWhy(rescheduled, reason)} />;
  }
  return null;
};

const OpenMeeting = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useLanguage();
  useTabTitle(meeting.title);
  const { tab } = useSearch({ from: '/home/meetings/$meetingId' });
  const navigate = useNavigate();
  const tabs = shownTabs(meeting);
  const shown = tabs.find(({ key }) => key === tab) ?? tabs[0];
  const go = (key: string) =>
    void navigate({
      to: '/meetings/$meetingId',
      params: { meetingId: meeting.meetingId },
      search: key === tabs[0]?.key ? {} : { tab: key },
      replace: true,
    });
  const Content = shown?.Content;
  return (
    <div className={pageStyles.page}>
      <MeetingHead meeting={meeting} />
      <Notices meeting={meeting} />
      <MeetingToDo meeting={meeting} onGo={go} />
      <Tabs
        className={styles.tabs}
        activeKey={shown?.key ?? ''}
        onChange={go}
        items={tabs.map(({ key, label, mark }) => ({
          key,
          label: (
            <span data-testid={`meeting-tab-${key}`}>
              {label(t)}
              {mark?.(meeting) ? <span className={styles.mark}>{mark(meeting)}</span> : null}
            </span>
          ),
        }))}
      />
      {Content ? <Content meeting={meeting} /> : null}
    </div>
  );
};

/** Everything about one meeting: where it stands, what one has to do for it, its agenda, attendance, opinions. */
export const MeetingPage = () => {
  const { meetingId } = useParams({ from: '/home/meetings/$meetingId' });
  const { data: meeting, error, refetch } = useQuery(meetingQuery(meetingId));
  if (meeting) return <OpenMeeting key={meetingId} meeting={meeting} />;
  return <PendingPage error={error} retry={refetch} />;
};
