import { DownOutlined } from '@ant-design/icons';
import { Alert, Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { FormValues, MeetingDetail, MeetingEvent } from '../api/contract';
import { landfall } from '../api/landfall';
import { EventDialog } from '../form/event-dialog';
import { useLanguage } from '../language/language';
import { showMeeting } from './refresh-meetings';

const GRAVE = new Set(['cancelMeeting', 'skipConference']);

/** Without its quorum a meeting is opened by a reason only; that is asked for when it is needed. */
const QUORUM = 'MEETING.QUORUM_NOT_MET';

interface MeetingEventDialogProps {
  meeting: MeetingDetail;
  event: MeetingEvent;
  onClose: () => void;
}

const MeetingEventDialog = ({ meeting, event, onClose }: MeetingEventDialogProps) => {
  const { t, say } = useLanguage();
  const asked = Object.keys(event.form.properties);
  const lacksQuorum = event.refusal?.code === QUORUM;
  const names = asked.filter((name) => name !== 'withoutQuorumReason' || lacksQuorum);
  const hint = t.meetings.hints[event.type];
  const planned: FormValues =
    event.type === 'reschedule'
      ? { plannedOn: meeting.plannedOn, plannedTime: meeting.plannedTime, place: meeting.place }
      : {};
  return (
    <EventDialog
      event={event}
      names={names}
      required={[...(event.form.required ?? []), ...(lacksQuorum ? ['withoutQuorumReason'] : [])]}
      initial={planned}
      grave={GRAVE.has(event.type)}
      send={async (form, clientKey) =>
        showMeeting(await landfall.sendMeetingEvent(meeting.meetingId, event.type, form, clientKey))
      }
      doneWords={t.meetings.done(say(event.label))}
      onDone={() => undefined}
      onClose={onClose}
    >
      {event.refusal ? <Alert type="warning" showIcon title={say(event.refusal.text)} /> : hint ? <p>{hint}</p> : null}
    </EventDialog>
  );
};

/** The event that the meeting waits for now, when nothing stands in its way. */
const leadingEvent = ({ events }: MeetingDetail): MeetingEvent | undefined =>
  events.find(({ type, refusal }) => (type === 'openSession' || type === 'closeSession') && refusal === null);

/** 开会, 散会, 改期, 取消: what the reader may do with the meeting as a whole. */
export const MeetingActions = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t, say } = useLanguage();
  const [chosen, setChosen] = useState<MeetingEvent | null>(null);
  const leading = leadingEvent(meeting);
  const rest = meeting.events.filter((event) => event !== leading);
  if (meeting.events.length === 0) return null;
  return (
    <div style={{ display: 'flex', gap: 8 }}>
      {leading ? (
        <Button type="primary" size="large" onClick={() => setChosen(leading)} data-testid={`event-${leading.type}`}>
          {say(leading.label)}
        </Button>
      ) : null}
      {rest.length > 0 ? (
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: rest.map((event) => ({
              key: event.type,
              danger: GRAVE.has(event.type),
              label: <span data-testid={`event-${event.type}`}>{say(event.label)}</span>,
              onClick: () => setChosen(event),
            })),
          }}
        >
          <Button size="large" data-testid="meeting-actions">
            {t.meetings.operate}
            <DownOutlined />
          </Button>
        </Dropdown>
      ) : null}
      {chosen ? <MeetingEventDialog meeting={meeting} event={chosen} onClose={() => setChosen(null)} /> : null}
    </div>
  );
};
