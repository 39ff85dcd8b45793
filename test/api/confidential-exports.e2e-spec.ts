import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { type LandfallUnderTest, startLandfall } from '../landfall-under-test';
import { MeetingUnderWay } from '../meeting-under-way';

const OFFICE = 'lgo.staff';
const HEAD = 'lgo.director';
const DAY = '2026-12-01';
/** Whoever runs the meeting, oversees all, judges, presents, or has to carry something out. */
const READERS = [OFFICE, HEAD, 'lg.deputy', 'd12.reviewer', 't01.specialist', 'd13.specialist'];

/** Why an export of the API has nothing of a project in it, or is guarded elsewhere. */
const NO_PROJECTS = new Set([
  // Files that people attach: whoever sees the project sees what was attached, in its own words.
  '/api/attachments/{id}',
  // Templates are shown with invented facts.
  '/api/document-templates/{type}/preview',
  // Only says that there is something new.
  '/api/notices/stream',
]);

/** The exports of the API: whatever is answered by GET and is no JSON. A later one is found by itself. */
const exportPaths = (): string[] => {
  const { paths } = JSON.parse(readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8')) as {
    paths: Record<string, { get?: { responses: Record<string, { content?: Record<string, unknown> }> } }>;
  };
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const types = Object.values(get?.responses ?? {}).flatMap(({ content = {} }) => Object.keys(content));
    return types.some((type) => !type.includes('json')) && !NO_PROJECTS.has(path) ? [path] : [];
  });
};

/** Everything that can be read in a file: the words of all parts of an Office file, or the text itself. */
const wordsIn = (bytes: Buffer): string => {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return bytes.toString('utf8').replaceAll(/\r\n[ \t]/g, '');
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .map(([, part]) => strFromU8(part).replaceAll(/<[^>]+>/g, ''))
    .join('\n');
};

const { seed } = fc.readConfigureGlobal();
/** Projects whose investors have names that occur nowhere else; some may be named, some may not. */
const projects = fc
  .sample(
    fc.uniqueArray(
      fc.record({
        mark: fc.stringMatching(/^[A-Z]{9}$/),
        hidden: fc.boolean(),
        phone: fc.stringMatching(/^1[3-9]\d{9}$/),
      }),
      { selector: ({ mark }) => mark, minLength: 4, maxLength: 4 },
    ),
    { numRuns: 1, ...(seed === undefined ? {} : { seed }) },
  )
  .flat()
  // One of each kind at least, so that neither side of the law goes untried.
  .map((project, at) => ({ ...project, hidden: at === 0 || (at > 1 && project.hidden), id: '' }));

