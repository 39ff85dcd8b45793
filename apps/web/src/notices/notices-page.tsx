import { SettingOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Skeleton, Tabs } from 'antd';
import { useState } from 'react';
import type { NoticeItem } from '../api/contract';
import { noticesQuery } from '../api/queries';
import { countInWords } from '../inbox/count';
import { useLanguage } from '../language/language';
import { Nothing } from '../layout/ledger';
import ledger from '../layout/ledger.module.css';
import { Page } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import { dayInWords, isoDay } from '../time/shanghai-time';
import { NoticeRow } from './notice-row';
import { NoticeSettingsPanel } from './notice-settings-panel';
import styles from './notices-page.module.css';
import { useReadNotices } from './use-notices';

type View = 'all' | 'unread';

const byDay = (notices: readonly NoticeItem[]): [day: string, notices: NoticeItem[]][] => {
  const days = new Map<string, NoticeItem[]>();
  for (const notice of notices) {
    const day = isoDay(notice.at);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return [...days];
};

/** Everything a person was told, newest first, day by day. */
export const NoticesPage = () => {
  const { t } = useLanguage();
  const { view = 'all' }: { view?: View } = useSearch({ from: '/home/notices' });
  const navigate = useNavigate();
  const [choosing, setChoosing] = useState(false);
  const query = useInfiniteQuery(noticesQuery(view === 'unread'));
  const { read, readAll, open } = useReadNotices();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = query.data?.pages[0]?.unread ?? 0;
  const labels: Record<View, string> = t.notices.views;
  return (
    <Page
      title={t.notices.title}
      narrow
      actions={
        <>
          <Button onClick={() => void readAll(items[0])} disabled={unread === 0} data-testid="read-all">
            {t.notices.markAll}
          </Button>
          <Button icon={<SettingOutlined />} onClick={() => setChoosing(true)} data-testid="notice-settings">
            {t.notices.settings}
          </Button>
        </>
      }
    >
      <Tabs
        className={styles.tabs}
        activeKey={view}
        onChange={(key) => void navigate({ to: '/notices', search: key === 'unread' ? { view: 'unread' } : {} })}
        items={(['all', 'unread'] as const).map((which) => ({
          key: which,
          label: (
            <span data-testid={`notices-${which}`}>
              {labels[which]}
              {which === 'unread' && unread > 0 ? <span className={styles.count}>{countInWords(unread)}</span> : null}
            </span>
          ),
        }))}
      />
      {query.isPending ? (
        <div className={ledger.frame}>
          <Skeleton active title={false} paragraph={{ rows: 6, width: '100%' }} className={ledger.loading} />
        </div>
      ) : null}
      {query.isError && items.length === 0 ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.data && items.length === 0 ? (
        <div className={`${ledger.frame} ${ledger.void}`}>
          <Nothing text={t.notices.empty[view]} hint={view === 'all' ? t.notices.empty.allHint : undefined} />
        </div>
      ) : null}
      {byDay(items).map(([day, notices]) => (
        <section key={day} className={styles.day}>
          <h2 className={styles.dayName}>{dayInWords(notices[0]?.at ?? day, t)}</h2>
          <ul className={ledger.frame}>
            {notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} onRead={() => void read(notice)} onOpen={() => open(notice)} />
            ))}
          </ul>
        </section>
      ))}
      {items.length > 0 ? (
        <div className={ledger.foot}>
          {query.hasNextPage ? (
            <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
              {t.loadMore}
            </Button>
          ) : (
            <span>{t.allShown(items.length)}</span>
          )}
        </div>
      ) : null}
      {choosing ? <NoticeSettingsPanel onClose={() => setChoosing(false)} /> : null}
    </Page>
  );
};
