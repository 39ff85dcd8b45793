import { Button, Skeleton } from 'antd';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import styles from './ledger.module.css';

/** What makes a row of a ledger one that opens: by click, by Enter, and reached with the arrow keys; Space may choose it. */
export const openingRow = (open: () => void, choose?: () => void) => ({
  className: styles.row,
  tabIndex: 0,
  onClick: (event: MouseEvent<HTMLTableRowElement>) => {
    const target = event.target;
    // A dialog that was opened from the row lies outside it, though its clicks arrive here too.
    if (!(target instanceof Element) || !event.currentTarget.contains(target) || target.closest('a, button, label'))
      return;
    if (window.getSelection()?.toString()) return;
    open();
  },
  onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget) return;
    const next =
      event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : null;
    if (event.key === 'Enter') open();
    if (event.key === ' ' && choose) {
      event.preventDefault();
      choose();
    }
    if (!next) return;
    const row = event.currentTarget[next];
    if (row instanceof HTMLElement) {
      event.preventDefault();
      row.focus();
    }
  },
});

interface LedgerProps {
  query: {
    isPending: boolean;
    isError: boolean;
    error: unknown;
    refetch: () => unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
  count: number;
  /** What to say and offer when there is nothing. */
  empty: ReactNode;
  head: ReactNode;
  children: ReactNode;
  label: string;
  framed?: boolean;
}

/** A list that is paged by cursor, with its waiting, failing, empty and further states. */
export const Ledger = ({ query, count, empty, head, children, label, framed = true }: LedgerProps) => {
  const { t } = useLanguage();
  const frame = framed ? styles.frame : styles.plain;
  if (query.isPending) {
    return (
      <div className={frame}>
        <Skeleton active title={false} paragraph={{ rows: 6, width: '100%' }} className={styles.loading} />
      </div>
    );
  }
  if (query.isError && count === 0) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (count === 0) return <div className={`${frame} ${styles.void}`}>{empty}</div>;
  return (
    <div className={frame}>
      <table className={styles.ledger} aria-label={label}>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      <div className={styles.foot}>
        {query.hasNextPage ? (
          <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage} data-testid="load-more">
            {t.loadMore}
          </Button>
        ) : (
          <span>{t.allShown(count)}</span>
        )}
      </div>
    </div>
  );
};

export const Nothing = ({ text, hint, children }: { text: string; hint?: string; children?: ReactNode }) => (
  <>
    <strong>{text}</strong>
    {hint ? <p>{hint}</p> : null}
    {children}
  </>
);
