import { travelRequest } from '../test/travel-request.definition';
import { graph } from './graph';

describe('graph', () => {
  const { nodes, edges } = graph(travelRequest);
  const edge = (source: string, event: string) =>
    edges.filter((known) => known.source === source && known.event === event);

  it('draws every state under its dotted path, with its parent, kind, stage and task', () => {
    expect(nodes.find(({ id }) => id === 'open.approval')).toEqual({
      id: 'open.approval',
      parent: 'open',
      kind: 'atomic',
      title: { zh: '审批', en: 'Approval' },
      stage: 'decide',
      task: 'approval',
    });
    expect(nodes.filter(({ parent }) => parent === null).map(({ id }) => id)).toEqual([
      'open',
      'paused',
      'done',
      'refused',
    ]);
    expect(nodes.find(({ id }) => id === 'open.booking')?.kind).toBe('parallel');
    expect(nodes.find(({ id }) => id === 'open.asBefore')?.kind).toBe('history');
  });

  it('labels edges as people call them', () => {
    expect(edge('open.approval', 'approval.approve')[0]).toMatchObject({
      target: 'open.booking',
      kind: 'event',
      label: { zh: '同意', en: 'Approve' },
    });
    expect(edge('open.approval', 'patience')[0]).toMatchObject({
      target: 'refused',
      kind: 'after',
      label: { en: 'Patience' },
    });
    expect(edge('open.booking', 'done')[0]).toMatchObject({ target: 'done', kind: 'done', label: { zh: '全部完成' } });
    expect(edge('open.booking.hotel.needed', 'always').map(({ target }) => target)).toEqual([
      'open.booking.hotel.booked',
      'open.booking.hotel.asked',
    ]);
    expect(edge('open', 'pause')[0]).toMatchObject({ target: 'paused', label: { zh: '暂停' } });
  });

  it('leaves out what leads nowhere, and gives every edge an id of its own', () => {
    expect(edge('open.approval', 'reminder')).toEqual([]);
    expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
  });
});
