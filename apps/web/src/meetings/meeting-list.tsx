import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { MeetingItem } from '../api/contract';
import { useLanguage } from '../language/language';
import { Card } from '../layout/page';
import { KindTag, StateTag } from './kind-tag';
import styles from './meeting-list.module.css';
import { groupOf, type MeetingGroup, plannedInWords } from './meeting-standing';

const Row = ({ meeting }: { meeting: MeetingItem }) => {
  const { t, say } = useLanguage();
  const words = t.meetings;
  const navigate = useNavigate();
  const to = { to: '/meetings/$meetingId' as const, params: { meetingId: meeting.meetingId } };
  const asksReplies = meeting.state === 'convened' || meeting.state === 'inSession';
  const [first, ...more] = meeting.toDo;
  return (
    <li className={styles.row} data-testid="meeting-row" data-meeting={meeting.meetingId}>
      <div className={styles.about}>
        <span className={styles.tags}>
          <KindTag meeting={meeting} />
          <StateTag meeting={meeting} />
        </span>
        <Link {...to} className={styles.title}>
          {meeting.title}
        </Link>
        <span className={styles.when}>
          <span className={meeting.overdue ? styles.late : meeting.plannedOn ? styles.day : undefined}>
            {meeting.plannedOn === null && meeting.heldBetween
              ? words.window(words.half(meeting.period))
              : plannedInWords(meeting, t)}
          </span>
          {meeting.place ? <span>{meeting.place}</span> : null}
          {meeting.items > 0 ? <span>{words.items(meeting.items)}</span> : null}
          {asksReplies && meeting.replies.of > 0 ? (
            <span>{words.replied(meeting.replies.given, meeting.replies.of)}</span>
          ) : null}
          {meeting.openResolutions > 0 ? <span>{words.openResolutions(meeting.openResolutions)}</span> : null}
        </span>
      </div>
      {first ? (
        <Button type="primary" onClick={() => void navigate(to)} className={styles.act} data-testid="meeting-to-do">
          {say(first)}
          {more.length > 0 ? ` +${more.length}` : ''}
        </Button>
      ) : null}
    </li>
  );
};

const GROUPS: readonly MeetingGroup[] = ['toDo', 'upcoming', 'preparing', 'held'];

/** Of what is over only the newest are shown at first. */
const FEW = 6;

/** All meetings that the reader may see, by what has to happen with them. */
export const MeetingLists = ({ meetings }: { meetings: readonly MeetingItem[] }) => {
  const { t } = useLanguage();
  const words = t.meetings;
  const [all, setAll] = useState(false);
  return (
    <>
      {GROUPS.map((group) => {
        const found = meetings.filter((meeting) => groupOf(meeting) === group);
        const shown = group === 'held' && !all ? found.slice(0, FEW) : found;
        return (
          <div key={group} data-testid={`meetings-${group}`}>
            <Card title={words.groups[group]} extra={found.length > 0 ? String(found.length) : null} flush>
              {found.length === 0 ? <p className={styles.none}>{words.groupsEmpty[group]}</p> : null}
              <ul>
                {shown.map((meeting) => (
                  <Row key={meeting.meetingId} meeting={meeting} />
                ))}
              </ul>
              {shown.length < found.length ? (
                <Button type="link" block onClick={() => setAll(true)}>
                  {words.showHeld(found.length)}
                </Button>
              ) : null}
            </Card>
          </div>
        );
      })}
    </>
  );
};
