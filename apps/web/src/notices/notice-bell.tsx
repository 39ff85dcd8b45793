import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Badge, Button, Popover, Skeleton } from 'antd';
import { useState } from 'react';
import { newestNoticesQuery } from '../api/queries';
import { countInWords } from '../inbox/count';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import styles from './notice-bell.module.css';
import { NoticeRow } from './notice-row';
import { useReadNotices, useReadWithTask, useUnreadNotices } from './use-notices';

const NewestNotices = ({ onLeave }: { onLeave: () => void }) => {
  const { t } = useLanguage();
  const query = useQuery(newestNoticesQuery);
  const { read, readAll, open } = useReadNotices();
  const items = query.data?.items ?? [];
  return (
    <section className={styles.panel} aria-label={t.notices.title} data-testid="notice-panel">
      <header className={styles.head}>
        <h2 className={styles.heading}>{t.notices.title}</h2>
        {query.data?.unread ? (
          <Button size="small" type="link" onClick={() => void readAll(items[0])}>
            {t.notices.markAll}
          </Button>
        ) : null}
      </header>
      <div className={styles.list}>
        {query.isPending ? <Skeleton active title={false} className={styles.waiting} /> : null}
        {query.isError && items.length === 0 ? (
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : null}
        {query.data && items.length === 0 ? (
          <p className={styles.nothing}>
            <strong>{t.notices.empty.all}</strong>
            {t.notices.empty.allHint}
          </p>
        ) : null}
        {items.length > 0 ? (
          <ul>
            {items.map((notice) => (
              <NoticeRow
                key={notice.id}
                notice={notice}
                brief
                onRead={() => void read(notice)}
                onOpen={() => {
                  open(notice);
                  onLeave();
                }}
              />
            ))}
          </ul>
        ) : null}
      </div>
      <footer className={styles.foot}>
        <Link to="/notices" onClick={onLeave} data-testid="all-notices">
          {t.notices.seeAll}
        </Link>
      </footer>
    </section>
  );
};

/** The bell of the header: how much is unread, and the newest notices under it. */
export const NoticeBell = () => {
  const { t } = useLanguage();
  const unread = useUnreadNotices();
  useReadWithTask(unread);
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const show = (wanted: boolean) => {
    // A phone has no room for a list beside the page: there the bell leads to the page of notices.
    if (wanted && window.matchMedia('(max-width: 640px)').matches) void navigate({ to: '/notices' });
    else setOpen(wanted);
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={show}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={<NewestNotices onLeave={() => setOpen(false)} />}
      styles={{ container: { padding: 0 } }}
    >
      <Button
        type="text"
        aria-label={unread > 0 ? t.notices.bell(countInWords(unread)) : t.notices.title}
        aria-expanded={isOpen}
        title={t.notices.title}
        icon={
          <Badge count={unread} overflowCount={99} size="small" offset={[9, 1]} className={styles.badge}>
            <BellOutlined className={styles.bell} />
          </Badge>
        }
        data-testid="notice-bell"
        data-unread={unread}
      />
    </Popover>
  );
};
