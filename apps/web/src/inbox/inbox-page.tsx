import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Tabs } from 'antd';
import type { InboxPage as InboxAnswer, InboxItem, InboxQuery, InboxView } from '../api/contract';
import { landfall } from '../api/landfall';
import { inboxQuery, queryClient, userTaskQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { Ledger, Nothing } from '../layout/ledger';
import { Page } from '../layout/page';
import { useAnnouncement } from '../problem/use-announcement';
import { ADMINISTRATORS, useMe, usePermission } from '../session/session';
import { BulkBar, BulkReport } from './bulk-bar';
import { countInWords } from './count';
import { InboxFilters } from './inbox-filters';
import styles from './inbox-page.module.css';
import { InboxHead, InboxRow } from './inbox-row';
import { askedOf, filterPart, INBOX_VIEWS } from './inbox-search';
import { useBulk } from './use-bulk';

const isOpenWork = (view: InboxView): boolean => view === 'todo' || view === 'group' || view === 'overdue';

const countOf = (view: InboxView, counts: InboxAnswer['counts'] | undefined): number | undefined =>
  view === 'todo' || view === 'group' || view === 'overdue' || view === 'toRead' ? counts?.[view] : undefined;

/** Keeps the choices of one list apart from those of another. */
export const InboxPage = () => {
  const asked = askedOf(useSearch({ from: '/home/inbox' }));
  return <InboxOf key={asked.view} asked={asked} />;
};

/** What everybody sees first: the work that waits, nearest deadline first, and what else one has to do with. */
const InboxOf = ({ asked }: { asked: InboxQuery }) => {
  const { t } = useLanguage();
  const { view } = asked;
  const navigate = useNavigate();
  const query = useInfiniteQuery(inboxQuery(asked));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = query.data?.pages[0]?.counts;
  const bulk = useBulk(items);
  const { claim, read, readAll } = useInboxActions(items);

  const go = ({ view: next, ...filters }: InboxQuery) =>
    void navigate({
      to: '/inbox',
      search: { ...(next === 'todo' ? {} : { view: next }), ...filters },
      replace: next === view,
    });

  const labelOf = (which: InboxView) => {
    const count = countOf(which, counts);
    const alarming = which === 'overdue' && count;
    const style = alarming ? styles.countLate : which === view ? styles.countHere : styles.count;
    return (
      <span data-testid={`inbox-tab-${which}`}>
        {t.inbox.views[which]}
        {count ? <span className={style}>{countInWords(count)}</span> : null}
      </span>
    );
  };

  const choosing = isOpenWork(view);
  return (
    <Page
      title={t.inbox.title}
      actions={
        view === 'toRead' && items.length > 0 ? (
          <Button onClick={() => readAll.mutate()} loading={readAll.isPending} data-testid="read-all-copies">
            {t.inbox.copies.readAll}
          </Button>
        ) : null
      }
    >
      <Tabs
        className={styles.tabs}
        activeKey={view}
        onChange={(key) => go({ view: INBOX_VIEWS.find((known) => known === key) ?? 'todo' })}
        items={INBOX_VIEWS.map((which) => ({ key: which, label: labelOf(which) }))}
      />
      <InboxFilters asked={asked} onAsk={go} />
      {bulk.outcome ? <BulkReport outcome={bulk.outcome} onClose={bulk.closeReport} /> : null}
      {bulk.chosen.length > 0 ? (
        <BulkBar chosen={bulk.chosen} busy={bulk.busy} onClear={bulk.clear} onPerform={bulk.perform} />
      ) : null}
      <Ledger
        query={query}
        count={items.length}
        label={t.inbox.views[view]}
        head={
          <InboxHead
            view={view}
            all={choosing && items.length > 0 && bulk.chosen.length === items.length}
            some={bulk.chosen.length > 0}
            onChooseAll={choosing ? bulk.chooseAll : undefined}
          />
        }
        empty={<Empty asked={asked} group={counts?.group} onAsk={go} />}
      >
        {items.map((item) => (
          <InboxRow
            key={item.copy?.id ?? item.userTaskId ?? item.projectId}
            item={item}
            view={view}
            claiming={claim.isPending && claim.variables === item}
            onClaim={() => claim.mutate(item)}
            reading={read.isPending && read.variables === item}
            onRead={() => read.mutate(item)}
            chosen={bulk.isChosen(item.userTaskId)}
            onChoose={choosing ? () => bulk.toggle(item.userTaskId) : undefined}
          />
        ))}
      </Ledger>
    </Page>
  );
};

/** What is done from a row: claim a task, say that a copy was read. */
const useInboxActions = (items: readonly InboxItem[]) => {
  const { t, say } = useLanguage();
  const announce = useAnnouncement();
  const settled = {
    onError: announce.refused,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['inbox'] }),
  };
  const claim = useMutation({
    mutationFn: ({ userTaskId }: InboxItem) => landfall.claim(userTaskId ?? ''),
    onSuccess: (task) => {
      announce.done(t.inbox.claimed(say(task.title)));
      queryClient.setQueryData(userTaskQuery(task.userTaskId).queryKey, task);
    },
    ...settled,
  });
  const forget = ({ userTaskId }: InboxItem) =>
    queryClient.invalidateQueries({ queryKey: ['user-task', userTaskId ?? ''] });
  const read = useMutation({
    mutationFn: ({ copy }: InboxItem) => landfall.readCopy(copy?.id ?? ''),
    onSuccess: (_, item) => {
      announce.done(t.inbox.copies.readDone);
      void forget(item);
    },
    ...settled,
  });
  const readAll = useMutation({
    mutationFn: async () => {
      const unread = items.filter(({ copy }) => copy?.readAt === null);
      for (const { copy } of unread) await landfall.readCopy(copy?.id ?? '');
      return unread;
    },
    onSuccess: (unread) => {
      announce.done(t.inbox.copies.readAllDone(unread.length));
      for (const item of unread) void forget(item);
    },
    ...settled,
  });
  return { claim, read, readAll };
};

