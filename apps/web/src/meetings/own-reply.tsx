import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { GivenReply, InboxItem, MeetingDetail, MeetingSeat } from '../api/contract';
import { landfall } from '../api/landfall';
import { useLanguage } from '../language/language';
import { Card } from '../layout/page';
import { useUnitNames } from '../organization/unit-names';
import { useAnnouncement } from '../problem/use-announcement';
import { useToday } from '../time/use-today';
import { CheckInButton } from './check-in-button';
import { checksInNow, mayEdit, ownTasksOf } from './meeting-standing';
import styles from './own-reply.module.css';
import { showMeeting } from './refresh-meetings';
import { ReplyForm } from './reply-form';
import { useCompleteTask } from './use-complete-task';

/** The first reply of a unit is its task; it is completed here. */
const FirstReply = ({
  meeting,
  seat,
  task,
}: {
  meeting: MeetingDetail;
  seat: MeetingSeat;
  task: InboxItem & { userTaskId: string };
}) => {
  const { t } = useLanguage();
  const words = t.meetings.attendance;
  const complete = useCompleteTask(meeting.meetingId, task.userTaskId, words.given);
  return (
    <ReplyForm
      seat={seat}
      submitWords={words.submit}
      sending={complete.isPending}
      error={complete.error}
      onSend={({ reply, ...form }) => complete.mutate({ outcome: reply, form })}
    />
  );
};

/** A reply that was given may be changed until the session is opened. */
const ChangedReply = ({ meeting, seat, onDone }: { meeting: MeetingDetail; seat: MeetingSeat; onDone: () => void }) => {
  const { t } = useLanguage();
  const words = t.meetings.attendance;
  const announce = useAnnouncement();
  const change = useMutation({
    mutationFn: (reply: GivenReply) => landfall.changeReply(meeting.meetingId, seat.unit.code, reply),
    onSuccess: (answer) => {
      announce.done(words.given);
      showMeeting(answer);
      onDone();
    },
  });
  return (
    <ReplyForm
      seat={seat}
      submitWords={words.change}
      sending={change.isPending}
      error={change.error}
      onSend={change.mutate}
    />
  );
};

/** The seat of a unit of the reader: its reply, when it has to be there, and checking in at the door. */
const OwnSeat = ({ meeting, seat }: { meeting: MeetingDetail; seat: MeetingSeat }) => {
  const { t } = useLanguage();
  const words = t.meetings.attendance;
  const unitName = useUnitNames('short');
  const [changing, setChanging] = useState(false);
  const task = ownTasksOf(meeting).find(({ taskKey, slot }) => taskKey === 'reply' && slot === seat.unit.code);
  const mayCheckIn = checksInNow(meeting, useToday());
  return (
    <Card title={words.replyTo(unitName(seat.unit))}>
      <div data-testid="own-seat" data-unit={seat.unit.code}>
        {seat.stretches.length > 0 ? (
          <p className={styles.when}>
            {words.your}
            {seat.stretches.map(({ from, to }) => (
              <b key={from}>
                {from}–{to}
              </b>
            ))}
          </p>
        ) : null}
        {task ? (
          <FirstReply meeting={meeting} seat={seat} task={task} />
        ) : changing ? (
          <ChangedReply meeting={meeting} seat={seat} onDone={() => setChanging(false)} />
        ) : (
          <div className={styles.given}>
            <span className={`${styles.reply} ${styles[seat.reply]}`} data-testid="own-reply">
              {words.replies[seat.reply]}
            </span>
            {seat.person ? (
              <span>
                {seat.person}
                {seat.post ? ` · ${seat.post}` : ''}
              </span>
            ) : null}
            {seat.reason ? <span className={styles.reason}>{seat.reason}</span> : null}
            {mayEdit(meeting, 'changeReply') && seat.reply !== 'none' ? (
              <Button onClick={() => setChanging(true)} data-testid="change-reply">
                {words.change}
              </Button>
            ) : null}
            {mayCheckIn ? <CheckInButton meeting={meeting} seat={seat} words={words.checkInHere} strong /> : null}
          </div>
        )}
      </div>
    </Card>
  );
};

/** The seats whose reply the reader gives or has given. */
export const ownSeatsOf = (meeting: MeetingDetail): MeetingSeat[] =>
  meeting.seats.filter(({ isOwn, unit, reply }) => {
    const asked = ownTasksOf(meeting).some(({ taskKey, slot }) => taskKey === 'reply' && slot === unit.code);
    return asked || (isOwn && reply !== 'none');
  });

export const OwnSeats = ({ meeting }: { meeting: MeetingDetail }) =>
  ownSeatsOf(meeting).map((seat) => <OwnSeat key={seat.unit.code} meeting={meeting} seat={seat} />);
