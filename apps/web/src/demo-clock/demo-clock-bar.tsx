import { ClockCircleOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { DemoClock, DemoDestination } from '../api/contract';
import { landfall } from '../api/landfall';
import { queryClient } from '../api/queries';
import { useLanguage } from '../language/language';
import { useAnnouncement } from '../problem/use-announcement';
import { shanghaiParts } from '../time/shanghai-time';
import styles from './demo-clock-bar.module.css';
import { demoClockQuery } from './demo-clock-query';

const DESTINATIONS: readonly { testId: string; destination: DemoDestination; days?: number }[] = [
  { testId: 'demo-next-workday', destination: { to: 'nextWorkday' } },
  ...[1, 7, 30].map((days) => ({ testId: `demo-plus-${days}`, destination: { days }, days })),
];

const MINUTE_MS = 60_000;
const REFRESH_MS = 2_000;

/** How much of the way a move has gone, from 0 to 1. */
const shareOf = ({ from, to, reached }: NonNullable<DemoClock['move']>): number => {
  const way = Date.parse(to) - Date.parse(from);
  return way <= 0 ? 1 : Math.min(1, (Date.parse(reached) - Date.parse(from)) / way);
};

/** Everything on the page was read at another time. */
const readAgain = () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'demo-clock' });

/** Reads the page again while time passes, and when the clock has come to rest elsewhere. */
const useRefreshAfterMove = (clock: DemoClock | undefined): void => {
  const restedAt = useRef<number | null>(null);
  const isMoving = clock?.move?.state === 'moving';
  const minutes = clock && !isMoving ? Math.round(clock.offsetMs / MINUTE_MS) : null;
  useEffect(() => {
    if (!isMoving) return undefined;
    const reading = window.setInterval(() => void readAgain(), REFRESH_MS);
    return () => window.clearInterval(reading);
  }, [isMoving]);
  useEffect(() => {
    if (minutes === null) return;
    const isElsewhere = restedAt.current !== null && restedAt.current !== minutes;
    restedAt.current = minutes;
    if (isElsewhere) void readAgain();
  }, [minutes]);
};

/** The time of a demonstration above everything else, and how to move it. */
export const DemoClockBar = () => {
  const { t } = useLanguage();
  const words = t.schedules.demo;
  const announce = useAnnouncement();
  const { data: clock } = useQuery(demoClockQuery);
  useRefreshAfterMove(clock);
  const show = (next: DemoClock) => queryClient.setQueryData(demoClockQuery.queryKey, next);
  const move = useMutation({ mutationFn: landfall.moveDemoClock, onSuccess: show, onError: announce.refused });
  const stop = useMutation({ mutationFn: landfall.stopDemoClock, onSuccess: show, onError: announce.refused });
  if (!clock) return null;
  const isMoving = clock.move?.state === 'moving';
  const now = shanghaiParts(clock.now);
  const weekdayOf = ({ weekday }: { weekday: number }) => t.time.weekdays[weekday] ?? '';
  const target = shanghaiParts(clock.move?.to ?? clock.now);
  return (
    <section
      className={isMoving ? `${styles.bar} ${styles.moving}` : styles.bar}
      aria-label={words.label}
      title={words.hint}
      data-testid="demo-clock"
      data-state={isMoving ? 'moving' : 'standing'}
      data-now={clock.now}
    >
      <span className={styles.label}>
        <ClockCircleOutlined />
        {words.label}
      </span>
      <time className={styles.time} dateTime={clock.now} data-testid="demo-clock-time">
        {words.day(now.year, now.month, now.day, weekdayOf(now))} <span className={styles.clock}>{now.clock}</span>
      </time>
      {isMoving ? (
        <span className={styles.way} aria-live="polite">
          {words.moving(words.shortDay(target.month, target.day, weekdayOf(target)))}
          <Button
            size="small"
            loading={stop.isPending}
            onClick={() => stop.mutate()}
            className={styles.button}
            data-testid="demo-stop"
          >
            {words.stop}
          </Button>
        </span>
      ) : (
        <span className={styles.buttons}>
          {DESTINATIONS.map(({ testId, destination, days }) => (
            <Button
              key={testId}
              size="small"
              className={styles.button}
              loading={move.isPending && move.variables === destination}
              disabled={move.isPending}
              onClick={() => move.mutate(destination)}
              data-testid={testId}
            >
              {days === undefined ? words.nextWorkday : words.days(days)}
            </Button>
          ))}
        </span>
      )}
      {isMoving && clock.move ? (
        <span
          className={styles.progress}
          role="progressbar"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(shareOf(clock.move) * 100)}
          aria-label={words.moving(words.day(target.year, target.month, target.day, weekdayOf(target)))}
        >
          <span style={{ transform: `scaleX(${shareOf(clock.move)})` }} />
        </span>
      ) : null}
    </section>
  );
};
