import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language/language';
import styles from './board-page.module.css';
import type { BoardSearch } from './board-search';

interface BoardNumbersProps {
  search: BoardSearch;
  red: number | undefined;
  yellow: number | undefined;
  blocked: number | undefined;
  overdue: number | undefined;
}

/** Four numbers, each of which opens its list. */
export const BoardNumbers = ({ search, red, yellow, blocked, overdue }: BoardNumbersProps) => {
  const { t } = useLanguage();
  const { numbers, numbersLabel } = t.supervision;
  const shown: { key: keyof typeof numbers; count: number | undefined; opens: BoardSearch }[] = [
    { key: 'red', count: red, opens: { light: 'red' } },
    { key: 'yellow', count: yellow, opens: { light: 'yellow' } },
    { key: 'blocked', count: blocked, opens: { list: 'issues' } },
    { key: 'overdue', count: overdue, opens: { list: 'items', overdue: true } },
  ];
  return (
    <nav className={styles.numbers} aria-label={numbersLabel}>
      {shown.map(({ key, count, opens }) => {
        const isHere = JSON.stringify(opens) === JSON.stringify(search);
        return (
          <Link
            key={key}
            to="/supervision"
            search={opens}
            className={isHere ? `${styles.number} ${styles.chosen}` : styles.number}
            aria-current={isHere ? 'page' : undefined}
            data-testid={`number-${key}`}
          >
            <span className={styles.numberName}>
              <i className={`${styles.mark} ${styles[key]}`} aria-hidden="true" />
              {numbers[key]}
            </span>
            <strong className={count ? styles[key] : styles.nought}>{count ?? '–'}</strong>
          </Link>
        );
      })}
    </nav>
  );
};
