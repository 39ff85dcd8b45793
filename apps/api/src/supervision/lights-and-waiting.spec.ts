import type { ManualClock } from '@landfall/clock';
import { waitingRulesFor } from '@landfall/installation';
import { queueCommandHandlers } from '@landfall/meetings';
import { notifyCommandHandlers } from '@landfall/notifications';
import type { Organization } from '@landfall/organization';
import type { Database } from '@landfall/persistence';
import { ProcessEngine } from '@landfall/process-engine';
import { constraintRejections, formFormats, Projects, projectCommandHandlers } from '@landfall/projects';
import { Lights, Waiting, WaitingDisputes } from '@landfall/supervision';
import { Global, Module } from '@nestjs/common';
import { investmentProject } from '@workflows/investment-project';
import { plainCalendar } from '../../../../libs/supervision/test/plain-calendar';
import { SupervisedProjects } from '../../../../libs/supervision/test/supervised-projects';
import { startTestApi, type TestApi } from '../../test/start-test-api';
import { createLightsApiModule } from './lights-api.module';

@Global()
@Module({})
class ProjectsModule {}

/** The module under test on the services that the installation would give it. */
const modulesOn = (database: Database, clock: ManualClock, organization: Organization) => {
  const { definitions } = new ProcessEngine({
    database,
    clock,
    definitions: investmentProject,
    commandHandlers: [projectCommandHandlers, queueCommandHandlers, notifyCommandHandlers],
    formFormats: formFormats(organization),
    constraintRejections,
  });
  const parts = { database, clock, calendar: plainCalendar };
  const waiting = new Waiting({ ...parts, rulesFor: waitingRulesFor });
  const isUnit = async (code: string) => (await organization.view()).unit(code) !== undefined;
  const projects = new Projects({ database, clock, routing: organization, definitions });
  const providers = [{ provide: Projects, useValue: projects }];
  return [
    { module: ProjectsModule, providers, exports: [Projects] },
    createLightsApiModule({
      lights: new Lights({
        ...parts,
        titles: (key, version, task) => definitions.get(key, version).userTasks[task]?.title ?? { zh: task, en: task },
      }),
      waiting,
      waitingDisputes: new WaitingDisputes({ database, clock, waiting, isUnit }),
    }),
  ];
};

