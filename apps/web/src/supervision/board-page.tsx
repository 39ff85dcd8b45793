import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { issuesQuery, lightsQuery, supervisionItemsQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { Page } from '../layout/page';
import { usePermission } from '../session/session';
import { BoardNumbers } from './board-numbers';
import styles from './board-page.module.css';
import type { BoardList, BoardSearch } from './board-search';
import { DraftItemDialog } from './draft-item-dialog';
import { IssueList } from './issue-list';
import { ItemList } from './item-list';
import { LightList } from './light-list';
import { PendingDisputes } from './pending-disputes';

const LISTS: readonly BoardList[] = ['lights', 'issues', 'items'];

/** What the supervisors keep moving: red and yellow projects, issues, supervision items. */
export const BoardPage = () => {
  const { t } = useLanguage();
  const words = t.supervision;
  const search = useSearch({ from: '/home/supervision' });
  const navigate = useNavigate();
  const mayDecide = usePermission('waiting.decide');
  const [isDrafting, setDrafting] = useState(false);
  const lights = useInfiniteQuery(lightsQuery({})).data?.pages[0]?.counts;
  const { data: issues } = useQuery(issuesQuery);
  const { data: items } = useQuery(supervisionItemsQuery());
  const list = search.list ?? 'lights';
  const counts: Record<BoardList, number | undefined> = {
    lights: lights && lights.red + lights.yellow,
    issues: issues?.length,
    items: items?.items.length,
  };
  const filter = (change: Partial<BoardSearch>) => {
    const next = { ...search, ...change };
    for (const key of Object.keys(next) as (keyof BoardSearch)[]) if (next[key] === undefined) delete next[key];
    void navigate({ to: '/supervision', search: next, replace: true });
  };
  const shown = { search, filter };

  return (
    <Page
      title={words.title}
      intro={words.intro}
      actions={
        items?.mayDraft ? (
          <Button type="primary" onClick={() => setDrafting(true)} data-testid="draft-item">
            {words.draft}
          </Button>
        ) : null
      }
    >
      <BoardNumbers
        search={search}
        red={lights?.red}
        yellow={lights?.yellow}
        blocked={issues?.length}
        overdue={items?.items.filter(({ daysLate }) => daysLate > 0).length}
      />
      {mayDecide ? <PendingDisputes /> : null}
      <nav className={styles.tabs} aria-label={words.title}>
        {LISTS.map((key) => (
          <Link
            key={key}
            to="/supervision"
            search={key === 'lights' ? {} : { list: key }}
            className={key === list ? `${styles.tab} ${styles.here}` : styles.tab}
            aria-current={key === list ? 'page' : undefined}
            data-testid={`board-${key}`}
          >
            {words.lists[key]}
            <span className={styles.count}>{counts[key] ?? ''}</span>
          </Link>
        ))}
      </nav>
      {list === 'lights' ? <LightList {...shown} /> : null}
      {list === 'issues' ? <IssueList {...shown} /> : null}
      {list === 'items' ? <ItemList {...shown} /> : null}
      {isDrafting ? <DraftItemDialog onClose={() => setDrafting(false)} /> : null}
    </Page>
  );
};
