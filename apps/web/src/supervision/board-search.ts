export type BoardList = 'lights' | 'issues' | 'items';

/** What the board's address keeps: which list, and how it is filtered. */
export interface BoardSearch {
  /** Red and yellow projects when it is left out. */
  list?: Exclude<BoardList, 'lights'>;
  light?: 'yellow' | 'red';
  stage?: string;
  taskForce?: string;
  unit?: string;
  level?: number;
  type?: string;
  urgent?: true;
  mine?: true;
  colour?: string;
  overdue?: true;
  /** Supervision items that are closed, instead of the open ones. */
  closed?: true;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads the board's address; what it does not know is left out. */
export const boardSearchOf = (search: Record<string, unknown>): BoardSearch => {
  const level = typeof search.level === 'number' ? search.level : Number.NaN;
  const found: BoardSearch = {};
  if (search.list === 'issues' || search.list === 'items') found.list = search.list;
  if (search.light === 'red' || search.light === 'yellow') found.light = search.light;
  for (const name of ['stage', 'taskForce', 'unit', 'type', 'colour'] as const) {
    const value = textOf(search[name]);
    if (value !== undefined) found[name] = value;
  }
  if (Number.isInteger(level) && level >= 0 && level <= 3) found.level = level;
  for (const name of ['urgent', 'mine', 'overdue', 'closed'] as const) if (search[name] === true) found[name] = true;
  return found;
};

/** Whether anything but the choice of the list narrows what is shown. */
export const isFiltered = ({ list: _list, closed: _closed, ...filters }: BoardSearch): boolean =>
  Object.keys(filters).length > 0;