describe('what must not be named appears in no export (6.2 invariant 15)', () => {
  let landfall: LandfallUnderTest;
  let held: MeetingUnderWay;
  const files: { readonly reader: string; readonly path: string; readonly words: string }[] = [];
  const untried = new Set(exportPaths());

  /** Takes away whatever each reader may have now. */
  const takeAway = async (): Promise<void> => {
    const { items: documents } = await held.api.get<{ items: { id: string; state: string }[] }>(
      OFFICE,
      `/api/meetings/${held.meetingId}/documents`,
    );
    const { items } = await held.api.get<{ items: { itemId: string }[] }>(HEAD, '/api/supervision-items');
    const tokens = new Map<string, string>();
    for (const path of exportPaths()) {
      for (const reader of READERS) {
        const addresses = path.includes('{document}')
          ? documents.map(({ id }) => path.replace('{id}', held.meetingId).replace('{document}', id))
          : path.startsWith('/api/supervision-items/{id}')
            ? items.map(({ itemId }) => path.replace('{id}', itemId))
            : path.startsWith('/calendar/')
              ? [new URL(await feedOf(reader, tokens)).pathname]
              : [path.replace('{id}', held.meetingId)];
        for (const address of addresses) {
          if (address.includes('{')) throw new Error(`Nobody knows what to ask of ${path}; name it here`);
          const answer = await held.api.open(reader, address).catch(() => undefined);
          if (answer === undefined) continue;
          files.push({ reader, path, words: wordsIn(Buffer.from(await answer.arrayBuffer())) });
          untried.delete(path);
        }
      }
    }
  };
  const feedOf = async (reader: string, tokens: Map<string, string>): Promise<string> => {
    const known =
      tokens.get(reader) ?? (await held.api.post<{ address: string }>(reader, '/api/meeting-feeds')).address;
    tokens.set(reader, known);
    return known;
  };
  const issued = async (document: string): Promise<void> => {
    for (let tries = 0; tries < 200; tries += 1) {
      const { items } = await held.api.get<{ items: { document: string; state: string }[] }>(
        OFFICE,
        `/api/meetings/${held.meetingId}/documents`,
      );
      if (items.some((row) => row.document === document && row.state === 'issued')) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`Expected ${document} to be issued, but it was not`);
  };

  beforeAll(async () => {
    landfall = await startLandfall();
    held = new MeetingUnderWay(landfall);
    for (const [at, project] of projects.entries()) {
      project.id = await held.queueProject(`保密样例项目${at + 1}`, {
        investorName: `${project.mark}集团`,
        investorHidden: project.hidden,
        contact: `联系人 ${project.phone}`,
      });
    }
    await held.convene(DAY, '14:30');
    await held.complete(OFFICE, 'papers', 'send');
    await issued('signInSheet');
    await takeAway();
    await held.hold(DAY, '14:30');
    const { rev } = await held.meeting();
    await held.api.post(OFFICE, `/api/meetings/${held.meetingId}/resolutions`, {
      ...{ seen: rev, item: 'i1', kind: 'order', text: '协调落实供地', unit: 'D13', assistUnits: ['T01'] },
      ...{ dueOn: '2026-12-18', criterion: '取得供地批复' },
    });
    await held.complete(OFFICE, 'draftMinutes', 'submit');
    for (const head of [HEAD, 'seo.director']) await held.complete(head, 'signMinutes', 'sign');
    await held.until(({ state }) => state === 'followUp');
    await issued('minutes');
    await issued('opinions');
    for (let tries = 0; tries < 200; tries += 1) {
      const { items } = await held.api.get<{ items: { itemId: string; number: string | null }[] }>(
        HEAD,
        '/api/supervision-items',
      );
      if (items[0]?.number) break;
      if (items[0]) {
        const { process } = await held.api.get<{ process: { openTasks: { userTaskId: string }[] } }>(
          HEAD,
          `/api/supervision-items/${items[0].itemId}`,
        );
        const task = process.openTasks[0]?.userTaskId;
        if (task) await held.api.post(HEAD, `/api/user-tasks/${task}/complete`, { outcome: 'issue', form: {} });
      }
      await new Promise((done) => setTimeout(done, 50));
    }
    await takeAway();
  }, 120_000);
  afterAll(async () => {
    expect(landfall.faults).toEqual([]);
    await landfall.close();
  });

  it('has tried every export that the API describes', () => {
    expect([...untried]).toEqual([]);
  });

  it.each(projects)('$mark is told as its filer allowed', async ({ id, mark, hidden, phone }) => {
    const { projectName, facts } = await held.api.get<{ projectName: string; facts: Record<string, unknown> }>(
      OFFICE,
      `/api/projects/${id}`,
    );
    const about = files.filter(({ words }) => words.includes(projectName));
    expect(new Set(about.map(({ reader }) => reader)).size).toBeGreaterThan(3);
    const telling = (secret: unknown) =>
      files.flatMap(({ reader, path, words }) => (words.includes(String(secret)) ? [`${reader} ${path}`] : []));
    expect(telling(phone)).toEqual([]);
    if (!hidden) {
      expect(telling(mark).length).toBeGreaterThan(0);
      return;
    }
    const more = ['investorUscc', 'enterpriseName', 'enterpriseUscc', 'uscc'].map((name) => facts[name]);
    for (const secret of [mark, ...more.filter((value) => value !== undefined)]) expect(telling(secret)).toEqual([]);
  });
});
