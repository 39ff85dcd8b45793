import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '@landfall/process-definition';
import type { StartRequest } from '@landfall/process-engine';
import writeXlsxFile from 'write-excel-file/node';
import { leadBody, OFFICE, ProjectsUnderTest, ZONE } from '../../test/projects-under-test';
import { importLeads } from './import-leads';

const HEADER = '项目名称,投资方,产业关键词,落地区域,计划总投资,金额单位,开工日期,投产日期,投资方信用代码';
const SAMPLE = readFileSync(join(__dirname, '../../sample/binhai-projects.csv'));

/** 项目名称,投资方 in GB18030, with 智慧 in it. */
const gb18030 = (text: string): Buffer => {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, Buffer>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low === 0x7f) continue;
      const bytes = Buffer.from([high, low]);
      table.set(decoder.decode(bytes), bytes);
    }
  }
  return Buffer.concat([...text].map((character) => table.get(character) ?? Buffer.from(character)));
};

describe('importing a list of leads', () => {
  let world: ProjectsUnderTest;

  beforeEach(async () => {
    world = await ProjectsUnderTest.open();
  });
  afterEach(() => world.close());

  const upload = async (content: string | Buffer, name = 'list.csv', actor: Actor = OFFICE) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const id = await world.imports.submit(actor, { name, bytes });
    await world.runJobs();
    return world.imports.find(actor.accountId, id, { limit: 1000 });
  };

  const csv = (...rows: string[]) => `${HEADER}\n${rows.join('\n')}\n`;

  it('answers every row of the real list', async () => {
    const first = await upload(SAMPLE);
    expect(first).toMatchObject({
      state: 'done',
      total: 82,
      done: 82,
      counts: { created: 82, duplicate: 0, refused: 0 },
    });
    expect(first.ignoredColumns).toEqual([]);
    const row = first.rows.find(({ projectName }) => projectName === '一汽-大众天津工厂（华北基地）');
    expect(row).toMatchObject({ row: 2, outcome: 'created', leadTaskForce: 'D01', code: null });
    expect(await world.project(row?.projectId ?? '')).toMatchObject({
      total_investment: '1948600.0000',
      stated_amount: '194.86',
      stated_unit: '亿元',
      started_on: '2016-05-18',
      landing_unit: 'Z01',
      capital_type: 'foreign',
      source: 'import',
      source_id: 'BH001',
      facts: {
        landNeed: '13170',
        outputPlan: '5500000.0000',
        stageReported: 'landing',
        certainty: 'medium',
        sourceDate: '2017',
      },
    });
    const dollars = first.rows.find(({ projectName }) => projectName === '明治乳业（天津）有限公司工厂');
    expect(await world.project(dollars?.projectId ?? '')).toMatchObject({
      total_investment: null,
      stated_amount: '3',
      stated_unit: '亿美元',
      currency: 'USD',
      registered_on: '2019-09-01',
      milestone_precision: { registeredOn: 'month' },
    });
  });

  it('doubles nothing when the list comes again', async () => {
    await upload(SAMPLE);
    const again = await upload(SAMPLE);
    expect(again).toMatchObject({ state: 'done', counts: { created: 0, duplicate: 82, refused: 0 } });
    expect(again.rows[0]).toMatchObject({
      code: 'IMPORT.DUPLICATE',
      projectId: expect.any(String),
      leadTaskForce: 'D01',
    });
    expect(await world.count('project')).toBe(82);
  });

  it('sends the suspected duplicates of the list to the office and no more', async () => {
    await upload(SAMPLE);
    const tasks = await world.sql.query<{ source_id: string }>(
      `SELECT p.source_id FROM user_task t JOIN project p ON p.id = t.instance_id
       WHERE t.task_key = 'duplicateReview' ORDER BY p.source_id`,
    );
    expect(tasks.map(({ source_id }) => source_id)).toEqual(['BH033', 'BH038', 'BH040', 'BH067', 'BH068', 'BH127']);
  });

  it('reads GB18030, a byte order mark and other delimiters', async () => {
    const row = '智慧物流园项目,津港物流,物流,天津港保税区,3,亿元,,,';
    expect(await upload(gb18030(csv(row)))).toMatchObject({ counts: { created: 1 } });
    const second = '海铁联运枢纽项目,津港物流,物流,天津港保税区,30,亿元,,,';
    expect(await upload(`\uFEFF${csv(second)}`)).toMatchObject({ counts: { created: 1 } });
    const third = csv('冷链分拨中心项目,津冷,物流,天津港保税区,300,万元,,,').replaceAll(',', '\t');
    expect(await upload(third)).toMatchObject({ counts: { created: 1 } });
  });

  it('reads XLSX with numbers and dates as Excel keeps them', async () => {
    const cell = (value: string | number | Date) =>
      value instanceof Date ? { value, format: 'yyyy-mm-dd' } : { value };
    const sheet = [
      ['项目名称', '投资方', '产业关键词', '落地区域', '总投资（亿元）', '开工时间', '备注列'].map(cell),
      ['新型储能装备基地', '津储', '新能源', '中新天津生态城', 194.86, new Date('2025-03-04T00:00:00Z'), 'x'].map(cell),
      ['氢能重卡示范项目', '津氢', '新能源', '中新天津生态城', 0.1 + 0.2, '2025', 'y'].map(cell),
    ];
    const answer = await upload(await writeXlsxFile(sheet as never).toBuffer(), '台账.xlsx');
    expect(answer).toMatchObject({ counts: { created: 2 }, ignoredColumns: ['备注列'] });
    const [first, second] = answer.rows;
    expect(await world.project(first?.projectId ?? '')).toMatchObject({
      total_investment: '1948600.0000',
      started_on: '2025-03-04',
      landing_unit: 'Z05',
    });
    expect(await world.project(second?.projectId ?? '')).toMatchObject({
      total_investment: '3000.0000',
      stated_amount: '0.3',
    });
  });

  it('answers every wrong row with its code and a sentence, and goes on', async () => {
    const wrong: readonly (readonly [row: string, code: string])[] = [
      ['智慧园,甲方,物流,Z01,1,亿元,,,', 'LEAD.NAME_LENGTH'],
      [`${'长'.repeat(200)},甲方,物流,Z01,1,亿元,,,`, 'LEAD.NAME_LENGTH'],
      [',甲方,物流,Z01,1,亿元,,,', 'LEAD.NAME_REQUIRED'],
      ['待定项目,甲方,物流,Z01,1,亿元,,,', 'LEAD.NAME_PLACEHOLDER'],
      ['智慧物流园项目,甲方,物流,Z01,-5,亿元,,,', 'LEAD.AMOUNT_NOT_POSITIVE'],
      ['智慧物流园项目,甲方,物流,Z01,0,亿元,,,', 'LEAD.AMOUNT_NOT_POSITIVE'],
      ['智慧物流园项目,甲方,物流,Z01,约3,亿元,,,', 'LEAD.AMOUNT_NOT_A_NUMBER'],
      ['智慧物流园项目,甲方,物流,Z01,3,平方米,,,', 'LEAD.CURRENCY_UNIT_UNKNOWN'],
      ['智慧物流园项目,甲方,物流,Z01,3,,,,', 'LEAD.CURRENCY_UNIT_UNKNOWN'],
      ['智慧物流园项目,甲方,物流,Z01,3,亿元,2023-05,2022,', 'LEAD.DATE_ORDER'],
      ['智慧物流园项目,甲方,物流,Z01,3,亿元,2023-13,,', 'LEAD.DATE_INVALID'],
      ['智慧物流园项目,甲方,物流,Z01,3,亿元,2030,,', 'LEAD.DATE_IN_FUTURE'],
      ['智慧物流园项目,甲方,物流,Z01,3,亿元,,,91120116MA0000015J', 'LEAD.USCC_INVALID'],
      ['"=HYPERLINK(""http://x"")",甲方,物流,Z01,3,亿元,,,', 'LEAD.FORMULA'],
      ['智慧物流园项目,@SUM(A1),物流,Z01,3,亿元,,,', 'LEAD.FORMULA'],
      ['智慧物流园项目,+甲方,物流,Z01,3,亿元,,,', 'LEAD.FORMULA'],
      ['智慧物流园项目,-1+1|cmd,物流,Z01,3,亿元,,,', 'LEAD.FORMULA'],
      ['智慧物流园项目,甲方,物流,Z01,=1+1,亿元,,,', 'LEAD.FORMULA'],
    ];
    const answer = await upload(csv(...wrong.map(([row]) => row), '港口智慧堆场项目,甲方,物流,Z01,3,亿元,,,'));
    expect(answer.rows.map(({ row, code }) => [row, code])).toEqual([
      ...wrong.map(([, code], at) => [at + 2, code]),
      [wrong.length + 2, null],
    ]);
    for (const { outcome, projectId, detail } of answer.rows.slice(0, -1)) {
      expect({ outcome, projectId }).toEqual({ outcome: 'refused', projectId: null });
      expect(detail?.zh).toMatch(/。$/);
      expect(detail?.en).toMatch(/^Expected .*, but .*\.$/);
    }
    expect(await world.count('project')).toBe(1);
  });

  it('allows what real lists lack, and shows it', async () => {
    const answer = await upload(
      csv('零碳智慧园区项目,,新能源,和平区,,,,,', '量子计算中心项目,甲方,量子计算,,3,亿元,,,'),
    );
    expect(answer.counts).toEqual({ created: 2, duplicate: 0, refused: 0 });
    expect(await world.project(answer.rows[0]?.projectId ?? '')).toMatchObject({
      landing_unit: null,
      investor_name: null,
      total_investment: null,
      facts: { landingUnitReported: '和平区' },
    });
    expect(answer.rows[1]).toMatchObject({ leadTaskForce: null });
  });

  it('answers identical rows of one file with the first one, also beyond a chunk', async () => {
    const row = '智慧物流园项目,甲方,物流,Z01,3,亿元,,,';
    const others = Array.from({ length: 60 }, (_, at) => `第${at + 100}号标准厂房项目,乙方${at},物流,Z02,3,亿元,,,`);
    const answer = await upload(csv(row, row, ...others, row));
    expect(answer.counts).toEqual({ created: 61, duplicate: 2, refused: 0 });
    const [first, second] = answer.rows;
    expect(second).toMatchObject({
      outcome: 'duplicate',
      projectId: first?.projectId,
      code: 'IMPORT.DUPLICATE_IN_FILE',
    });
    expect(answer.rows.at(-1)).toMatchObject({ outcome: 'duplicate', projectId: first?.projectId });
  });

  it('knows a project that was entered by hand', async () => {
    const { projectId } = await world.leads.register(ZONE, leadBody());
    const answer = await upload(csv('滨海动力电池回收示范线项目,天津循环动力科技有限公司,新能源,Z01,5.2,亿元,,,'));
    expect(answer.rows).toMatchObject([{ outcome: 'duplicate', projectId }]);
  });

  it('creates what is merely similar and leaves it to the review', async () => {
    const { projectId } = await world.leads.register(ZONE, leadBody());
    await world.runJobs();
    const answer = await upload(csv('动力电池梯次利用中心,天津循环动力科技有限公司,新能源,Z01,5.2,亿元,,,'));
    expect(answer.counts.created).toBe(1);
    const [task] = await world.sql.query<{ matches: { projectId: string }[] }>(
      `SELECT snapshot->'context'->'matches' AS matches FROM process_instance WHERE id = $1 AND 'reviewing' = ANY(states)`,
      [answer.rows[0]?.projectId],
    );
    expect(task?.matches).toMatchObject([{ projectId, score: 85 }]);
  });

  it('takes a number of another list for another project', async () => {
    const numbered = (name: string) => `编号,项目名称,投资方,产业关键词,计划总投资\n1,${name},甲方,物流,3亿元\n`;
    await upload(numbered('智慧物流园项目'));
    expect((await upload(numbered('海水淡化膜材料工厂'))).counts.created).toBe(1);
    expect((await upload(numbered('智慧物流园（更正）'))).counts.duplicate).toBe(1);
  });

  it('lets a name be reported anew half a year after its project was rejected', async () => {
    const list = csv('智慧物流园项目,甲方,物流,Z01,3,亿元,,,');
    const first = await upload(list);
    const id = first.rows[0]?.projectId ?? '';
    await world.engine.send({ instanceId: id, event: { type: 'close', as: 'rejected' }, actor: OFFICE });
    expect((await upload(list)).counts).toMatchObject({ created: 0, duplicate: 1 });
    world.clock.advance(200 * 86_400_000);
    expect((await upload(list)).counts).toMatchObject({ created: 1, duplicate: 0 });
    expect((await upload(list)).counts).toMatchObject({ created: 0, duplicate: 1 });
  });

  const manyRows = Array.from(
    { length: 120 },
    (_, at) => `第${at}号智能工厂项目,投资人${at},新能源,Z03,${at + 1},亿元,,,`,
  );

  it('goes on where it was killed', async () => {
    const importId = await world.imports.submit(OFFICE, { name: 'list.csv', bytes: Buffer.from(csv(...manyRows)) });
    let starts = 0;
    const dying = Object.create(world.engine, {
      start: {
        value: (request: StartRequest) => {
          starts += 1;
          return starts > 70 ? Promise.reject(new Error('killed')) : world.engine.start(request);
        },
      },
    });
    await expect(importLeads({ ...world.parts, engine: dying })({ importId }, { id: '1' })).rejects.toThrow('killed');
    expect(await world.count('project')).toBe(70);
    await world.runJobs();
    expect(await world.imports.find(OFFICE.accountId, importId, { limit: 1 })).toMatchObject({
      state: 'done',
      counts: { created: 120, duplicate: 0, refused: 0 },
    });
    expect(await world.count('project')).toBe(120);
  });

  it('answers every row once when the job runs twice at the same time', async () => {
    const importId = await world.imports.submit(OFFICE, { name: 'list.csv', bytes: Buffer.from(csv(...manyRows)) });
    const job = importLeads(world.parts);
    await Promise.allSettled([job({ importId }, { id: '1' }), job({ importId }, { id: '1' })]);
    await world.runJobs();
    expect(await world.imports.find(OFFICE.accountId, importId, { limit: 1 })).toMatchObject({
      state: 'done',
      counts: { created: 120, duplicate: 0, refused: 0 },
    });
    expect(await world.count('project')).toBe(120);
    expect(await world.count('process_instance')).toBe(120);
  });

  it.each([
    ['', 'empty.csv', 'IMPORT.FILE_EMPTY'],
    ['this is no workbook', 'list.xlsx', 'IMPORT.XLSX_BROKEN'],
    [Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'list.xlsx', 'IMPORT.XLSX_BROKEN'],
    [Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2]), 'paper.pdf', 'IMPORT.FORMAT_UNKNOWN'],
    [Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), 'large.csv', 'IMPORT.FILE_TOO_LARGE'],
  ])('refuses the upload %#', async (content, name, code) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    await expect(world.imports.submit(OFFICE, { name, bytes })).rejects.toMatchObject({ code });
    expect(await world.count('lead_import')).toBe(0);
  });

  it.each([
    ['项目名称,投资方,计划总投资\n智慧物流园项目,甲方,3亿元\n', 'list.csv', 'IMPORT.COLUMN_MISSING'],
    [`${HEADER},项目名称\n`, 'list.csv', 'IMPORT.COLUMN_TWICE'],
    [`${HEADER}\n\n  \n`, 'list.csv', 'IMPORT.NO_ROWS'],
    [`${HEADER}\n"智慧物流园项目,甲方,物流\n`, 'list.csv', 'IMPORT.CSV_BROKEN'],
    [
      Buffer.from(`\uFEFF${HEADER}\n智慧物流园项目,甲方,物流,Z01,3,亿元,,,`, 'utf16le'),
      'list.csv',
      'IMPORT.ENCODING_UNKNOWN',
    ],
    [Buffer.from([0xc0, 0xc0, 0xff, 0x2c, 0x0a]), 'list.csv', 'IMPORT.ENCODING_UNKNOWN'],
    [
      Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.from('xl/workbook.xml and nothing else')]),
      'list.xlsx',
      'IMPORT.XLSX_BROKEN',
    ],
  ])('ends the import %# with a code and no row', async (content, name, code) => {
    const answer = await upload(content, name);
    expect(answer).toMatchObject({ state: 'failed', code, total: 0, rows: [], detail: { zh: expect.any(String) } });
    expect(await world.count('project')).toBe(0);
  });

  it('shows an import to whoever made it only', async () => {
    const { importId } = await upload(csv('智慧物流园项目,甲方,物流,Z01,3,亿元,,,'));
    await expect(world.imports.find(ZONE.accountId, importId, { limit: 10 })).rejects.toMatchObject({
      code: 'IMPORT.NOT_FOUND',
    });
    expect(await world.imports.list(ZONE.accountId)).toEqual([]);
    expect(await world.imports.list(OFFICE.accountId)).toMatchObject([{ importId, state: 'done' }]);
  });

  it('pages through the rows, by outcome too', async () => {
    const rows = Array.from({ length: 5 }, (_, at) => `第${at}号智能工厂项目,投资人${at},新能源,Z03,${at},亿元,,,`);
    const { importId } = await upload(csv(...rows));
    const first = await world.imports.find(OFFICE.accountId, importId, { limit: 2 });
    expect(first.rows.map(({ row }) => row)).toEqual([2, 3]);
    const second = await world.imports.find(OFFICE.accountId, importId, { limit: 9, cursor: first.nextCursor ?? '' });
    expect(second.rows.map(({ row }) => row)).toEqual([4, 5, 6]);
    expect(second.nextCursor).toBeNull();
    const refused = await world.imports.find(OFFICE.accountId, importId, { limit: 9, outcome: 'refused' });
    expect(refused.rows.map(({ row }) => row)).toEqual([2]);
  });
});
