import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer, Skeleton } from 'antd';
import type { ScheduleItem, ScheduleOperation, ScheduleRun } from '../api/contract';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { dateInWords, exactMoment, moment, momentInWords, span } from '../time/shanghai-time';
import { RunState } from './run-state';
import styles from './schedule-history.module.css';
import { scheduleRunsQuery } from './schedule-queries';

const LATE_AFTER_MS = 5 * 60_000;

const Run = ({ run }: { run: ScheduleRun }) => {
  const { t, say } = useLanguage();
  const words = t.schedules;
  const { dueAt, startedAt, endedAt, movedFrom, by, note, error, attempt } = run;
  const late = startedAt ? Date.parse(startedAt) - Date.parse(dueAt) : 0;
  const took = startedAt && endedAt ? Date.parse(endedAt) - Date.parse(startedAt) : 0;
  const asides = [
    ...(movedFrom ? [words.movedFrom(dateInWords(movedFrom, t))] : []),
    ...(by ? [words.by(by.name)] : []),
    ...(late > LATE_AFTER_MS ? [words.late(span(late, t))] : []),
    ...(took >= 60_000 ? [words.took(span(took, t))] : []),
    ...(attempt > 1 ? [words.attempt(attempt)] : []),
  ];
  return (
    <li className={styles.run} data-testid="schedule-run" data-day={run.day}>
      <span className={styles.line}>
        <span className={styles.at} title={exactMoment(dueAt)}>
          {momentInWords(dueAt, t)}
        </span>
        <RunState state={run.state} />
      </span>
      {note ? <span className={styles.note}>{say(note)}</span> : null}
      {error ? <span className={styles.error}>{error}</span> : null}
      {asides.length > 0 ? <span className={styles.aside}>{asides.join(' · ')}</span> : null}
    </li>
  );
};

const Operations = ({ operations }: { operations: readonly ScheduleOperation[] }) => {
  const { t } = useLanguage();
  const words = t.schedules;
  if (operations.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{words.operations}</h3>
      <ol>
        {operations.map(({ kind, by, reason, at }) => (
          <li key={`${kind}${at}`} className={styles.operation}>
            <span className={styles.line}>
              <span>
                <strong>{by.name}</strong> {words.operationKinds[kind]}
              </span>
              <span className={styles.aside} title={exactMoment(at)}>
                {moment(at, t)}
              </span>
            </span>
            {reason ? <span className={styles.note}>{reason}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
};

/** Every run of a schedule, the latest first, and what people did about it. */
export const ScheduleHistory = ({ schedule, onClose }: { schedule: ScheduleItem; onClose: () => void }) => {
  const { t, say } = useLanguage();
  const words = t.schedules;
  const query = useInfiniteQuery(scheduleRunsQuery(schedule.key));
  const runs = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Drawer open onClose={onClose} title={say(schedule.title)} placement="right" size={480} destroyOnHidden>
      <p className={styles.purpose}>{say(schedule.purpose)}</p>
      <p className={styles.pattern}>{say(schedule.pattern)}</p>
      {query.isPending ? <Skeleton active /> : null}
      {query.isError ? <ProblemNotice error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? (
        <>
          <Operations operations={query.data.pages[0]?.operations ?? []} />
          <section className={styles.section}>
            <h3 className={styles.heading}>{words.history}</h3>
            {runs.length === 0 ? <p className={styles.aside}>{words.historyEmpty}</p> : null}
            <ol>
              {runs.map((run) => (
                <Run key={run.id ?? run.dueAt} run={run} />
              ))}
            </ol>
            {query.hasNextPage ? (
              <Button block onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
                {t.loadMore}
              </Button>
            ) : null}
          </section>
        </>
      ) : null}
    </Drawer>
  );
};
