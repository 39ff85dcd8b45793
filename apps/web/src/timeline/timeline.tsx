import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import type { HistoryItem, HistoryPage } from '../api/contract';
import { Problem } from '../api/http';
import { historyQuery, issueHistoryQuery, meetingHistoryQuery, supervisionItemHistoryQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { useMeetingHistory } from '../meetings/meeting-history';
import { ProblemNotice } from '../problem/problem-notice';
import { useIssueHistory } from '../supervision/issue-history';
import { useItemHistory } from '../supervision/item-history';
import { presentTime } from '../time/present';
import { shanghaiParts } from '../time/shanghai-time';
import styles from './timeline.module.css';
import { isQuiet, TimelineItem } from './timeline-item';

const PORTION = 20;

/** The items newest first, each with how long the step before it had lasted. */
const withDurations = (items: readonly HistoryItem[]): { item: HistoryItem; took: number | null }[] => {
  const forwards = [...items].sort((a, b) => a.seq - b.seq);
  let stepBegan: number | null = null;
  const told = forwards.map((item) => {
    const at = new Date(item.at).getTime();
    const moves = item.kind === 'started' || item.from.join() !== item.to.join();
    const took = moves && stepBegan !== null && item.kind !== 'started' ? at - stepBegan : null;
    if (moves) stepBegan = at;
    return { item, took };
  });
  return told.reverse();
};

interface TimelineProps {
  /** The project that it is the history of, or the meeting, the supervision item, the issue. */
  of: { projectId: string } | { meetingId: string } | { supervisionItemId: string } | { issueId: string };
}

/** What happened, in words: who, for which unit, when, what was decided and filled in, and how long it took. */
export const Timeline = ({ of }: TimelineProps) => {
  if ('meetingId' in of) return <MeetingTimeline id={of.meetingId} />;
  if ('issueId' in of) return <IssueTimeline id={of.issueId} />;
  if ('supervisionItemId' in of) return <ItemTimeline id={of.supervisionItemId} />;
  return <ProjectTimeline id={of.projectId} />;
};

const ProjectTimeline = ({ id }: { id: string }) => <TimelineOf query={useInfiniteQuery(historyQuery(id))} />;

const MeetingTimeline = ({ id }: { id: string }) => (
  <TimelineOf query={useInfiniteQuery(meetingHistoryQuery(id))} retell={useMeetingHistory(id)} />
);

const ItemTimeline = ({ id }: { id: string }) => (
  <TimelineOf query={useInfiniteQuery(supervisionItemHistoryQuery(id))} retell={useItemHistory()} />
);

const IssueTimeline = ({ id }: { id: string }) => (
  <TimelineOf query={useInfiniteQuery(issueHistoryQuery(id))} retell={useIssueHistory()} />
);

interface TimelineOfProps {
  query: UseInfiniteQueryResult<InfiniteData<HistoryPage>>;
  /** Says an item in words that the server does not have. */
  retell?: (item: HistoryItem) => HistoryItem;
}

const itself = (item: HistoryItem): HistoryItem => item;

const TimelineOf = ({ query, retell = itself }: TimelineOfProps) => {
  const { t } = useLanguage();
  const [shown, setShown] = useState(PORTION);
  const [everything, setEverything] = useState(false);
  const all = useMemo(() => withDurations(query.data?.pages.flatMap((page) => page.items) ?? []), [query.data]);
  const items = everything ? all : all.filter(({ item }) => !isQuiet(item));
  const quiet = all.length - all.filter(({ item }) => !isQuiet(item)).length;

  if (query.isPending) return <Skeleton active title={false} paragraph={{ rows: 5 }} />;
  if (query.error instanceof Problem && query.error.status === 404) {
    // Whoever is only asked for his part of a task does not see the project around it.
    return <p className={styles.none}>{t.timeline.notShown}</p>;
  }
  if (query.isError && all.length === 0) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (all.length === 0) return <p className={styles.none}>{t.timeline.empty}</p>;

  let year = shanghaiParts(presentTime()).year;
  return (
    <>
      {quiet > 0 ? (
        <Checkbox
          className={styles.everything}
          checked={everything}
          onChange={(event) => setEverything(event.target.checked)}
          data-testid="timeline-everything"
        >
          {t.timeline.everything(quiet)}
        </Checkbox>
      ) : null}
      <ol className={styles.timeline}>
        {items.slice(0, shown).map(({ item, took }) => {
          const parts = shanghaiParts(item.at);
          const turned = parts.year !== year;
          year = parts.year;
          return <TimelineItem key={item.id} item={retell(item)} took={took} year={turned ? parts.year : null} />;
        })}
      </ol>
      {items.length > shown || query.hasNextPage ? (
        <div className={styles.more}>
          <Button
            onClick={() => {
              setShown(shown + PORTION);
              if (items.length <= shown + PORTION && query.hasNextPage) void query.fetchNextPage();
            }}
            loading={query.isFetchingNextPage}
          >
            {t.loadMore}
          </Button>
        </div>
      ) : null}
    </>
  );
};
