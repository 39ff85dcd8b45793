import { join } from 'node:path';
import { type Proof, prove } from '../../apps/standalone/src/demo/year/proofs';
import { reportAsMarkdown } from '../../apps/standalone/src/demo/year/report';
import { liveThrough, type YearLived } from '../../apps/standalone/src/demo/year/run-year';
import { recordYear, type YearRecord } from '../../apps/standalone/src/demo/year/year-record';
import { type LandfallUnderTest, SAMPLE_PASSWORD, startLandfall } from '../landfall-under-test';

const TICK_MS = 10;
const DIRECTOR = 'lgo.director';

/** Two and a half weeks of the year that `npm run demo -- year` lives through, with a handful of projects. */
describe('three weeks of the demonstration of a year', () => {
  let landfall: LandfallUnderTest;
  let lived: YearLived;
  let record: YearRecord;
  let proofs: readonly Proof[];
  let ticking: NodeJS.Timeout;

  beforeAll(async () => {
    landfall = await startLandfall({ environment: { LANDFALL_DEMO: '1', LANDFALL_DEMO_FROM: '2026-03-02' } });
    // Time goes by while people work.
    ticking = setInterval(() => landfall.clock.advance(TICK_MS), TICK_MS);
    const { api } = landfall;
    const { present } = await api.get<{ present: { rules: { streetTown: object } } }>(DIRECTOR, '/api/meeting-rules');
    await api.put(DIRECTOR, '/api/meeting-rules', {
      from: '2026-03-03',
      rules: { ...present.rules, streetTown: { ...present.rules.streetTown, fromWaiting: 2 } },
      note: '满两个即召集',
    });
    lived = await liveThrough({
      url: landfall.url,
      password: SAMPLE_PASSWORD,
      root: join(__dirname, '../..'),
      until: '2026-03-21',
      listRows: 5,
      pace: 0,
    });
    record = await recordYear(lived.api, lived.clock.today);
    proofs = prove(record);
  }, 120_000);
  afterAll(async () => {
    clearInterval(ticking);
    await landfall.close();
    expect(landfall.faults).toEqual([]);
  });

  it('lets the people do their work through the API, and nothing is sent back to them', () => {
    expect(lived.people.stumbles).toEqual([]);
    expect(lived.people.tasksDone).toBeGreaterThan(40);
    expect(lived.clock.unsettled).toBe(0);
  });

  it('calls a batch by its rule, and it is held with all its documents', () => {
    const reviews = record.meetings.filter(
      ({ meeting }) => meeting.kind === 'streetTownReview' && meeting.minutesNumber !== null,
    );
    const [first] = reviews;
    expect(first?.meeting).toMatchObject({
      state: expect.stringMatching(/^(followUp|archived)$/),
      minutesNumber: '津滨招商办纪要〔2026〕1号',
      calledBecause: { zh: '待研判项目已达2个（满2个即召集）' },
    });
    expect(first?.meeting.agenda).toHaveLength(2);
    expect(first?.documents.every(({ opens, bytes }) => opens && bytes > 1_000)).toBe(true);
    const names = new Set(first?.documents.map(({ document }) => document));
    expect([...names].sort()).toEqual(['agenda', 'minutes', 'notice', 'opinions', 'papers', 'signInSheet']);
  });

  it('moves projects by resolutions only, which its proofs show', () => {
    expect(proofs.map(({ exceptions }) => exceptions)).toEqual([[], [], [], [], []]);
    const [left, advised, complete] = proofs;
    expect(left?.seen).toBeGreaterThanOrEqual(1);
    expect(advised?.seen).toBeGreaterThanOrEqual(2);
    expect(complete?.seen).toBeGreaterThanOrEqual(advised?.seen ?? 0);
  });

  it('has proofs that find what they look for', () => {
    const [first, ...others] = record.projects;
    const moved = {
      project: { ...first?.project, projectName: '自行推进的项目' },
      history: [
        {
          at: '2026-03-20T01:00:00Z',
          event: 'milestoneReached',
          from: ['active.review.onAgenda.streetTown'],
          to: ['active.signing.drafting'],
        },
        {
          at: '2026-03-20T01:00:00Z',
          event: 'resolution.refuse',
          from: ['active.review.onAgenda.streetTown'],
          to: ['rejected'],
        },
      ],
    } as unknown as YearRecord['projects'][number];
    const broken = {
      ...record,
      projects: [...(first ? [first] : []), ...others, moved],
      meetings: record.meetings.map(({ meeting, ...rest }) => ({
        ...rest,
        documents: rest.documents.map((document) => ({
          ...document,
          opens: document.document !== 'notice' && document.opens,
        })),
        meeting: {
          ...meeting,
          resolutions: meeting.resolutions.map((resolution) => ({ ...resolution, criterion: null })),
        },
      })),
    };
    const found = prove(broken).map(({ exceptions }) => exceptions);
    expect(found[0]).toEqual(['自行推进的项目 2026-03-20 milestoneReached']);
    expect(found[1]).toEqual(['自行推进的项目 2026-03-20 resolution.refuse']);
    expect(found[2]?.length).toBe(proofs[2]?.seen);
    expect(found[3]?.length).toBeGreaterThanOrEqual(1);
    expect(found[3]).toEqual(found[3]?.filter((sentence) => sentence.endsWith('打不开')));
  });

  it('writes a report that names each meeting with documents, resolutions and what came of them', () => {
    const text = reportAsMarkdown(record, proofs, []);
    expect(text).toContain('### 第1次街镇项目研判联席会议');
    expect(text).toContain('会议纪要1');
    expect(text).toContain('| 议定事项 | 类别 | 责任单位 | 时限 | 验收标准 | 落实 |');
    expect(text).not.toContain('✗');
  });
});
