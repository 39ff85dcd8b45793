import { definitionOf, end, soundStates, task, title, waiting } from '../test/small.definition';
import { assertMigration, checkMigration } from './check-migration';
import type { MigrationWay } from './migration';
import type { ProcessDefinition } from './process-definition';

const version2 = (states: Record<string, object>, machine: object = {}): ProcessDefinition =>
  definitionOf(
    states,
    { version: 2, userTasks: { approval: task(), meeting: task() } },
    { initial: Object.keys(states)[0], ...machine },
  );

const way = (enter: MigrationWay['enter'] = {}): MigrationWay => ({ version: 1, enter, context: (old) => old });

const problems = (from: ProcessDefinition, to: ProcessDefinition, enter?: MigrationWay['enter']): string[] =>
  checkMigration(from, to, way(enter)).map(
    ({ code, message }) => `${code.replace('PROCESS_DEFINITION.', '')}: ${message}`,
  );

const region = (leaf: string) => ({
  meta: { title: title('分支') },
  initial: leaf,
  states: { [leaf]: { meta: { title: title('办') } }, over: { type: 'final', meta: { title: title('完') } } },
});
const parallel = (leaves: Readonly<Record<string, string>>) => ({
  meta: { title: title('并行') },
  type: 'parallel',
  states: Object.fromEntries(Object.entries(leaves).map(([name, leaf]) => [name, region(leaf)])),
});

const version1 = definitionOf(soundStates);
const other = { ...waiting, on: { 'approval.approve': 'end' } };

describe('checkMigration', () => {
  it('finds nothing where every state is kept or replaced', () => {
    expect(problems(version1, version2({ ...soundStates }))).toEqual([]);
    expect(problems(version1, version2({ meeting: other, end }), { waiting: ['meeting'] })).toEqual([]);
    expect(problems(version1, version2({ ...soundStates, meeting: other }), { waiting: ['meeting'] })).toEqual([]);
  });

  it('wants every state in which an instance may rest to be kept or replaced', () => {
    expect(problems(version1, version2({ meeting: other, end }))).toEqual([
      "MIGRATION_KEPT: Expected version 2 to keep state 'waiting' of version 1, but it has none. Name 'waiting' in enter.",
    ]);
  });

  it('wants states and targets that there are', () => {
    expect(problems(version1, version2({ ...soundStates }), { wating: ['end'] })).toEqual([
      "MIGRATION_STATE: Expected enter to name atomic states, but there is no 'wating' of version 1.",
    ]);
    expect(problems(version1, version2({ ...soundStates }), { waiting: ['meeting'] })).toEqual([
      "MIGRATION_TARGET: Expected a state of version 2 to enter for 'waiting' of version 1, but there is no 'meeting'.",
    ]);
    expect(problems(version1, version2({ ...soundStates }), { waiting: [] })).toHaveLength(1);
  });

  it('keeps no state whose task or kind is another', () => {
    const meeting = { ...other, meta: { ...waiting.meta, task: 'meeting' } };
    expect(problems(version1, version2({ waiting: meeting, end }))).toEqual([
      "MIGRATION_KEPT: Expected version 2 to keep state 'waiting' of version 1, but 'waiting' has task 'meeting' and had task 'approval'. Name 'waiting' in enter.",
    ]);
    const inner = { meta: waiting.meta, initial: 'inner', states: { inner: { ...waiting, on: {} } } };
    expect(problems(version1, version2({ waiting: inner, end }))).toEqual([
      "MIGRATION_KEPT: Expected version 2 to keep state 'waiting' of version 1, but 'waiting' is compound and was atomic. Name 'waiting' in enter.",
    ]);
  });

  it('keeps no region beside one that there was not', () => {
    const two = definitionOf({ both: parallel({ a: 'asked', b: 'asked' }), end }, {}, { initial: 'both' });
    const three = version2({ both: parallel({ a: 'asked', b: 'asked', c: 'asked' }), end });
    expect(problems(two, version2({ both: parallel({ a: 'asked', b: 'asked' }), end }))).toEqual([]);
    expect([...new Set(problems(two, three).map((text) => text.split(', but ')[1]?.split('.')[0]))]).toEqual([
      "the regions of 'both' are others",
    ]);
  });

  it('ends all regions or none where what is entered lies outside of them', () => {
    const two = definitionOf({ both: parallel({ a: 'asked', b: 'asked' }), end }, {}, { initial: 'both' });
    const next = version2({ both: parallel({ a: 'asked', b: 'asked' }), meeting: other, end });
    expect(problems(two, next, { 'both.a.asked': ['meeting'] }).map((text) => text.split(',')[0])).toEqual([
      "MIGRATION_REGIONS: Expected enter to name 'both.a.over' with the same states as 'both.a.asked'",
      "MIGRATION_REGIONS: Expected enter to name 'both.b.asked' with the same states as 'both.a.asked'",
      "MIGRATION_REGIONS: Expected enter to name 'both.b.over' with the same states as 'both.a.asked'",
    ]);
    const all = ['both.a.asked', 'both.a.over', 'both.b.asked', 'both.b.over'];
    expect(problems(two, next, Object.fromEntries(all.map((leaf) => [leaf, ['meeting']])))).toEqual([]);
    const inside = version2({ both: parallel({ a: 'anew', b: 'asked' }), end });
    expect(problems(two, inside, { 'both.a.asked': ['both.a.anew'] })).toEqual([]);
    const across = { 'both.a.asked': ['both.b.over'] };
    const rootIsParallel = (definition: ProcessDefinition['version']) =>
      definitionOf(
        { a: region('asked'), b: region('asked') },
        { version: definition },
        { type: 'parallel', initial: undefined },
      );
    expect(
      problems(rootIsParallel(1), rootIsParallel(2), { 'a.asked': ['b.over'] }).map((text) => text.split(':')[0]),
    ).toEqual(['MIGRATION_SCOPE']);
    expect(problems(two, next, across).every((text) => text.startsWith('MIGRATION_REGIONS'))).toBe(true);
  });

  it('wants the history states that instances go back by', () => {
    const before = { type: 'history', history: 'deep' };
    expect(problems(definitionOf({ ...soundStates, before }), version2({ ...soundStates }))).toEqual([
      "MIGRATION_HISTORY: Expected version 2 to have history state 'before' of version 1, because instances go back to what it remembers.",
    ]);
  });

  it('leads to a later version only, and says what to mend one a line', () => {
    expect(problems(version2({ ...soundStates }), version1)).toEqual([
      'MIGRATION_VERSION: Expected instances to come from a version before 1, but 2 is none.',
    ]);
    expect(() => assertMigration(version1, version2({ meeting: other, end }), way({ gone: ['end'] }))).toThrow(
      /^Instances of process 'small' version 1 cannot come over to version 2:\n {2}\[PROCESS_DEFINITION\.MIGRATION_STATE\].*\n {2}\[PROCESS_DEFINITION\.MIGRATION_KEPT\]/,
    );
    expect(() => assertMigration(version1, version2({ ...soundStates }), way())).not.toThrow();
  });
});
