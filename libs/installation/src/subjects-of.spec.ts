import { OFFICE, SupervisionUnderTest } from '../../supervision/test/supervision-under-test';
import { subjectsOf } from './subjects-of';

describe('what processes are called in a sentence', () => {
  let world: SupervisionUnderTest;
  beforeEach(async () => {
    world = await SupervisionUnderTest.open();
  });
  afterEach(() => world.close());

  it('is the project for whatever is about one, else what the definition says; who is unknown has no name', async () => {
    const projectId = await world.project('动力电池回收示范线项目');
    const draft = { source: 'resolution', title: '排定供地批次', requirement: '形成批复', leadUnit: 'D12' } as const;
    const ofProject = await world.items.draft(OFFICE, { ...draft, projectId, dueOn: '2026-12-18' });
    const alone = await world.items.draft(OFFICE, { ...draft, dueOn: '2026-12-18' });
    const nobody = '019ab000-0000-7000-8000-000000000009';
    const names = await subjectsOf(world.sql, world.engine.definitions, [ofProject.itemId, alone.itemId, nobody]);
    expect(names).toEqual(
      new Map([
        [ofProject.itemId, '动力电池回收示范线项目'],
        [alone.itemId, '排定供地批次'],
      ]),
    );
    expect(await subjectsOf(world.sql, world.engine.definitions, [])).toEqual(new Map());
  });
});
