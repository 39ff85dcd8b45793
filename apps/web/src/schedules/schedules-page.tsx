import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScheduleItem } from '../api/contract';
import { useLanguage } from '../language/language';
import { Ledger, Nothing, openingRow } from '../layout/ledger';
import ledger from '../layout/ledger.module.css';
import { Page } from '../layout/page';
import { dateInWords, exactMoment, moment, momentInWords } from '../time/shanghai-time';
import { RunState } from './run-state';
import { ScheduleButtons } from './schedule-buttons';
import { ScheduleHistory } from './schedule-history';
import { schedulesQuery } from './schedule-queries';
import styles from './schedules-page.module.css';

const Next = ({ schedule: { paused, next } }: { schedule: ScheduleItem }) => {
  const { t } = useLanguage();
  const words = t.schedules;
  if (paused) {
    return (
      <span className={styles.stack}>
        <span className={styles.paused}>{words.paused}</span>
        <span className={ledger.sub}>{words.pausedBy(paused.by.name, moment(paused.at, t))}</span>
        <span className={ledger.sub}>{paused.reason}</span>
      </span>
    );
  }
  if (!next) return <span className={ledger.faint}>{words.noNext}</span>;
  return (
    <span className={styles.stack}>
      <span className={ledger.numeric} title={exactMoment(next.dueAt)}>
        {momentInWords(next.dueAt, t)}
      </span>
      {next.movedFrom ? <span className={ledger.sub}>{words.movedFrom(dateInWords(next.movedFrom, t))}</span> : null}
    </span>
  );
};

const Last = ({ last }: { last: ScheduleItem['last'] }) => {
  const { t, say } = useLanguage();
  if (!last) return <span className={ledger.faint}>{t.schedules.never}</span>;
  return (
    <span className={styles.stack}>
      <span className={styles.line}>
        <RunState state={last.state} />
        <span className={`${ledger.numeric} ${ledger.quiet}`} title={exactMoment(last.dueAt)}>
          {moment(last.dueAt, t)}
        </span>
      </span>
      {last.note ? <span className={styles.note}>{say(last.note)}</span> : null}
      {last.error ? <span className={styles.error}>{last.error}</span> : null}
    </span>
  );
};

/** Everything that happens by itself at its time: when it is next and what came of the last run. */
export const SchedulesPage = () => {
  const { t, say } = useLanguage();
  const words = t.schedules;
  const query = useQuery(schedulesQuery);
  const [opened, setOpened] = useState<string | null>(null);
  const schedules = query.data ?? [];
  const shown = schedules.find(({ key }) => key === opened);
  return (
    <Page title={words.title} intro={words.intro}>
      <Ledger
        query={{ ...query, hasNextPage: false, isFetchingNextPage: false, fetchNextPage: () => undefined }}
        count={schedules.length}
        label={words.title}
        empty={<Nothing text={words.empty} />}
        head={
          <>
            <th scope="col">{words.columns.what}</th>
            <th scope="col">{words.columns.pattern}</th>
            <th scope="col">{words.columns.next}</th>
            <th scope="col">{words.columns.last}</th>
            <th scope="col" aria-label={words.runNow} />
          </>
        }
      >
        {schedules.map((schedule) => (
          <tr
            key={schedule.key}
            {...openingRow(() => setOpened(schedule.key))}
            data-testid="schedule-row"
            data-key={schedule.key}
          >
            <td data-label={words.columns.what} data-phone="bare" className={styles.what}>
              <span>
                <span className={ledger.name}>{say(schedule.title)}</span>
                <span className={ledger.sub}>{say(schedule.purpose)}</span>
              </span>
            </td>
            <td data-label={words.columns.pattern} className={styles.pattern}>
              <Pattern text={say(schedule.pattern)} />
            </td>
            <td data-label={words.columns.next}>
              <Next schedule={schedule} />
            </td>
            <td data-label={words.columns.last} className={styles.last}>
              <Last last={schedule.last} />
            </td>
            <td className={`${ledger.action} ${styles.action}`}>
              <span className={ledger.buttons}>
                <ScheduleButtons schedule={schedule} />
              </span>
            </td>
          </tr>
        ))}
      </Ledger>
      {shown ? <ScheduleHistory schedule={shown} onClose={() => setOpened(null)} /> : null}
    </Page>
  );
};

/** The rule for days of rest on a line of its own. */
const Pattern = ({ text }: { text: string }) => {
  const [when, rest] = text.split(/[；;]\s?/);
  return (
    <span className={styles.stack}>
      <span>{when}</span>
      {rest ? <span className={ledger.sub}>{rest}</span> : null}
    </span>
  );
};
