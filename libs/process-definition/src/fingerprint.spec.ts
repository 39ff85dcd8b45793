import { createMachine } from 'xstate';
import { travelRequest } from '../test/travel-request.definition';
import { fingerprint } from './fingerprint';
import { field } from './form';
import type { ProcessDefinition } from './process-definition';
import type { UserTaskDefinition } from './user-task-definition';

const title = (zh: string) => ({ zh, en: zh });

interface Small {
  readonly delay?: number;
  readonly states?: object;
  readonly guard?: () => boolean;
}

const check: UserTaskDefinition = {
  title: title('核对'),
  owner: title('谁'),
  source: 'test',
  deadline: { amount: 3, unit: 'day', source: 'test' },
  fields: { on: field.date(title('日期')), note: field.text(title('说明'), { max: 50 }) },
  outcomes: { done: { label: title('好'), tone: 'positive', fields: ['on', 'note'], required: ['on'] } },
};

const small = ({ delay = 5, states = {}, guard = () => true }: Small = {}): ProcessDefinition => {
  const machine = createMachine(
    {
      id: 'small',
      initial: 'open',
      states: {
        open: {
          meta: { title: title('开') },
          on: { finish: { guard: 'ready', target: 'closed', actions: { type: 'tell', params: { group: 'a.b' } } } },
          after: { patience: 'closed' },
        },
        closed: { type: 'final', meta: { title: title('关'), closedAs: 'done' } },
        ...states,
      },
    },
    { guards: { ready: guard }, delays: { patience: delay }, actions: { tell: () => {} } },
  );
  return {
    key: 'small',
    version: 1,
    title: title('小'),
    machine,
    stages: [],
    userTasks: { check },
    events: {},
    timers: { patience: title('期限') },
    signals: {},
  };
};

const reversed = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

const withTask = (change: object): ProcessDefinition => ({ ...small(), userTasks: { check: { ...check, ...change } } });

describe('fingerprint', () => {
  const known = fingerprint(small());

  it('is the same for the same meaning, every time', () => {
    expect(fingerprint(small())).toBe(known);
    expect(known).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not depend on the order of keys', () => {
    const { userTasks, ...rest } = small();
    const turned = reversed(userTasks) as ProcessDefinition['userTasks'];
    expect(fingerprint({ userTasks: turned, ...rest })).toBe(known);
  });

  it('does not depend on texts that people read', () => {
    const closed = { type: 'final', meta: { title: title('已关闭'), closedAs: 'done' } };
    expect(fingerprint({ ...small(), title: title('大'), timers: { patience: title('耐心') } })).toBe(known);
    expect(fingerprint(small({ states: { closed } }))).toBe(known);
    expect(
      fingerprint(
        withTask({
          title: title('复核'),
          guidance: title('请核对'),
          fields: { on: field.date(title('哪天'), title('核对日')), note: field.text(title('备注'), { max: 50 }) },
          outcomes: { done: { label: title('完成'), tone: 'neutral', fields: ['note', 'on'], required: ['on'] } },
        }),
      ),
    ).toBe(known);
  });

  it('does not depend on how functions are written or compiled', () => {
    expect(
      fingerprint(
        small({
          guard: function ready() {
            return 1 > 0;
          },
        }),
      ),
    ).toBe(known);
  });

  it.each<[string, ProcessDefinition]>([
    ['a delay', small({ delay: 6 })],
    ['a new state', small({ states: { late: { type: 'final', meta: { title: title('晚'), closedAs: 'late' } } } })],
    [
      'what an end means',
      small({ states: { closed: { type: 'final', meta: { title: title('关'), closedAs: 'lost' } } } }),
    ],
    ['another target', small({ states: { open: { on: { finish: { target: 'open', reenter: true } } } } })],
    ['the version', { ...small(), version: 2 }],
    ['a deadline', withTask({ deadline: { amount: 4, unit: 'day', source: 'test' } })],
    ['who gets a task', withTask({ allocation: 'roundRobin' })],
    ['a field', withTask({ fields: { on: field.date(title('日期')), note: field.text(title('说明'), { max: 60 }) } })],
    [
      'what is required',
      withTask({ outcomes: { done: { label: title('好'), tone: 'positive', fields: ['on', 'note'], required: [] } } }),
    ],
    [
      'an event of people',
      {
        ...small(),
        events: { stop: { label: title('停'), fields: {}, required: [], allowedGroups: () => [], source: '' } },
      },
    ],
  ])('changes with %s', (_what, changed) => {
    expect(fingerprint(changed)).not.toBe(known);
  });

  it('changes with the params of a command and with a guard', () => {
    const finish = (move: object) =>
      fingerprint(
        small({
          states: { open: { meta: { title: title('开') }, on: { finish: move }, after: { patience: 'closed' } } },
        }),
      );
    const tell = (group: string) => ({
      target: 'closed',
      guard: 'ready',
      actions: { type: 'tell', params: { group } },
    });
    expect(finish(tell('a.b'))).toBe(known);
    expect(finish(tell('a.c'))).not.toBe(known);
    expect(finish({ ...tell('a.b'), guard: 'steady' })).not.toBe(known);
  });

  it('changes with what a delay counts back, but not with how the function reads its date or with the source', () => {
    const counting = (change: object = {}) =>
      fingerprint({
        ...small(),
        delayRules: {
          patience: { before: () => null, amount: 1, unit: 'workingDay', at: '09:00', source: 'test', ...change },
        },
      });
    expect(counting()).not.toBe(known);
    expect(counting({ before: ({ on }: { on: string }) => on, source: 'another' })).toBe(counting());
    for (const change of [{ amount: 2 }, { at: '10:00' }]) expect(counting(change)).not.toBe(counting());
    const forwards = { amount: 1, unit: 'workingDay', source: 'test' } as const;
    expect(fingerprint({ ...small(), delayRules: { patience: forwards } })).not.toBe(counting());
  });

  it('is known for the travel request, so that a change of the reading itself is noticed', () => {
    expect(fingerprint(travelRequest)).toBe('3fab31355f60a37ac926e96511824487cdee0aea4e99c9c16b711c7a6485247c');
  });
});
