import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import type { CalendarYear, MissingYear } from '../api/contract';
import { calendarAlarmsQuery, calendarHistoryQuery, calendarQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { Card, Page } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import { usePermission } from '../session/session';
import { exactMoment, moment } from '../time/shanghai-time';
import styles from './calendar-page.module.css';
import { holidaysOf, rangeInWords } from './holidays-of';
import { YearGrid } from './month-grid';

const NoticeLink = ({ year, strong = false }: { year?: number; strong?: boolean }) => {
  const { t } = useLanguage();
  const navigate = useNavigate();
  return (
    <Button
      type={strong ? 'primary' : 'default'}
      onClick={() => void navigate({ to: '/calendar/notice', search: year ? { year } : {} })}
      data-testid="enter-notice"
    >
      {t.calendar.enterNotice}
    </Button>
  );
};

/** A year without a notice is never quiet: what is missing, until when, and what hangs on it. */
const Alarm = ({ missing, mayEnter }: { missing: MissingYear; mayEnter: boolean }) => {
  const { t } = useLanguage();
  const { year, isAlarm, daysLeft, openDeadlines } = missing;
  return (
    <div className={isAlarm ? `${styles.alarm} ${styles.urgent}` : styles.alarm} role={isAlarm ? 'alert' : 'status'}>
      <div className={styles.alarmText}>
        <strong>{t.calendar.missing(year)}</strong>
        <span>
          {[
            daysLeft > 0 ? t.calendar.beginsIn(daysLeft) : t.calendar.begun,
            openDeadlines > 0 ? t.calendar.provisionalDeadlines(openDeadlines) : t.calendar.provisionalYear,
          ].join(t.calendar.stop)}
        </span>
      </div>
      {mayEnter ? <NoticeLink year={year} strong /> : <span>{t.calendar.byAdministrator}</span>}
    </div>
  );
};

const YearSwitch = ({ year }: { year: number }) => {
  const { t } = useLanguage();
  return (
    <div className={styles.switch}>
      <Link to="/calendar" search={{ year: year - 1 }} className={styles.step} aria-label={t.calendar.yearBefore}>
        <LeftOutlined />
      </Link>
      <span className={styles.which}>{t.calendar.year(year)}</span>
      <Link to="/calendar" search={{ year: year + 1 }} className={styles.step} aria-label={t.calendar.yearAfter}>
        <RightOutlined />
      </Link>
    </div>
  );
};

const Basis = ({ year }: { year: CalendarYear }) => {
  const { t } = useLanguage();
  return (
    <div className={styles.basis}>
      <YearSwitch year={year.year} />
      <p className={styles.source}>
        {year.notice ? (
          <>
            {t.calendar.basedOn(year.notice.number, year.notice.issuedOn)}
            <span className={styles.dot}>·</span>
            {t.calendar.workdaysInYear(year.workdays)}
          </>
        ) : (
          <span className={styles.draft}>{t.calendar.noNotice}</span>
        )}
      </p>
      <ul className={styles.legend} aria-label={t.calendar.legend}>
        <li>
          <span className={`${styles.swatch} ${styles.off}`} />
          {t.calendar.kinds.holiday}
        </li>
        <li>
          <span className={`${styles.swatch} ${styles.worked}`} />
          {t.calendar.kinds.makeUpWorkday}
        </li>
      </ul>
    </div>
  );
};

const Holidays = ({ year }: { year: CalendarYear }) => {
  const { t, say } = useLanguage();
  return (
    <Card title={t.calendar.holidays}>
      <ul className={styles.holidays}>
        {holidaysOf(year.days).map(({ name, from, to, days, makeUp }) => (
          <li key={from}>
            <strong>{name.map(say).join(t.calendar.and)}</strong>
            <span className={styles.range}>{rangeInWords(from, to, t)}</span>
            <span className={styles.faint}>{t.calendar.daysOff(days)}</span>
            <span className={styles.makeUp}>
              {makeUp.length > 0 ? t.calendar.madeUp(makeUp.map((day) => rangeInWords(day, day, t))) : ''}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};

const Hours = ({ year }: { year: CalendarYear }) => {
  const { t } = useLanguage();
  const valid = [...year.workingHours].reverse().find(({ validFrom }) => validFrom <= year.today);
  return (
    <Card title={t.calendar.hours}>
      <p className={styles.shifts}>
        {(valid?.shifts ?? []).map(({ from, to }) => (
          <span key={from}>
            {from}–{to}
          </span>
        ))}
      </p>
      <p className={styles.faint}>{t.calendar.hoursRule(valid?.shifts.at(-1)?.to ?? '')}</p>
    </Card>
  );
};

const Changes = () => {
  const { t } = useLanguage();
  const { data } = useQuery(calendarHistoryQuery);
  return (
    <Card title={t.calendar.changes}>
      <ol className={styles.changes}>
        {(data ?? []).slice(0, 6).map(({ version, kind, reason, changedBy, at, moved }) => (
          <li key={version}>
            <span>
              <strong>{t.calendar.version(version)}</strong> {kind === 'shipped' ? t.calendar.shipped : reason}
            </span>
            <span className={styles.faint} title={exactMoment(at)}>
              {[
                changedBy.accountId === 'system' ? t.system : changedBy.name,
                moment(at, t),
                ...(moved > 0 ? [t.calendar.movedCount(moved)] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
};

/** The working calendar of a year: what is worked, by which notice, and what is not arranged yet. */
export const CalendarPage = () => {
  const { t } = useLanguage();
  const { year } = useSearch({ from: '/home/calendar' });
  const mayEnter = usePermission('organization.manage');
  const query = useQuery(calendarQuery(year));
  const alarms = useQuery(calendarAlarmsQuery);
  const missing = alarms.data ?? [];
  return (
    <Page
      title={t.calendar.title}
      intro={t.calendar.intro}
      actions={mayEnter && missing.length === 0 ? <NoticeLink /> : undefined}
    >
      {missing.map((one) => (
        <Alarm key={one.year} missing={one} mayEnter={mayEnter} />
      ))}
      {query.isError ? <ProblemNotice error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? (
        <>
          <Basis year={query.data} />
          <YearGrid year={query.data} />
          {query.data.notice ? (
            <div className={styles.below}>
              <Holidays year={query.data} />
              <div className={styles.side}>
                <Hours year={query.data} />
                <Changes />
              </div>
            </div>
          ) : (
            <div className={`${styles.below} ${styles.even}`}>
              <Hours year={query.data} />
              <Changes />
            </div>
          )}
        </>
      ) : query.isPending ? (
        <Skeleton active paragraph={{ rows: 12 }} />
      ) : null}
    </Page>
  );
};
