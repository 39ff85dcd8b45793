import { ArrowLeftOutlined, SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Input, Skeleton } from 'antd';
import type { MeetingDetail } from '../api/contract';
import { meetingQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { useTabTitle } from '../layout/page';
import { useUnitNames } from '../organization/unit-names';
import { ProblemNotice } from '../problem/problem-notice';
import { CheckInButton } from './check-in-button';
import styles from './check-in-page.module.css';
import { isInvited, plannedInWords } from './meeting-standing';
import { useFoundSeats } from './use-found-seats';

const Door = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useLanguage();
  const words = t.meetings.attendance;
  useTabTitle(words.door);
  const unitName = useUnitNames('short');
  const { typed, setTyped, found } = useFoundSeats(meeting.seats);
  const present = meeting.seats.filter((seat) => seat.present).length;
  const { quorum } = meeting;
  return (
    <div className={styles.door} data-testid="door">
      <header className={styles.head}>
        <Link
          to="/meetings/$meetingId"
          params={{ meetingId: meeting.meetingId }}
          search={{ tab: 'attendance' }}
          className={styles.back}
          aria-label={words.leaveDoor}
        >
          <ArrowLeftOutlined />
        </Link>
        <div className={styles.about}>
          <h1>{meeting.title}</h1>
          <p>
            {plannedInWords(meeting, t)}
            {meeting.place ? ` · ${meeting.place}` : ''}
          </p>
        </div>
        <p className={styles.figures}>
          <strong data-testid="door-count">{words.present(present, meeting.seats.length)}</strong>
          {quorum.of > 0 ? (
            <span className={quorum.isMet ? styles.met : styles.short}>
              {t.meetings.facts.quorum} {t.meetings.quorum(quorum.met, quorum.needed)}{' '}
              {quorum.isMet ? t.meetings.quorumMet : t.meetings.quorumShort(quorum.needed - quorum.met)}
            </span>
          ) : null}
        </p>
      </header>
      <Input
        className={styles.search}
        size="large"
        prefix={<SearchOutlined />}
        allowClear
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        placeholder={words.search}
        aria-label={words.search}
      />
      {found.length === 0 ? <p className={styles.none}>{words.emptySearch}</p> : null}
      <ul className={styles.seats}>
        {found.map((seat) => (
          <li
            key={seat.unit.code}
            className={seat.present ? `${styles.seat} ${styles.present}` : styles.seat}
            data-testid="door-seat"
            data-unit={seat.unit.code}
          >
            <span className={styles.unit}>
              <strong>{unitName(seat.unit)}</strong>
              <span>
                {[
                  seat.checkedIn ?? seat.person,
                  (seat.checkedIn ?? seat.person) === seat.person ? seat.post : null,
                  isInvited(seat) || seat.reply !== 'none' ? words.replies[seat.reply] : words.roles[seat.role],
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <CheckInButton meeting={meeting} seat={seat} large />
          </li>
        ))}
      </ul>
    </div>
  );
};

/** 现场签到: at the door, on whatever screen is there; one large button for each unit. */
export const CheckInPage = () => {
  const { meetingId } = useParams({ from: '/home/meetings/$meetingId/check-in' });
  const { data: meeting, error, refetch } = useQuery(meetingQuery(meetingId));
  if (meeting) return <Door meeting={meeting} />;
  return (
    <div className={styles.door}>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Skeleton active />}
    </div>
  );
};