describe('lights and waiting time over HTTP', () => {
  let api: TestApi;
  let world: SupervisedProjects;
  let projectId: string;
  const cookies = new Map<string, string>();

  const as = async (username: string): Promise<string> => {
    const cookie = cookies.get(username) ?? (await api.signIn(username));
    cookies.set(username, cookie);
    return cookie;
  };
  const get = async (username: string, path: string) => api.ask(`/api/${path}`, { cookie: await as(username) });
  const post = async (username: string, path: string, json: unknown = {}) =>
    api.ask(`/api/${path}`, { cookie: await as(username), json, headers: { 'accept-language': 'zh' } });

  beforeAll(async () => {
    api = await startTestApi({}, { modulesOn });
    world = SupervisedProjects.on(api.database, api.clock as ManualClock);
    const startedAt = new Date('2026-11-10T00:00:00+08:00');
    projectId = await world.addProject({ startedAt });
    await api.database.query(
      `INSERT INTO project_participant (project_id, unit, part, since) VALUES ($1, 'D01', 'lead', now())`,
      [projectId],
    );
    await world.addTask(projectId, { createdAt: startedAt, dueAt: new Date('2026-11-12T17:30:00+08:00') });
  });
  afterAll(() => api.close());

  const override = { light: 'green', reason: '企业已书面承诺下周补齐材料', untilOn: '2026-11-30' };
  const dispute = {
    from: '2026-11-12T00:00:00+08:00',
    to: '2026-11-14T00:00:00+08:00',
    against: { kind: 'unit', owner: 'D01' },
    claimed: { kind: 'enterprise', owner: 'enterprise' },
    reason: '等待企业补充资信证明',
    evidence: '催办函〔2026〕12号',
  };

  it('says that a new project has no light yet', async () => {
    const answer = await get('lgo.staff', `projects/${projectId}/light`);
    expect([answer.status, answer.body.code]).toEqual([404, 'LIGHT.NOT_YET_READ']);
  });

  it('shows the light with every reason, and the board', async () => {
    await world.happen(projectId);
    expect((await get('d01.specialist', `projects/${projectId}/light`)).body).toMatchObject({
      light: 'red',
      computed: 'red',
      reasons: [{ code: 'nodeOverdue', light: 'red', since: '2026-11-12', text: { zh: expect.any(String) } }],
      override: null,
      mayOverride: false,
    });
    const board = await get('lgo.staff', 'lights?light=red');
    expect(board.body).toMatchObject({
      items: [{ projectId, light: 'red', leadTaskForce: { code: 'D01', name: { zh: '区工业和信息化局招商专班' } } }],
      counts: { yellow: 0, red: 1 },
      nextCursor: null,
    });
    expect((await get('d05.specialist', 'lights')).body.items).toEqual([]);
    expect((await get('lgo.staff', 'lights?stage=lead')).body.items).toHaveLength(1);
    expect((await get('lgo.staff', 'lights?stage=review')).body).toMatchObject({ items: [], counts: { red: 0 } });
    expect((await get('d05.specialist', `projects/${projectId}/light`)).status).toBe(404);
    expect((await get('lgo.staff', 'lights?cursor=x')).body.code).toBe('LIGHT.CURSOR_INVALID');
  });

  it('lets the office, and only it, set a light by hand', async () => {
    const path = `projects/${projectId}/light/override`;
    expect(await post('d01.specialist', path, override)).toMatchObject({
      status: 403,
      body: { code: 'PERMISSION.MISSING' },
    });
    const late = await post('lgo.staff', path, { ...override, untilOn: '2027-01-01' });
    expect(late).toMatchObject({ status: 422, body: { code: 'LIGHT.OVERRIDE_PERIOD' } });
    expect(late.body.detail).toContain('有效期应为 2026-11-23 至 2026-12-23');
    expect((await post('lgo.staff', path, override)).body).toMatchObject({
      light: 'green',
      computed: 'red',
      override: { untilOn: '2026-11-30' },
      mayOverride: true,
    });
    expect((await post('lgo.director', `${path}/end`)).body).toMatchObject({ light: 'red', override: null });
    expect((await get('d01.specialist', `projects/${projectId}/light/history`)).body).toMatchObject({
      changes: [{ cause: 'overrideEnded' }, { cause: 'override' }, { cause: 'event' }],
      overrides: [{ endedAs: 'withdrawn' }],
    });
  });

  it('shows whom a project waited for, takes a dispute and the office’s decision', async () => {
    const path = `projects/${projectId}/waiting`;
    expect((await get('d01.specialist', path)).body).toMatchObject({
      owners: [{ owner: { kind: 'unit', owner: 'D01', name: { zh: '区工业和信息化局' } }, days: 14, workingDays: 10 }],
      pieces: [{ stage: 'lead', states: ['active.lead.screening'] }],
      mayDecide: false,
    });
    const raised = await post('d01.specialist', `${path}/disputes`, dispute);
    expect(raised).toMatchObject({ status: 201, body: { decision: null, claimed: { name: { zh: '企业' } } } });
    expect((await post('d01.specialist', `${path}/disputes`, { ...dispute, to: dispute.from })).body.code).toBe(
      'WAITING.INTERVAL_INVALID',
    );
    const unknown = { ...dispute, claimed: { kind: 'unit', owner: 'D99' } };
    expect((await post('d01.specialist', `${path}/disputes`, unknown)).body.code).toBe('WAITING.OWNER_UNKNOWN');
    expect((await get('lgo.staff', 'waiting-disputes')).body).toHaveLength(1);
    expect((await get('d01.specialist', 'waiting-disputes')).status).toBe(403);
    const decision = { outcome: 'accepted', reason: '函件属实，予以采纳' };
    const decided = await post('lgo.staff', `waiting-disputes/${raised.body.id}/decision`, decision);
    expect(decided).toMatchObject({ status: 200, body: { decision: { outcome: 'accepted' } } });
    expect((await get('d01.specialist', path)).body.owners).toMatchObject([
      { owner: { owner: 'D01' }, days: 12 },
      { owner: { owner: 'enterprise' }, days: 2 },
    ]);
    expect((await get('lgo.staff', 'waiting/owners?from=2026-11-12&to=2026-11-14')).body.owners).toMatchObject([
      { owner: { owner: 'enterprise' }, days: 2, projects: 1 },
      { owner: { owner: 'D01' }, days: 1, projects: 1 },
    ]);
    expect((await get('d01.specialist', 'waiting/owners')).status).toBe(403);
  });

  it.each([
    ['projects/x/light', ''],
    ['lights?light=blue', 'light'],
    ['lights?limit=0', 'limit'],
    ['waiting/owners?from=yesterday', 'from'],
  ])('refuses %s', async (path, field) => {
    expect(await get('lgo.staff', path)).toMatchObject({
      status: 400,
      body: { code: 'REQUEST.INVALID', errors: [{ path: field }] },
    });
  });
});
