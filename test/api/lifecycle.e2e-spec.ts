import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportPage, ProjectPage } from '../../apps/standalone/src/demo/answers';
import { driveProject, type Step } from '../../apps/standalone/src/demo/drive-project';
import { type LandfallUnderTest, startLandfall } from '../landfall-under-test';
import { LONG_SESSIONS, letMeetingsPass } from '../meetings-pass';

const OFFICE = 'lgo.staff';
const sample = readFileSync(join(__dirname, '../../libs/projects/sample/binhai-projects.csv'));

describe.each(['postgresql', 'redis'] as const)('the whole product with its jobs on %s', (queue) => {
  let landfall: LandfallUnderTest;
  beforeAll(async () => {
    landfall = await startLandfall({ queue, environment: LONG_SESSIONS });
  }, 60_000);
  afterAll(async () => {
    expect(landfall.faults).toEqual([]);
    await landfall.close();
  });

  const importList = async (): Promise<ImportPage> => {
    const { api } = landfall;
    const file = new Blob([new Uint8Array(sample)], { type: 'text/csv' });
    const { importId } = await api.upload<{ importId: string }>(
      OFFICE,
      '/api/leads/import',
      file,
      'binhai-projects.csv',
    );
    for (;;) {
      const summary = await api.get<ImportPage>(OFFICE, `/api/imports/${importId}?limit=100`);
      if (summary.state === 'failed') throw new Error(String(summary.detail));
      if (summary.state === 'done') return summary;
      await sleep(50);
    }
  };

  it('answers every row of the real list and routes it as the notice says', async () => {
    const { counts, rows } = await importList();
    expect(counts).toEqual({ created: 82, duplicate: 0, refused: 0 });
    expect(rows).toHaveLength(82);
    const routed = (name: string) => rows.find((row) => row.projectName?.includes(name))?.leadTaskForce;
    expect(routed('诺和诺德')).toBe('D05');
    expect(routed('渤化“两化”')).toBe('D10');
    expect(routed('空客天津A320')).toBe('D01');
    expect(routed('茱莉亚学院')).toBe('D17');
    expect(routed('红星美凯龙')).toBe('D02');
    expect(routed('中储物流园')).toBe('D10');
    expect(routed('AIC股权投资基金')).toBe('D04');
    expect(rows.filter((row) => row.outcome !== 'created')).toEqual([]);
  }, 60_000);

  it('doubles nothing when the file is run again', async () => {
    const { counts, rows } = await importList();
    expect(counts).toEqual({ created: 0, duplicate: 82, refused: 0 });
    expect(rows.every(({ projectId }) => projectId !== null)).toBe(true);
    const { total } = await landfall.api.get<{ total: number }>(OFFICE, '/api/projects?limit=1');
    expect(total).toBe(82);
  }, 60_000);

  it('puts each screening into the inbox of its own task force, and into no other', async () => {
    const inbox = async (account: string) =>
      (
        await landfall.api.get<{ items: { projectName: string; candidateGroup: string; taskKey: string }[] }>(
          account,
          '/api/inbox?view=group&limit=100',
        )
      ).items;
    // The duplicate check of each lead is a job of its own; its task force sees the lead when that is done.
    let culture = await inbox('d06.specialist');
    for (let waited = 0; culture.length < 2 && waited < 200; waited += 1) {
      await sleep(100);
      culture = await inbox('d06.specialist');
    }
    expect(culture.map(({ projectName }) => projectName)).toEqual(
      expect.arrayContaining(['万达文化旅游度假区（如鱼岛）', '中新生态城海博片区品质提升项目']),
    );
    expect(culture.every(({ candidateGroup }) => candidateGroup.startsWith('D06.'))).toBe(true);
    // Every member unit owes its half-year report; nothing else waits for this one.
    expect((await inbox('d14.specialist')).filter(({ taskKey }) => taskKey !== 'unitReport')).toEqual([]);
  });

  it('takes an imported project through every stage to results, through the API alone', async () => {
    const { items } = await landfall.api.get<{ items: ProjectPage[] }>(
      OFFICE,
      `/api/projects?${new URLSearchParams({ q: '古林街马棚口' })}`,
    );
    const steps: Step[] = [];
    const ended = await driveProject(landfall.api, items[0]?.projectId ?? '', {
      observer: OFFICE,
      now: () => landfall.clock.now(),
      whenWaiting: letMeetingsPass(landfall),
      onStep: (step) => steps.push(step),
    });
    expect(ended).toMatchObject({ status: 'closed', closedAs: 'achieved' });
    expect([...new Set(steps.map(({ stage }) => stage))]).toEqual([
      'lead',
      'evaluation',
      // The review is the street-town meeting's own: nobody has a task of it in the project.
      'signing',
      'registration',
      'landing',
      'results',
    ]);
    expect(Object.values(ended.milestones)).not.toContain(null);
    const history = await landfall.api.get<{ items: { seq: number }[] }>(
      OFFICE,
      `/api/projects/${ended.projectId}/history?limit=200`,
    );
    expect(history.items.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(
      history.items.map((_, index) => index + 1),
    );
  }, 120_000);

  it('passes over what was already true of a project reported as signed, started and in production', async () => {
    const { items } = await landfall.api.get<{ items: ProjectPage[] }>(
      OFFICE,
      `/api/projects?${new URLSearchParams({ q: '空客天津A320' })}`,
    );
    const stages = new Set<string | null>();
    const ended = await driveProject(landfall.api, items[0]?.projectId ?? '', {
      observer: OFFICE,
      now: () => landfall.clock.now(),
      onStep: ({ stage }) => stages.add(stage),
    });
    expect(ended.closedAs).toBe('achieved');
    expect(ended.milestones).toMatchObject({
      signedOn: '2023-04-06',
      startedOn: '2023-09-28',
      operatedOn: '2025-10-22',
    });
    // Only the registration was never reported: it is asked for, everything proven is not.
    expect([...stages]).toEqual(['lead', 'registration', 'results']);
  }, 120_000);
});
