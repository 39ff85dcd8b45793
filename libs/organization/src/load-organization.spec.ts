import { ManualClock } from '@landfall/clock';
import { Database } from '@landfall/persistence';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { loadOrganization } from './load-organization';
import { Organization } from './organization';
import { renameUnit } from './rename-unit';

const TODAY = new Date('2026-11-23T02:00:00Z');

/** The 31 departments in the order in which the notice lists the members. */
const MEMBERS = [
  '区委街镇工委',
  '区政府办',
  '区发展改革委',
  '区教体局',
  '区科技局',
  '区工业和信息化局',
  '区公安局',
  '区民政局',
  '区司法局',
  '区财政局',
  '区人社局',
  '区生态环境局',
  '区住房建设委',
  '区城市管理委',
  '区交通运输局',
  '区水务局',
  '区农业农村委',
  '区商务和投促局',
  '区文化和旅游局',
  '区卫生健康委',
  '区退役军人事务局',
  '区应急局',
  '区审计局',
  '区市场监管局',
  '区国资委',
  '区统计局',
  '区医保局',
  '区金融局',
  '区政务服务办',
  '区海洋局',
  '市规划资源局滨海新区分局',
];

describe('the organisation', () => {
  let database: TestDatabase;
  let db: Database;
  let organization: Organization;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = new Database({ url: database.url });
    organization = new Organization(db, new ManualClock(TODAY));
    // Two processes that start on an empty database at once.
    await Promise.all([1, 2].map(() => db.transaction((tx) => loadOrganization(tx))));
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  it('has the units of the notice', async () => {
    const view = await organization.view();
    const count = (kind: string) => view.units.filter((unit) => unit.kind === kind).length;
    expect({
      zones: count('ZONE'),
      places: count('STREET_TOWN'),
      departments: count('DEPARTMENT'),
      liaisons: count('LIAISON'),
      memberOnly: count('MEMBER_ONLY'),
      members: view.units.filter((unit) => unit.isMember).length,
      taskForces: view.taskForces.length,
    }).toEqual({ zones: 5, places: 21, departments: 18, liaisons: 11, memberOnly: 2, members: 57, taskForces: 44 });
    const places = new Set(['ZONE', 'STREET_TOWN']);
    expect(
      view.units
        .filter((unit) => unit.isMember && !places.has(unit.kind))
        .map((unit) => unit.name.zh)
        .sort(),
    ).toEqual([...MEMBERS].sort());
    expect(view.unit('LGO')).toMatchObject({ parentCode: 'D02', name: { zh: '领导小组办公室' } });
    expect(view.findUnit('街镇经济领导小组办公室')).toBe('SEO');
  });

  it('names every unit in both languages, and no name means two units', async () => {
    const view = await organization.view();
    for (const unit of view.units) {
      expect(unit.name.en).not.toBe('');
      for (const name of [unit.code, unit.name.zh, unit.name.en, unit.shortName, ...unit.aliases]) {
        expect([name, view.findUnit(name)]).toEqual([name, unit.code]);
      }
    }
  });

  it('seats the eight leaders of 2022 from the day of the notice, and nobody before', async () => {
    const seats = (await organization.view()).seats;
    expect(seats.map((seat) => [seat.seat, seat.postCode, seat.holderName])).toEqual([
      [1, 'LG.leader', '单泽峰'],
      [2, 'LG.exec', '赵前苗'],
      [3, 'LG.deputy', '王雪冬'],
      [4, 'LG.deputy', '韩海宏'],
      [5, 'LG.deputy', '梁益铭'],
      [6, 'LG.deputy', '陈波'],
      [7, 'LG.deputy', '张兴瑞'],
      [8, 'LG.deputy', '张桂华'],
    ]);
    expect((await organization.view('2022-12-26')).units).toEqual([]);
    expect((await organization.view('2022-12-27')).units.length).toBeGreaterThan(57);
  });

  it('gives every unit its posts', async () => {
    const view = await organization.view();
    const roles = (unit: string) =>
      view
        .postsOfUnit(unit)
        .map((post) => post.role)
        .sort();
    expect(roles('D02')).toEqual(['head', 'reviewer', 'specialist', 'verifier']);
    expect(roles('Z05')).toEqual(['coordinator', 'head', 'specialist']);
    expect(roles('T21')).toEqual(['commander', 'deputy', 'specialist']);
    expect(roles('L10')).toEqual(['liaison', 'verifier']);
    expect(roles('M02')).toEqual(['reviewer']);
    expect(roles('KPO')).toEqual([]);
    expect(view.groupName('D01.specialist')).toEqual({
      zh: '区工信局·招商专员',
      en: 'Industry & Information Technology Bureau, Investment Specialist',
    });
    expect(view.groupName('X99.nobody')).toEqual({ zh: 'X99.nobody', en: 'X99.nobody' });
  });

  it('changes nothing when it is loaded again, not even what people changed', async () => {
    await db.query(`UPDATE industry_rule SET synonyms = '{渔光互补}' WHERE keyword_zh = '新能源'`);
    const before = await db.query('SELECT * FROM organization_unit ORDER BY id');
    const rules = await db.query('SELECT * FROM industry_rule ORDER BY id');
    await db.transaction((tx) => loadOrganization(tx));
    expect(await db.query('SELECT * FROM organization_unit ORDER BY id')).toEqual(before);
    expect(await db.query('SELECT * FROM industry_rule ORDER BY id')).toEqual(rules);
    await organization.refresh();
    expect((await organization.view()).route({ industryFocus: '渔光互补' }).leadTaskForce).toBe('D01');
  });

  it('renames a unit from a day on and keeps the history', async () => {
    const rename = {
      code: 'D04',
      name: { zh: '区地方金融管理局', en: 'Local Financial Administration' },
      shortName: '区地方金融局',
      on: '2026-12-01',
    };
    await db.transaction((tx) => renameUnit(tx, rename));
    await organization.refresh();
    expect((await organization.view('2026-11-30')).unitName('D04').zh).toBe('区金融局');
    const later = await organization.view('2026-12-01');
    expect(later.unitName('D04').zh).toBe('区地方金融管理局');
    expect(later.findUnit('区金融局')).toBe('D04');
    await db.transaction((tx) => loadOrganization(tx));
    expect(await db.query(`SELECT 1 FROM organization_unit WHERE code = 'D04'`)).toHaveLength(2);

    await expect(db.transaction((tx) => renameUnit(tx, rename))).rejects.toMatchObject({
      code: 'ORGANIZATION_UNIT.DATE_TAKEN',
    });
    await expect(db.transaction((tx) => renameUnit(tx, { ...rename, code: 'D99' }))).rejects.toMatchObject({
      code: 'ORGANIZATION_UNIT.NOT_FOUND',
    });
  });

  it('refuses two names for one unit on the same day', async () => {
    await expect(
      db.query(`INSERT INTO post (id, code, unit_code, role, title_zh, title_en, heads_unit, seats, valid_from)
                SELECT gen_random_uuid(), code, unit_code, role, title_zh, title_en, heads_unit, seats, '2025-01-01'
                FROM post WHERE code = 'D01.head'`),
    ).rejects.toThrow('exclusion constraint');
  });
});
