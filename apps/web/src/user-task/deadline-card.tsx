import { InfoCircleOutlined, PauseCircleFilled } from '@ant-design/icons';
import type { DeadlineBasis, UserTaskDetail } from '../api/contract';
import { useLanguage } from '../language/language';
import { Card } from '../layout/page';
import { basisInWords } from '../spoken/basis-in-words';
import { presentTime } from '../time/present';
import { dateInWords, deadlineInWords, isoDay, momentInWords } from '../time/shanghai-time';
import { arithmeticOf, type CountedDay, countedDays, type DayKind, weekdayOf } from './counted-days';
import styles from './deadline-card.module.css';

const LEGEND: readonly DayKind[] = ['holiday', 'dayOff', 'makeUpWorkday', 'unitWorkday', 'paused'];

/** The days as a small calendar, week by week: which counted, which did not, and why. */
const Days = ({ days }: { days: readonly CountedDay[] }) => {
  const { t, say } = useLanguage();
  const today = isoDay(new Date(presentTime()).toISOString());
  const [first] = days;
  if (!first) return null;
  const words = t.deadline.kinds;
  const legend = LEGEND.filter((kind) =>
    days.some((day) => day.kind === kind || (kind === 'makeUpWorkday' && day.isExtra)),
  );
  // Holidays are known by their names; what other days are is said once.
  const nameOf = (kind: DayKind): string => {
    const names = kind === 'holiday' ? days.filter((day) => day.kind === kind).map((day) => say(day.name)) : [];
    const named = [...new Set(names)].filter(Boolean).join(t.comma);
    return named ? `${named}${t.colon === '：' ? '' : ' '}${words[kind]}` : words[kind];
  };
  return (
    <figure className={styles.days} aria-label={t.deadline.days} data-testid="deadline-days">
      <div className={styles.grid} aria-hidden="true">
        {t.deadline.weekdayMarks.map((mark, index) => (
          <span key={index} className={styles.mark}>
            {mark}
          </span>
        ))}
        {days.map(({ day, kind, isExtra, name }, index) => (
          <span
            key={day}
            className={[styles.day, styles[kind], isExtra ? styles.extra : ''].join(' ')}
            style={index === 0 ? { gridColumnStart: weekdayOf(first.day) + 1 } : undefined}
            data-today={day === today ? '' : undefined}
            title={[dateInWords(day, t), say(name), words[kind], day === today ? t.deadline.today : '']
              .filter(Boolean)
              .join(' · ')}
          >
            {Number(day.slice(8)) === 1 ? `${Number(day.slice(5, 7))}/1` : Number(day.slice(8))}
          </span>
        ))}
      </div>
      {legend.length > 0 ? (
        <figcaption className={styles.legend}>
          {legend.map((kind) => (
            <span key={kind} className={styles.entry}>
              <span className={`${styles.swatch} ${styles[kind]}`} aria-hidden="true" />
              {nameOf(kind)}
            </span>
          ))}
        </figcaption>
      ) : null}
    </figure>
  );
};

const Provisional = ({ basis }: { basis: DeadlineBasis }) => {
  const { t } = useLanguage();
  if (!basis.provisional) return null;
  return (
    <p className={styles.provisional} role="note" data-testid="deadline-provisional">
      <InfoCircleOutlined aria-hidden="true" />
      <span>{t.deadline.provisional(basis.yearsWithoutNotice.join(t.comma))}</span>
    </p>
  );
};

/** Until when, and how that was counted: in one sentence and day by day. */
export const DeadlineCard = ({ task, settled }: { task: UserTaskDetail; settled: boolean }) => {
  const { t, say } = useLanguage();
  const { dueAt, basis, said, isPaused } = task.deadline;
  if (!dueAt) return null;
  const { by, left, urgency } = deadlineInWords(dueAt, t);
  const ended = settled || ['completed', 'cancelled', 'skipped'].includes(task.state);
  const arithmetic = arithmeticOf(basis);
  const rule = typeof basis?.source === 'string' ? basisInWords(basis.source) : '';
  const from = typeof basis?.from === 'string' ? basis.from : null;
  return (
    <Card title={t.task.deadline}>
      <p className={styles.by}>{by}</p>
      {isPaused && !ended ? (
        <p className={styles.paused} data-testid="deadline-paused">
          <PauseCircleFilled aria-hidden="true" /> {t.deadline.paused}
          <span className={styles.pausedHint}>{t.deadline.pausedHint}</span>
        </p>
      ) : ended ? null : (
        <p className={`${styles.left} ${styles[urgency]}`}>{left}</p>
      )}
      {arithmetic ? (
        <>
          <Days days={countedDays(arithmetic, presentTime())} />
          <p className={styles.said} data-testid="deadline-said">
            {say(said)}
          </p>
          <Provisional basis={arithmetic} />
        </>
      ) : from ? (
        <p className={styles.said}>{t.deadline.received(momentInWords(from, t))}</p>
      ) : null}
      {rule ? (
        <p className={styles.source}>
          {t.deadline.rule}
          {t.colon}
          {rule}
        </p>
      ) : null}
    </Card>
  );
};
