import type { InboxQuery, InboxView } from '../api/contract';

export const INBOX_VIEWS: readonly InboxView[] = ['todo', 'group', 'overdue', 'toRead', 'copied', 'done', 'initiated'];

export const SORTS = ['due', '-due', 'arrived', '-arrived'] as const;

/** What the address of the inbox says; what is usual is left out of it. */
export type InboxSearch = Partial<InboxQuery>;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

/** Reads the address; whatever means nothing here is dropped. */
export const inboxSearch = (search: Record<string, unknown>): InboxSearch => {
  const view = INBOX_VIEWS.find((known) => known === search.view);
  const q = text(search.q);
  const stage = text(search.stage);
  const dueBefore = text(search.dueBefore);
  const sort = SORTS.find((known) => known === search.sort);
  return {
    ...(view && view !== 'todo' ? { view } : {}),
    ...(q ? { q } : {}),
    ...(stage ? { stage } : {}),
    ...(search.overdue === true || search.overdue === 'true' ? { overdue: true } : {}),
    ...(dueBefore && /^\d{4}-\d{2}-\d{2}$/.test(dueBefore) ? { dueBefore } : {}),
    ...(sort && sort !== 'due' ? { sort } : {}),
  };
};

/** Which filters mean something in a view: copies are only listed, what was initiated is only searched. */
export const filtersOf = (view: InboxView): ReadonlySet<keyof InboxQuery> => {
  switch (view) {
    case 'todo':
    case 'group':
      return new Set(['q', 'stage', 'overdue', 'dueBefore', 'sort']);
    case 'overdue':
      return new Set(['q', 'stage', 'sort']);
    case 'done':
      return new Set(['q', 'stage']);
    case 'initiated':
      return new Set(['q']);
    case 'copied':
    case 'toRead':
      return new Set();
  }
};

/** The part of a search that its view can ask for. */
export const askedOf = (search: InboxSearch): InboxQuery => {
  const { view = 'todo' } = search;
  const meant = filtersOf(view);
  return {
    view,
    ...Object.fromEntries(Object.entries(search).filter(([name]) => meant.has(name as keyof InboxQuery))),
  };
};

/** Everything that narrows or orders a list, without the list itself. */
export const filterPart = ({ view: _, ...filters }: InboxQuery): Omit<InboxQuery, 'view'> => filters;
