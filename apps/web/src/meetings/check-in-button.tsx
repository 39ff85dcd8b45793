import { CheckOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { MeetingDetail, MeetingSeat } from '../api/contract';
import { landfall } from '../api/landfall';
import { useLanguage } from '../language/language';
import { useAnnouncement } from '../problem/use-announcement';
import { shanghaiParts } from '../time/shanghai-time';
import styles from './check-in-button.module.css';
import { showMeeting } from './refresh-meetings';

/** Checks a seat in or out. */
export const useCheckIn = (meeting: MeetingDetail, seat: MeetingSeat) => {
  const announce = useAnnouncement();
  return useMutation({
    mutationFn: ({ present, person }: { present: boolean; person?: string }) =>
      landfall.checkIn(meeting.meetingId, seat.unit.code, present, person),
    onSuccess: showMeeting,
    onError: announce.refused,
  });
};

interface CheckInButtonProps {
  meeting: MeetingDetail;
  seat: MeetingSeat;
  /** What the button says while nobody has come. */
  words?: string;
  /** At the door, where nothing else is to be done. */
  large?: boolean;
  strong?: boolean;
}

/** One touch checks a unit in; another takes it back. */
export const CheckInButton = ({ meeting, seat, words, large = false, strong = large }: CheckInButtonProps) => {
  const { t } = useLanguage();
  const said = t.meetings.attendance;
  const checkIn = useCheckIn(meeting, seat);
  return (
    <Button
      type={seat.present || !strong ? 'default' : 'primary'}
      icon={seat.present ? <CheckOutlined /> : undefined}
      size="large"
      className={`${styles.button} ${large ? styles.large : ''} ${seat.present ? styles.present : ''}`}
      loading={checkIn.isPending}
      onClick={() => checkIn.mutate({ present: !seat.present })}
      aria-pressed={seat.present}
      title={seat.present ? said.undo : undefined}
      data-testid="check-in"
      data-present={seat.present ? '' : undefined}
    >
      {seat.present
        ? seat.checkedInAt
          ? said.at(shanghaiParts(seat.checkedInAt).clock)
          : said.checkedIn
        : (words ?? said.checkIn)}
    </Button>
  );
};
