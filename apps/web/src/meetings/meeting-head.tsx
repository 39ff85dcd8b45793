import { CalendarOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { MeetingDetail } from '../api/contract';
import { landfall } from '../api/landfall';
import { useLanguage } from '../language/language';
import { useUnitNames } from '../organization/unit-names';
import { isHeard } from './agenda-draft';
import { KindTag, StateTag } from './kind-tag';
import { MeetingActions } from './meeting-actions';
import styles from './meeting-head.module.css';
import { plannedInWords } from './meeting-standing';
import { MeetingStrip } from './meeting-strip';

interface FactProps {
  name: string;
  /** Left out where there is little room. */
  secondary?: boolean;
  children: ReactNode;
}

const Fact = ({ name, secondary = false, children }: FactProps) => (
  <div className={secondary ? `${styles.fact} ${styles.secondary}` : styles.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Whether enough are there; said until the session is open. */
const Quorum = ({ meeting: { quorum } }: { meeting: MeetingDetail }) => {
  const { t } = useLanguage();
  const words = t.meetings;
  return (
    <span data-testid="quorum" data-met={quorum.isMet ? '' : undefined} title={words.quorumOf(quorum.of)}>
      {words.quorum(quorum.met, quorum.needed)}{' '}
      <em className={quorum.isMet ? styles.met : styles.short}>
        {quorum.isMet ? words.quorumMet : words.quorumShort(quorum.needed - quorum.met)}
      </em>
    </span>
  );
};

/** What a meeting is, when and where, who calls it and why, and where it stands. */
export const MeetingHead = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t, say } = useLanguage();
  const words = t.meetings;
  const unitName = useUnitNames('short');
  const { quorum, state } = meeting;
  const agenda = meeting.agenda.filter(isHeard);
  const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <div className={styles.top}>
      <header className={styles.header}>
        <div className={styles.headline}>
          <div className={styles.heading}>
            <p className={styles.tags}>
              <KindTag meeting={meeting} />
              <StateTag meeting={meeting} />
            </p>
            <h1 className={styles.title} data-testid="meeting-title">
              {meeting.title}
            </h1>
            <p className={styles.because}>
              {words.because}
              {t.colon}
              {say(meeting.calledBecause)}
            </p>
          </div>
          <MeetingActions meeting={meeting} />
        </div>
        <dl className={styles.facts}>
          <Fact name={words.facts.when}>
            <span className={styles.when} data-testid="meeting-when">
              {meeting.plannedOn === null && meeting.heldBetween
                ? words.window(words.half(meeting.period))
                : plannedInWords(meeting, t)}
            </span>
            {state === 'convened' ? (
              <a
                className={styles.toCalendar}
                href={landfall.meetingFileAddress(meeting.meetingId, 'calendar.ics')}
                download
                title={words.toCalendarHint}
                data-testid="to-calendar"
              >
                <CalendarOutlined aria-hidden="true" /> {words.toCalendar}
              </a>
            ) : null}
          </Fact>
          {meeting.place ? <Fact name={words.facts.where}>{meeting.place}</Fact> : null}
          {agenda.length > 0 ? (
            <Fact name={words.facts.agenda}>
              {words.items(agenda.length)}
              <span className={styles.faint}> · {words.agenda.total(minutes, null, null)}</span>
            </Fact>
          ) : null}
          {quorum.of > 0 && (state === 'convened' || state === 'inSession') ? (
            <Fact name={words.facts.quorum}>
              <Quorum meeting={meeting} />
            </Fact>
          ) : null}
          <Fact name={words.facts.conveners} secondary>
            {meeting.conveners.map(unitName).join(t.comma)}
          </Fact>
          <Fact name={words.facts.chair} secondary>
            {say(meeting.chair.name)}
          </Fact>
          {meeting.minutesNumber ? <Fact name={words.facts.minutesNumber}>{meeting.minutesNumber}</Fact> : null}
        </dl>
      </header>
      {state === 'cancelled' ? null : (
        <div className={styles.strip}>
          <MeetingStrip meeting={meeting} />
        </div>
      )}
    </div>
  );
};
