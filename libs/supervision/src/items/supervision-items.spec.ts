import {
  DEPUTY,
  DIRECTOR,
  LANDING,
  OFFICE,
  OFFICER,
  PLANNING,
  SupervisionUnderTest,
} from '../../test/supervision-under-test';
import type { DraftBody } from './supervision-items';

const ALL = { kind: 'all' } as const;

const body = (change: Partial<DraftBody> = {}): DraftBody => ({
  source: 'resolution',
  title: '排定供地批次',
  requirement: '形成供地批复',
  leadUnit: 'D12',
  assistUnits: ['Z01'],
  dueOn: '2026-12-18',
  ...change,
});

describe('a supervision item', () => {
  let world: SupervisionUnderTest;

  beforeEach(async () => {
    world = await SupervisionUnderTest.open();
  });
  afterEach(() => world.close());

  const issued = async (change: Partial<DraftBody> = {}) => {
    const { itemId } = await world.items.draft(OFFICE, body(change));
    await world.complete(itemId, 'itemApproval', 'issue', DIRECTOR);
    await world.runJobs();
    return itemId;
  };
  const report = (itemId: string, outcome: string, form: Readonly<Record<string, unknown>>) =>
    world.complete(itemId, 'progressReport', outcome, PLANNING, form, 'D12');

  it('is extended twice, refused a third time, chased to red, interviewed, and closed late', async () => {
    const itemId = await issued();
    await world.complete(itemId, 'signFor', 'sign', PLANNING);
    await report(itemId, 'report', { progress: 30, note: '已上报' });

    for (const newDueOn of ['2026-12-25', '2026-12-30']) {
      await report(itemId, 'requestExtension', { newDueOn, reason: '待市级批复' });
      await world.complete(itemId, 'extensionDecision', 'grant', DIRECTOR);
    }
    await expect(
      report(itemId, 'requestExtension', { newDueOn: '2027-01-29', reason: '仍待批复' }),
    ).rejects.toMatchObject({
      status: 422,
      problems: [{ path: 'newDueOn', code: 'SUPERVISION_ITEM.EXTENSIONS_USED_UP', params: { limit: 2, count: 2 } }],
    });
    expect(await world.row('supervision_item', itemId)).toMatchObject({
      due_on: '2026-12-30',
      extensions: 2,
      progress: 30,
      colour: 'none',
    });

    expect(await world.passUntil(itemId, 'blueDue')).toBe('blueDue 2026-12-25T01:00');
    expect(await world.row('supervision_item', itemId)).toMatchObject({ colour: 'blue', in_bulletin: false });
    expect(await world.passUntil(itemId, 'yellowDue')).toBe('yellowDue 2026-12-30T09:30');
    expect(await world.row('supervision_item', itemId)).toMatchObject({ colour: 'yellow' });
    expect(await world.passUntil(itemId, 'redAfter')).toBe('redAfter 2027-01-07T09:30');
    expect(await world.row('supervision_item', itemId)).toMatchObject({ colour: 'red', in_bulletin: true });
    expect(world.notices.at(-1)).toMatchObject({
      kind: 'supervisionItem.red',
      urgency: 'urgent',
      groups: ['LG.exec', 'D12.head', 'LGO.supervisor'],
    });
    expect(await world.items.list(ALL, { colour: 'red', status: 'open', limit: 10 })).toMatchObject([
      { itemId, number: '督办〔2026〕1号', extensions: 2, inBulletin: true },
    ]);

    const on = world.clock.now().toISOString().slice(0, 10);
    await world.complete(itemId, 'interview', 'held', OFFICER, { on, note: '约谈主要负责人' }, 'officer');
    await report(itemId, 'complete', { evidence: '供地批复已出' });
    expect(await world.items.ending({ itemId })).toBeUndefined();
    await world.complete(itemId, 'itemReview', 'pass', OFFICER, { note: '材料齐全' });
    expect(await world.items.ending({ itemId })).toEqual({
      by: { name: OFFICER.name, unit: OFFICER.unit },
      note: '材料齐全',
    });
    const closed = await world.row('supervision_item', itemId);
    expect(closed).toMatchObject({
      state: 'closed',
      outcome: 'closed',
      in_time: false,
      in_bulletin: true,
      colour: 'none',
      progress: 100,
      result: '供地批复已出',
    });
    expect(Object.values(closed.interviews as object)).toMatchObject([{ on, note: '约谈主要负责人', unit: 'LGO' }]);
    expect(await world.armed(itemId)).toEqual([]);
    expect(await world.openTasks(itemId)).toEqual([]);
  });

  it('is voided by whoever decides not to issue it, and listed among the closed, the last closed first', async () => {
    const [first, second] = [await issued(), (await world.items.draft(OFFICE, body({ title: '重复的事项' }))).itemId];
    await world.complete(second, 'itemApproval', 'void', DIRECTOR, { reason: '与上一项重复' });
    expect(await world.items.ending({ itemId: second })).toEqual({
      by: { name: DIRECTOR.name, unit: DIRECTOR.unit },
      note: '与上一项重复',
    });
    world.clock.advance(60_000);
    await world.engine.sendPersonEvent({
      instanceId: first,
      type: 'voidItem',
      form: { reason: '项目已终止' },
      actor: DIRECTOR,
    });
    expect(await world.items.ending({ itemId: first })).toMatchObject({ note: '项目已终止' });
    const closed = await world.items.list(ALL, { status: 'closed', limit: 10 });
    expect(closed.map(({ itemId }) => itemId)).toEqual([first, second]);
  });

  it('is chased again when the supervision officer has the completed work done again', async () => {
    const itemId = await issued();
    await world.complete(itemId, 'signFor', 'sign', PLANNING);
    await report(itemId, 'complete', { evidence: '供地批复已出' });
    expect((await world.armed(itemId)).map(({ delay }) => delay)).toEqual(['reviewReminder']);
    const [done] = await world.sql.query<{ id: string }>(
      `SELECT id FROM user_task WHERE instance_id = $1 AND task_key = 'progressReport' AND state = 'completed'`,
      [itemId],
    );
    await world.engine.performOnTask({
      taskId: done?.id ?? '',
      operation: { kind: 'redo', reason: '佐证材料不全' },
      actor: OFFICER,
    });
    expect(await world.states(itemId)).toBe('pursued.work.inProgress.awaitingFeedback pursued.chasing.chased.quiet');
    expect((await world.armed(itemId)).map(({ delay }) => delay)).toEqual(['feedbackDue', 'blueDue']);
  });

  it('records an instruction on a leader’s behalf with both names, in the item and in its history', async () => {
    const projectId = await world.project('动力电池回收示范线项目');
    const { itemId } = await world.items.draft(
      OFFICE,
      body({ source: 'instruction', projectId, onBehalfOf: { name: '王雪冬', post: '副组长' } }),
    );
    const [item] = await world.items.list(ALL, { projectId, status: 'open', limit: 10 });
    expect(item).toMatchObject({
      itemId,
      number: null,
      projectName: '动力电池回收示范线项目',
      drafter: { name: 'lgo.staff', unit: 'LGO' },
      onBehalfOf: { name: '王雪冬', post: '副组长' },
      mustAct: ['LGO.director'],
    });
    const [started] = await world.sql.query(
      'SELECT actor_name, on_behalf_of FROM process_history WHERE instance_id = $1 AND seq = 1',
      [itemId],
    );
    expect(started).toEqual({ actor_name: 'lgo.staff', on_behalf_of: '王雪冬' });
  });

  it('gets numbers of its year without gaps, however often a job comes', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => world.items.draft(OFFICE, body())));
    for (const { itemId } of ids) await world.complete(itemId, 'itemApproval', 'issue', DIRECTOR);
    const jobs = await world.sql.query<{ job: string; payload: Record<string, unknown> }>(
      `INSERT INTO outbox_message (job, payload, run_at, created_at)
       SELECT job, payload, run_at, created_at FROM outbox_message WHERE job = 'supervision.number-item'
       RETURNING job, payload`,
    );
    expect(jobs).toHaveLength(3);
    await world.runJobs();
    const numbers = await Promise.all(ids.map(({ itemId }) => world.row('supervision_item', itemId)));
    expect(numbers.map(({ number }) => number).sort()).toEqual([
      '督办〔2026〕1号',
      '督办〔2026〕2号',
      '督办〔2026〕3号',
    ]);
  });

  it('is drafted by leaders and the office, with a date that is still to come and one lead unit', async () => {
    await world.items.draft(DEPUTY, body({ source: 'instruction' }));
    await expect(world.items.draft(LANDING, body())).rejects.toMatchObject({
      code: 'SUPERVISION_ITEM.DRAFTING_NOT_ALLOWED',
      status: 403,
    });
    const refused = (change: Partial<DraftBody>) =>
      world.items.draft(OFFICE, body(change)).then(
        () => 'accepted',
        (error: { code: string }) => error.code,
      );
    expect(await refused({ dueOn: '2026-11-23' })).toBe('SUPERVISION_ITEM.DUE_DATE_INVALID');
    expect(await refused({ dueOn: '2026-13-45' })).toBe('SUPERVISION_ITEM.DUE_DATE_INVALID');
    expect(await refused({ assistUnits: ['D12'] })).toBe('SUPERVISION_ITEM.LEAD_UNIT_ASSISTS');
    expect(await refused({ title: ' ' })).toBe('SUPERVISION_ITEM.TEXT_MISSING');
    expect(await refused({ onBehalfOf: { name: '王雪冬', post: '' } })).toBe('SUPERVISION_ITEM.LEADER_MISSING');
    expect(await refused({ projectId: '0190a000-0000-7000-8000-000000000000' })).toBe(
      'SUPERVISION_ITEM.PROJECT_NOT_FOUND',
    );
  });

  it('is proposed by a red light once, and decided by the office', async () => {
    const projectId = await world.project('新能源储能电站项目');
    const light = { key: 'light:1', projectId, reasons: [{ text: { zh: '签约12个月未开工' } }] };
    await world.items.proposeForRedLight(light);
    world.clock.advance(86_400_000);
    await world.items.proposeForRedLight(light);
    await world.items.proposeForRedLight({ ...light, key: 'light:2' });
    const items = await world.items.list(ALL, { projectId, status: 'open', limit: 10 });
    expect(items).toMatchObject([
      { source: 'redLight', leadUnit: 'D01', requirement: '消除红灯：签约12个月未开工', dueOn: '2026-12-07' },
    ]);
    await world.complete(items[0]?.itemId ?? '', 'itemApproval', 'void', DIRECTOR, { reason: '已有堵点在办' });
    expect(await world.items.list(ALL, { status: 'open', limit: 10 })).toEqual([]);
    expect(await world.items.list(ALL, { status: 'closed', limit: 10 })).toMatchObject([
      { outcome: 'voided', result: '已有堵点在办', number: null },
    ]);
  });

  it('is seen by the units that work on it, also without a project', async () => {
    const itemId = await issued();
    const some = { kind: 'some', filedBy: 'x', units: [], streetTowns: false, taskUnits: ['D12'] } as const;
    const seen = async (units: readonly string[]) =>
      (await world.items.list({ ...some, taskUnits: units }, { status: 'all', limit: 10 })).map((item) => item.itemId);
    expect(await seen(['D12'])).toEqual([itemId]);
    expect(await seen(['D03'])).toEqual([]);
  });
});
