import type { CalendarDay, CalendarYear } from '../api/contract';
import { useLanguage } from '../language/language';
import styles from './month-grid.module.css';

interface MonthGridProps {
  month: number;
  days: readonly CalendarDay[];
  today: string;
  provisional: boolean;
}

/** Monday first, as calendars are printed in China. */
const placeInWeek = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

const Mark = ({ kind }: { kind: CalendarDay['kind'] }) => {
  const { t } = useLanguage();
  if (kind === 'holiday') return <span className={styles.off}>{t.calendar.marks.off}</span>;
  if (kind === 'makeUpWorkday') return <span className={styles.worked}>{t.calendar.marks.worked}</span>;
  return null;
};

const Month = ({ month, days, today, provisional }: MonthGridProps) => {
  const { t, say } = useLanguage();
  const workdays = days.filter(({ kind }) => kind === 'workday' || kind === 'makeUpWorkday').length;
  return (
    <section
      className={provisional ? `${styles.month} ${styles.provisional}` : styles.month}
      aria-label={t.calendar.months[month]}
    >
      <header className={styles.head}>
        <h2 className={styles.name}>{t.calendar.months[month]}</h2>
        <span className={styles.count}>{t.calendar.workdays(workdays)}</span>
      </header>
      <ol className={styles.week} aria-hidden="true">
        {t.calendar.weekdays.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ol>
      <ol className={styles.days}>
        {days.map(({ on, kind, name }, index) => {
          const isToday = on === today;
          const words = [kind === 'workday' ? '' : t.calendar.kinds[kind], say(name)].filter(Boolean).join(' · ');
          return (
            <li
              key={on}
              className={`${styles.day} ${styles[kind] ?? ''} ${isToday ? styles.today : ''}`}
              style={index === 0 ? { gridColumnStart: placeInWeek(on) + 1 } : undefined}
              title={words ? `${on} ${words}` : on}
              aria-current={isToday ? 'date' : undefined}
              data-day={on}
              data-kind={kind}
            >
              <span>{Number(on.slice(8))}</span>
              <Mark kind={kind} />
            </li>
          );
        })}
      </ol>
    </section>
  );
};

/** The twelve months of a year, with what is off and what is made up for. */
export const YearGrid = ({ year }: { year: CalendarYear }) => {
  const months = Array.from({ length: 12 }, (_, month) => {
    const prefix = `${year.year}-${String(month + 1).padStart(2, '0')}-`;
    return { month, days: year.days.filter(({ on }) => on.startsWith(prefix)) };
  });
  return (
    <div className={styles.year} data-testid="calendar-year">
      {months.map(({ month, days }) => (
        <Month key={month} month={month} days={days} today={year.today} provisional={year.notice === null} />
      ))}
    </div>
  );
};
