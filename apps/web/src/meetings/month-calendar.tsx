import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { CalendarDay, MeetingItem } from '../api/contract';
import { calendarQuery, meetingsQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { Card } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import { kindClass } from './kind-tag';
import { plannedInWords } from './meeting-standing';
import styles from './month-calendar.module.css';
import { daysOfMonth, monthAway } from './month-of';

/** Monday first, as calendars are printed in China. */
const placeInWeek = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

const MonthSwitch = ({ month, thisMonth }: { month: string; thisMonth: string }) => {
  const { t } = useLanguage();
  const words = t.meetings;
  const [year = 0, number = 1] = month.split('-').map(Number);
  const stepTo = (months: number) => ({ month: monthAway(month, months) });
  return (
    <div className={styles.switch}>
      <Link to="/meetings" search={stepTo(-1)} className={styles.step} aria-label={words.monthBefore} replace>
        <LeftOutlined />
      </Link>
      <strong className={styles.which}>{words.month(year, number)}</strong>
      <Link to="/meetings" search={stepTo(1)} className={styles.step} aria-label={words.monthAfter} replace>
        <RightOutlined />
      </Link>
      {month === thisMonth ? null : (
        <Link to="/meetings" search={{}} className={styles.back} replace>
          {words.thisMonth}
        </Link>
      )}
    </div>
  );
};

const Chip = ({ meeting }: { meeting: MeetingItem }) => {
  const { t } = useLanguage();
  const over = meeting.state === 'archived' || meeting.state === 'cancelled';
  return (
    <Link
      to="/meetings/$meetingId"
      params={{ meetingId: meeting.meetingId }}
      className={`${styles.chip} ${kindClass(meeting.kind)} ${over ? styles.over : ''}`}
      title={`${meeting.title} ${plannedInWords(meeting, t)}`}
      data-testid="calendar-meeting"
      data-kind={meeting.kind}
    >
      <span className={styles.time}>{meeting.plannedTime}</span> {t.meetings.kindsShort[meeting.kind]}
    </Link>
  );
};

interface DayProps {
  day: CalendarDay;
  isToday: boolean;
  meetings: readonly MeetingItem[];
  windows: readonly MeetingItem[];
  namesWindow: boolean;
}

const Day = ({ day: { on, kind, name }, isToday, meetings, windows, namesWindow }: DayProps) => {
  const { t, say } = useLanguage();
  const off = kind === 'weekend' || kind === 'holiday';
  return (
    <li
      className={`${styles.day} ${off ? styles.off : ''} ${kind === 'holiday' ? styles.holiday : ''} ${isToday ? styles.today : ''}`}
      aria-current={isToday ? 'date' : undefined}
      data-day={on}
      data-kind={kind}
    >
      <span className={styles.head}>
        <b className={styles.number}>{Number(on.slice(8))}</b>
        {kind === 'holiday' || kind === 'makeUpWorkday' ? (
          <span className={styles.name} title={say(name)}>
            {kind === 'holiday' ? say(name) : t.calendar.marks.worked}
          </span>
        ) : null}
      </span>
      {meetings.map((meeting) => (
        <Chip key={meeting.meetingId} meeting={meeting} />
      ))}
      {windows.map((meeting) => (
        <Link
          key={meeting.meetingId}
          to="/meetings/$meetingId"
          params={{ meetingId: meeting.meetingId }}
          className={`${styles.window} ${kindClass('conference')}`}
          title={t.meetings.window(t.meetings.half(meeting.period))}
          tabIndex={namesWindow ? undefined : -1}
        >
          {namesWindow ? t.meetings.window(t.meetings.half(meeting.period)) : null}
        </Link>
      ))}
    </li>
  );
};

const inWindow = ({ heldBetween }: MeetingItem, on: string): boolean =>
  heldBetween !== null && heldBetween.from <= on && on <= heldBetween.to;

/** The places of a week that belong to another month. */
const Blanks = ({ count, side }: { count: number; side: 'before' | 'after' }) =>
  Array.from({ length: count }, (_, place) => `${side} ${place}`).map((key) => (
    <li key={key} className={styles.blank} aria-hidden="true" />
  ));

interface MonthCalendarProps {
  month: string;
  today: string;
  /** All meetings, for the windows of conferences that have no day yet. */
  meetings: readonly MeetingItem[];
}

/** A month with its working days and holidays, the meetings on their days, and the windows of the half-year conference. */
export const MonthCalendar = ({ month, today, meetings }: MonthCalendarProps) => {
  const { t } = useLanguage();
  const calendar = useQuery(calendarQuery(Number(month.slice(0, 4))));
  const { data: held = [] } = useQuery(meetingsQuery(daysOfMonth(month)));
  const days = calendar.data?.days.filter(({ on }) => on.startsWith(`${month}-`)) ?? [];
  const windows = meetings.filter(({ heldBetween, plannedOn }) => heldBetween !== null && plannedOn === null);
  const planned = (on: string) =>
    held
      .filter(({ plannedOn, state }) => plannedOn === on && state !== 'cancelled')
      .sort((a, b) => ((a.plannedTime ?? '') < (b.plannedTime ?? '') ? -1 : 1));
  return (
    <Card
      title={<MonthSwitch month={month} thisMonth={today.slice(0, 7)} />}
      label={t.meetings.calendarLabel}
      flush
      extra={
        <ul className={styles.legend}>
          {(['streetTownReview', 'push', 'special', 'conference'] as const).map((kind) => (
            <li key={kind} className={kindClass(kind)}>
              <i className={styles.swatch} />
              {t.meetings.kindsShort[kind]}
            </li>
          ))}
        </ul>
      }
    >
      {calendar.isError ? <ProblemNotice error={calendar.error} onRetry={() => void calendar.refetch()} /> : null}
      {days.length === 0 && calendar.isPending ? (
        <Skeleton active className={styles.loading} />
      ) : (
        <div data-testid="meeting-calendar">
          <ol className={styles.week} aria-hidden="true">
            {t.calendar.weekdays.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ol>
          <ol className={styles.days}>
            <Blanks count={placeInWeek(days[0]?.on ?? today)} side="before" />
            {days.map((day, place) => {
              const shown = windows.filter((meeting) => inWindow(meeting, day.on));
              return (
                <Day
                  key={day.on}
                  day={day}
                  isToday={day.on === today}
                  meetings={planned(day.on)}
                  windows={shown}
                  namesWindow={
                    shown.some(({ heldBetween }) => heldBetween?.from === day.on) || (shown.length > 0 && place === 0)
                  }
                />
              );
            })}
            <Blanks count={6 - placeInWeek(days.at(-1)?.on ?? today)} side="after" />
          </ol>
        </div>
      )}
    </Card>
  );
};
