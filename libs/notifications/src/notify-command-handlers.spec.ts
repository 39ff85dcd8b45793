import type { Command, ProcessDefinition } from '@landfall/process-definition';
import type { CommandSource, Row } from '@landfall/process-engine';
import { notifyCommandHandlers } from './notify-command-handlers';

interface Added {
  readonly table: string;
  readonly row: Row;
}

const source: CommandSource = {
  instanceId: '019ab000-0000-7000-8000-000000000002',
  definition: {} as ProcessDefinition,
  at: new Date('2026-11-25T02:00:00Z'),
  actor: { accountId: 'wang', name: '王', unit: 'D01', groups: [] },
  event: 'escalate',
  rev: 7,
};

const rowsOf = (params: Record<string, unknown>, rev = 7): Added[] => {
  const added: Added[] = [];
  const command: Command = { type: 'notify', params };
  notifyCommandHandlers.notify?.(
    {
      insert: (table, row) => added.push({ table, row }),
      enqueue: (job, payload) => added.push({ table: job, row: payload }),
      update: () => {
        throw new Error('A notice only adds rows');
      },
      merge: () => {
        throw new Error('A notice only adds rows');
      },
    },
    command,
    { ...source, rev },
  );
  return added;
};

describe('the command notify', () => {
  const params = {
    kind: 'issue.escalated',
    urgency: 'urgent',
    title: { zh: '堵点已上报', en: 'Issue escalated' },
    groups: ['OFFICE.staff', 'OFFICE.staff'],
  };

  it('adds the notice and its job', () => {
    const [notice, job] = rowsOf(params);
    expect(notice).toEqual({
      table: 'notice',
      row: {
        id: expect.any(String),
        key: expect.stringMatching(/^notify:019ab000-0000-7000-8000-000000000002:7:issue\.escalated:[0-9a-f]{16}$/),
        kind: 'issue.escalated',
        urgency: 'urgent',
        title: { zh: '堵点已上报', en: 'Issue escalated' },
        body: null,
        instance_id: source.instanceId,
        task_id: null,
        link: `/projects/${source.instanceId}`,
        accounts: [],
        groups: ['OFFICE.staff'],
        at: source.at,
      },
    });
    expect(job).toEqual({ table: 'notifications.fan-out', row: { key: notice?.row.key } });
  });

  it('has one key for one event and one thing said to the same people', () => {
    const keyOf = (added: Added[]) => added[0]?.row.key;
    expect(keyOf(rowsOf(params))).toBe(keyOf(rowsOf(params)));
    expect(keyOf(rowsOf(params))).not.toBe(keyOf(rowsOf(params, 8)));
    expect(keyOf(rowsOf(params))).not.toBe(keyOf(rowsOf({ ...params, groups: ['D01.head'] })));
    expect(keyOf(rowsOf(params))).not.toBe(keyOf(rowsOf({ ...params, title: { zh: '另一事', en: 'Another' } })));
  });

  it.each([
    ['a kind', { kind: '' }],
    ['an urgency', { urgency: 'soon' }],
    ['a title', { title: '堵点' }],
    ['a body', { body: { zh: '只有中文' } }],
    ['lists', { groups: 'OFFICE.staff' }],
    ['lists', { accounts: [1] }],
  ])('needs %s', (what, wrong) => {
    expect(() => rowsOf({ ...params, ...wrong })).toThrow(`Command 'notify' needs ${what}`);
  });
});
