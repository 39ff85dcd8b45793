import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { MeetingQueueItem, NextMeetingCall } from '../api/contract';
import { meetingQueueQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { Card } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import { dateInWords } from '../time/shanghai-time';
import styles from './queue-card.module.css';

const Waiting = ({ item }: { item: MeetingQueueItem }) => {
  const { t } = useLanguage();
  const words = t.meetings;
  const name = item.projectName ?? item.title;
  return (
    <li className={styles.item}>
      <span className={styles.name}>
        {item.projectId ? (
          <Link to="/projects/$projectId" params={{ projectId: item.projectId }}>
            {name}
          </Link>
        ) : (
          name
        )}
        {item.urgent ? <em className={styles.urgent}>{words.urgent}</em> : null}
        {item.question ? <span className={styles.question}>{item.question}</span> : null}
        {item.meeting ? (
          <Link to="/meetings/$meetingId" params={{ meetingId: item.meeting.id }} className={styles.on}>
            {words.on(item.meeting.title)}
          </Link>
        ) : null}
      </span>
      <span className={styles.days}>{words.waited(item.waitingWorkingDays)}</span>
    </li>
  );
};

interface CallProps {
  call: NextMeetingCall;
  items: readonly MeetingQueueItem[];
  today: string;
}

const Call = ({ call, items, today }: CallProps) => {
  const { t, say } = useLanguage();
  const words = t.meetings;
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.call} data-testid="queue-row" data-queue={call.queues[0]}>
      <div className={styles.line}>
        <span className={styles.label}>{call.labels.map(say).join(t.comma)}</span>
        <span className={call.waiting > 0 ? styles.count : styles.nobody}>
          {call.waiting > 0 ? words.waits(call.waiting) : words.nobody}
        </span>
        {call.waiting > 0 ? <span className={styles.oldest}>{words.oldest(call.oldestWorkingDays)}</span> : null}
        {items.length > 0 ? (
          <Button type="link" size="small" className={styles.show} onClick={() => setOpen(!open)} aria-expanded={open}>
            {open ? words.hideQueue : words.showQueue}
          </Button>
        ) : null}
      </div>
      {call.waiting > 0 ? (
        <p className={styles.because}>
          <strong>
            {call.on === null
              ? words.noCall
              : call.on === today
                ? words.callsToday
                : words.callsOn(dateInWords(call.on, t))}
          </strong>
          {call.because ? `${t.colon}${say(call.because)}` : null}
        </p>
      ) : null}
      {open ? (
        <ul className={styles.items}>
          {items.map((item) => (
            <Waiting key={item.place} item={item} />
          ))}
        </ul>
      ) : null}
    </li>
  );
};

/** Who waits for a meeting, how long, and by which rule the next one is called. */
export const QueueCard = ({ today }: { today: string }) => {
  const { t } = useLanguage();
  const words = t.meetings;
  const { data, error, refetch } = useQuery(meetingQueueQuery);
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <Card title={words.queue} extra={words.queueIntro} flush>
      <ul data-testid="meeting-queue">
        {data.calls.map((call) => (
          <Call
            key={call.queues.join()}
            call={call}
            items={data.items.filter(({ queue }) => call.queues.includes(queue))}
            today={today}
          />
        ))}
      </ul>
    </Card>
  );
};
