import type { MeetingDetail } from '../api/contract';
import { useLanguage } from '../language/language';
import { Card } from '../layout/page';
import { useUnitNames } from '../organization/unit-names';
import { type AgendaDraft, sitsThroughout, stretchesOf } from './agenda-draft';
import styles from './unit-times.module.css';

interface UnitTimesProps {
  meeting: MeetingDetail;
  /** The agenda as it is arranged, saved or not. */
  draft: AgendaDraft;
}

/** When each unit has to be there, its own units first: nobody sits through what does not concern him. */
export const UnitTimes = ({ meeting, draft }: UnitTimesProps) => {
  const { t } = useLanguage();
  const words = t.meetings.agenda;
  const unitName = useUnitNames('short');
  const presenters = new Map(
    meeting.agenda.flatMap(({ key, presenter }) => (presenter ? [[key, presenter.code]] : [])),
  );
  const seats = [...meeting.seats].sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
  if (seats.length === 0) return null;
  return (
    <Card title={words.timetable}>
      <p className={styles.hint}>{meeting.plannedTime === null ? words.noTime : words.timetableHint}</p>
      {meeting.plannedTime === null ? null : (
        <ul className={styles.units}>
          {seats.map((seat) => {
            const stretches = stretchesOf(seat, draft, presenters, meeting.plannedTime);
            return (
              <li
                key={seat.unit.code}
                className={seat.isOwn ? `${styles.unit} ${styles.own}` : styles.unit}
                data-testid="unit-times"
                data-unit={seat.unit.code}
              >
                <span>
                  {unitName(seat.unit)}
                  {seat.isOwn ? <em>{words.own}</em> : null}
                </span>
                <span className={styles.times}>
                  {sitsThroughout(seat) ? <small>{words.throughout}</small> : null}
                  {stretches.map(({ from, to }) => (
                    <b key={from}>
                      {from}–{to}
                    </b>
                  ))}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
};
