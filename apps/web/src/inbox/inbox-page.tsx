import { SearchOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Tabs } from 'antd';
import type { InboxView } from '../api/contract';
import { landfall } from '../api/landfall';
import { inboxQuery, queryClient, userTaskQuery } from '../api/queries';
import { useTypedWords } from '../form/use-typed-words';
import { useLanguage } from '../language/language';
import { Ledger, Nothing } from '../layout/ledger';
import { Page } from '../layout/page';
import { useAnnouncement } from '../problem/use-announcement';
import { usePermission } from '../session/session';
import { countInWords } from './count';
import styles from './inbox-page.module.css';
import { InboxHead, InboxRow } from './inbox-row';

const VIEWS: readonly InboxView[] = ['todo', 'group', 'done', 'initiated'];

/** What everybody sees first: the work that waits, nearest deadline first, in four views. */
export const InboxPage = () => {
  const { t, say } = useLanguage();
  const { view = 'todo', q = '' } = useSearch({ from: '/home/inbox' });
  const navigate = useNavigate();
  const announce = useAnnouncement();
  const mayCreate = usePermission('lead.create');
  const query = useInfiniteQuery(inboxQuery(view, q));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = query.data?.pages[0]?.counts;

  const go = (next: { view?: InboxView; q?: string }) =>
    void navigate({
      to: '/inbox',
      search: { ...(next.view && next.view !== 'todo' ? { view: next.view } : {}), ...(next.q ? { q: next.q } : {}) },
      replace: next.view === view,
    });
  const [words, setWords] = useTypedWords(q, (typed) => go({ view, q: typed }));

  const claim = useMutation({
    mutationFn: (userTaskId: string) => landfall.claim(userTaskId),
    onSuccess: (task) => {
      announce.done(t.inbox.claimed(say(task.title)));
      queryClient.setQueryData(userTaskQuery(task.userTaskId).queryKey, task);
    },
    onError: announce.refused,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['inbox'] }),
  });

  const labelOf = (which: InboxView) => {
    const count = which === 'todo' || which === 'group' ? counts?.[which] : undefined;
    return (
      <span data-testid={`inbox-tab-${which}`}>
        {t.inbox.views[which]}
        {count ? <span className={which === view ? styles.countHere : styles.count}>{countInWords(count)}</span> : null}
      </span>
    );
  };

  return (
    <Page title={t.inbox.title}>
      <div className={styles.bar}>
        <Tabs
          className={styles.tabs}
          activeKey={view}
          onChange={(key) => go({ view: VIEWS.find((known) => known === key) ?? 'todo', q })}
          items={VIEWS.map((which) => ({ key: which, label: labelOf(which) }))}
        />
        <Input
          className={styles.search}
          prefix={<SearchOutlined className={styles.icon} />}
          placeholder={t.inbox.search}
          aria-label={t.inbox.search}
          allowClear
          value={words}
          onChange={(event) => setWords(event.target.value)}
          data-testid="inbox-search"
        />
      </div>
      <Ledger
        query={query}
        count={items.length}
        label={t.inbox.views[view]}
        head={<InboxHead view={view} />}
        empty={
          q ? (
            <Nothing text={t.inbox.empty.search(q)} hint={t.inbox.empty.searchHint}>
              <Button onClick={() => go({ view })}>{t.inbox.empty.clear}</Button>
            </Nothing>
          ) : (
            <Nothing text={t.inbox.empty[view]} hint={t.inbox.empty[`${view}Hint`]}>
              {view === 'todo' ? (
                <Button type="primary" onClick={() => go({ view: 'group' })}>
                  {t.inbox.empty.toGroup}
                  {counts?.group ? `（${countInWords(counts.group)}）` : ''}
                </Button>
              ) : null}
              {view === 'initiated' && mayCreate ? (
                <Link to="/leads/new">
                  <Button type="primary">{t.nav.newLead}</Button>
                </Link>
              ) : null}
            </Nothing>
          )
        }
      >
        {items.map((item) => (
          <InboxRow
            key={item.userTaskId ?? item.projectId}
            item={item}
            view={view}
            claiming={claim.isPending && claim.variables === item.userTaskId}
            onClaim={() => item.userTaskId && claim.mutate(item.userTaskId)}
          />
        ))}
      </Ledger>
    </Page>
  );
};
