import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useLanguage } from '../language/language';
import { Nothing } from '../layout/ledger';
import { type BoardList, type BoardSearch, isFiltered } from './board-search';

export interface ListProps {
  search: BoardSearch;
  filter: (change: Partial<BoardSearch>) => void;
}

const wholeOf = ({ list, closed }: BoardSearch): BoardSearch => ({
  ...(list ? { list } : {}),
  ...(closed ? { closed } : {}),
});

export const ClearFilters = ({ search }: { search: BoardSearch }) => {
  const { t } = useLanguage();
  if (!isFiltered(search)) return null;
  return (
    <Link to="/supervision" search={wholeOf(search)} tabIndex={-1}>
      <Button type="link">{t.supervision.clear}</Button>
    </Link>
  );
};

/** Says whether there is nothing at all or nothing that fits, and what to do about it. */
export const BoardEmpty = ({ list, search }: { list: BoardList; search: BoardSearch }) => {
  const { t } = useLanguage();
  const { empty, item } = t.supervision;
  const narrowed = isFiltered(search);
  return (
    <div data-testid="board-empty">
      <Nothing
        text={narrowed ? empty.filtered : search.closed ? item.noneClosed : empty[list]}
        hint={narrowed ? empty.filteredHint : search.closed ? item.noneClosedHint : empty[`${list}Hint`]}
      />
    </div>
  );
};

/** A list that comes whole, for a ledger that could page. */
export const whole = <Query extends { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown }>(
  query: Query,
) => ({
  isPending: query.isPending,
  isError: query.isError,
  error: query.error,
  refetch: () => query.refetch(),
  hasNextPage: false,
  isFetchingNextPage: false,
  fetchNextPage: () => undefined,
});
