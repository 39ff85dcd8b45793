import { type Desk, openDesk } from '../test/open-desk';
import { type FilterQuery, InboxFilters } from './inbox-filters';

describe('inbox filters', () => {
  let desk: Desk;
  let filters: InboxFilters;

  beforeEach(async () => {
    desk = await openDesk();
    filters = new InboxFilters(desk.db, desk.clock);
  });
  afterEach(() => desk.close());

  const QUERY: FilterQuery = {
    q: '新能源',
    stage: 'evaluation',
    taskKeys: ['joint-review'],
    overdue: true,
    sort: '-due',
  };

  it('are kept with their conditions, each person his own', async () => {
    const first = await filters.add(desk.mine, { name: ' 超期的研判 ', view: 'todo', query: QUERY });
    const second = await filters.add(desk.mine, { name: '全部', view: 'group', query: {} });
    expect(first).toEqual({ id: expect.any(String), name: '超期的研判', view: 'todo', query: QUERY });
    expect(await filters.list(desk.mine)).toEqual([first, second]);
    expect(await filters.list(desk.other)).toEqual([]);
    await expect(filters.remove(desk.other, first.id)).rejects.toMatchObject({ code: 'INBOX_FILTER.NOT_FOUND' });
    await filters.remove(desk.mine, first.id);
    expect(await filters.list(desk.mine)).toEqual([second]);
    await expect(filters.remove(desk.mine, first.id)).rejects.toMatchObject({
      code: 'INBOX_FILTER.NOT_FOUND',
      status: 404,
    });
  });

  it.each([
    [{ unknown: 1 }, 'unknown'],
    [{ q: '' }, 'q'],
    [{ q: 'a\0b' }, 'q'],
    [{ q: 'x'.repeat(81) }, 'q'],
    [{ taskKeys: [] }, 'taskKeys'],
    [{ taskKeys: ['a', 3] }, 'taskKeys.1'],
    [{ overdue: 'yes' }, 'overdue'],
    [{ dueBefore: '2026-02-30' }, 'dueBefore'],
    [{ sort: 'name' }, 'sort'],
    [null, 'query'],
  ])('are refused with the conditions %j', async (query, field) => {
    await expect(
      filters.add(desk.mine, { name: '筛选', view: 'todo', query: query as FilterQuery }),
    ).rejects.toMatchObject({ code: 'INBOX_FILTER.QUERY_INVALID', status: 422, params: { field } });
    expect(await filters.list(desk.mine)).toEqual([]);
  });

  it('need a view and a name of their own', async () => {
    const add = (name: string, view = 'todo') => filters.add(desk.mine, { name, view: view as 'todo', query: {} });
    await expect(add('筛选', 'everything')).rejects.toMatchObject({ params: { field: 'view' } });
    for (const name of ['', '  ', '长'.repeat(41), 'a\0']) {
      await expect(add(name)).rejects.toMatchObject({ code: 'INBOX_FILTER.NAME_INVALID', status: 422 });
    }
    await add('Mine');
    await expect(add('mine')).rejects.toMatchObject({ code: 'INBOX_FILTER.NAME_TAKEN', status: 409 });
    await filters.add(desk.other, { name: 'mine', view: 'todo', query: {} });
  });

  it('are at most thirty, however many are sent at once', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 33 }, (_, at) => filters.add(desk.mine, { name: `筛选${at}`, view: 'todo', query: {} })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(30);
    expect(answers.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))).toEqual(
      Array(3).fill('INBOX_FILTER.TOO_MANY'),
    );
    expect(await filters.list(desk.mine)).toHaveLength(30);
  });
});