interface EmptyProps {
  asked: InboxQuery;
  group: number | undefined;
  onAsk: (next: InboxQuery) => void;
}

/** Why the list is empty, and where to go on. */
const Empty = ({ asked, group, onAsk }: EmptyProps) => {
  const { t } = useLanguage();
  const mayCreate = usePermission('lead.create');
  const sees = !useMe().roles.some((role) => ADMINISTRATORS.includes(role));
  const { view, q } = asked;
  const words = t.inbox.empty;
  const { sort: _, ...narrowed } = filterPart(asked);
  if (Object.keys(narrowed).length > 0) {
    const onlyWords = q !== undefined && Object.keys(narrowed).length === 1;
    return (
      <Nothing text={onlyWords ? words.search(q) : words.filtered} hint={onlyWords ? words.searchHint : undefined}>
        <Button className={styles.offer} onClick={() => onAsk({ view })}>
          {onlyWords ? words.clear : words.clearFilters}
        </Button>
      </Nothing>
    );
  }
  return (
    <Nothing text={words[view]} hint={view === 'todo' && group === 0 ? words.groupToo : words[`${view}Hint`]}>
      {view === 'todo' && group === 0 && sees ? (
        <Link to="/supervision">
          <Button>{t.nav.supervision}</Button>
        </Link>
      ) : null}
      {view === 'todo' && group !== 0 ? (
        <Button type="primary" onClick={() => onAsk({ view: 'group' })}>
          {words.toGroup}
          {group ? `（${countInWords(group)}）` : ''}
        </Button>
      ) : null}
      {view === 'initiated' && mayCreate ? (
        <Link to="/leads/new">
          <Button type="primary">{t.nav.newLead}</Button>
        </Link>
      ) : null}
    </Nothing>
  );
};
