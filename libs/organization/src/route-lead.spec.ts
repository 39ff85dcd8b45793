import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SystemClock } from '@landfall/clock';
import { Database } from '@landfall/persistence';
import { parse } from 'csv-parse/sync';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { loadOrganization } from './load-organization';
import { Organization } from './organization';
import type { OrganizationView } from './organization-view';
import { type LeadToRoute, routeLead } from './route-lead';

/** The table of the notice, 3 (4), typed from its text. */
const NOTICE: Record<string, readonly string[]> = {
  D01: [
    '信创',
    '高端装备（智能制造）',
    '集成电路',
    '车联网',
    '新能源',
    '新材料',
    '航空航天',
    '汽车及新能源汽车',
    '轻纺',
  ],
  D02: ['国际消费中心城市重点项目', '会展经济', '商贸服务业', '外经贸领域'],
  D03: ['特色农业', '乡村旅游', '一二三产融合项目', '乡村振兴领域'],
  D04: ['金融机构', '基金招商'],
  D05: [
    '科技招商引资',
    '高校院所',
    '高水平科研院所',
    '科技企业',
    '科创服务机构',
    '生物医药产业链',
    '生物医药',
    '中医药',
  ],
  D06: [
    '文化旅游业',
    '海洋旅游文化新地标',
    '沿海蓝色旅游走廊',
    '海河都市观光带',
    '全域旅游聚集区',
    '文旅融合发展新高地',
    '公共文化服务',
  ],
  D07: ['国有企业转型发展', '资产盘活'],
  D08: ['养老', '托幼服务', '社会组织管理', '社区治理', '民政领域'],
  D09: ['民营医疗机构', '智慧医疗', '卫生健康领域'],
  D10: ['循环经济及资源综合利用', '绿色石化', '政府和社会资本合作项目', '工程咨询', '粮食流通', '物流', '民营经济'],
  D11: ['人社领域', '人力资源管理', '人才服务'],
  D12: ['空气环境治理', '水环境治理', '土壤环境治理', '环境治理领域', '生态环境领域'],
  D13: ['新型城市基础设施', '住建领域'],
  D14: ['市容市貌', '环卫', '园林绿化', '城市管理领域'],
  D15: ['水利基础设施', '水资源管理', '水务领域'],
  D16: ['智慧交通', '网络货运', '交通运输领域'],
  D17: ['高水平大学', '职业教育', '产教融合', '教育', '体育'],
  D18: ['市场主体注册登记服务', '广告业', '知识产权代理服务'],
};

/** Who leads each of the sample projects, by their ids without the letters. */
const SAMPLE: Record<string, string> = {
  D01: `001 002 004 013 024 028 029 030 038 042 046 048 049 050 052 053 057 058 060 062 063 065 067 068 073 075 076 077
        078 079 080 083 084 086 097 098 102 103 106 113 114 117 122 123 127 131 135`,
  D02: '115 119',
  D04: '043 130',
  D05: '019 027 033 037 054 055 085 096',
  D06: '099 101',
  D07: '017 116',
  D09: '044 045',
  D10: '003 023 026 032 072 104 111 126 136',
  D13: '059 081 094 121',
  D15: '016 040',
  D17: '041 128',
};

describe('routeLead', () => {
  let database: TestDatabase;
  let db: Database;
  let view: OrganizationView;
  const route = (lead: LeadToRoute | string) =>
    routeLead(typeof lead === 'string' ? { industryFocus: lead } : lead, view.routing);

  beforeAll(async () => {
    database = await createTestDatabase();
    db = new Database({ url: database.url });
    await db.transaction((tx) => loadOrganization(tx));
    view = await new Organization(db, new SystemClock()).view();
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  const keywords = Object.entries(NOTICE).flatMap(([code, words]) => words.map((word) => [word, code] as const));
  it.each(keywords)('gives %s to %s, as the notice does', (keyword, code) => {
    const routing = route(keyword);
    expect(routing).toMatchObject({ leadTaskForce: code, ambiguous: false });
    expect(routing.reason.zh).toContain('通知三（四）');
    expect(routing.assistTaskForces).not.toContain(code);
    expect(routing.assistTaskForces.includes('D18')).toBe(code !== 'D18');
  });

  it('knows every keyword of the notice by its English name too', () => {
    for (const rule of view.industryRules.filter((one) => one.appliesTo === 'ANY')) {
      expect([rule.keyword.en, route(rule.keyword.en.toUpperCase()).leadTaskForce]).toEqual([
        rule.keyword.en,
        rule.leadTaskForce,
      ]);
    }
  });

  it('decides by every synonym that belongs to one task force, and by no other', () => {
    const owners = new Map<string, Set<string>>();
    for (const rule of view.industryRules) {
      for (const word of rule.synonyms) owners.set(word, (owners.get(word) ?? new Set()).add(rule.leadTaskForce));
    }
    for (const [word, leaders] of owners) {
      const expected = leaders.size === 1 ? [...leaders][0] : null;
      expect([word, route(word).leadTaskForce]).toEqual([word, expected]);
    }
  });

  it.each([
    ['乡村旅游', 'D03', ['D06', 'D18']],
    ['物流', 'D10', ['D16', 'D18']],
    ['网络货运', 'D16', ['D10', 'D18']],
    ['智慧交通', 'D16', ['D13', 'D18']],
    ['新型城市基础设施', 'D13', ['D16', 'D18']],
    ['环境治理', 'D12', ['D10', 'D15', 'D18']],
    ['循环经济', 'D10', ['D12', 'D18']],
    ['水资源管理', 'D15', ['D12', 'D18']],
    ['生物医药', 'D05', ['D01', 'D09', 'D18']],
    ['药品制造', 'D05', ['D01', 'D09', 'D18']],
    ['智慧医疗', 'D09', ['D05', 'D18']],
    ['养老', 'D08', ['D09', 'D18']],
    ['新材料', 'D01', ['D10', 'D18']],
    ['绿色石化', 'D10', ['D01', 'D18']],
  ])('lets one lead and the others assist where fields meet: %s', (keyword, lead, assists) => {
    expect(route(keyword)).toMatchObject({ leadTaskForce: lead, assistTaskForces: assists, ambiguous: false });
  });

  it.each([
    ['旅游', ['D03', 'D06']],
    ['医养结合', ['D08', 'D09']],
    ['医疗器械', ['D01', 'D05', 'D09']],
    ['化工新材料', ['D01', 'D10']],
    ['物流运输', ['D10', 'D16']],
    ['污水处理', ['D12', 'D15']],
    ['环保', ['D10', 'D12']],
    ['城市更新', ['D07', 'D13']],
    ['新能源、物流', ['D01', 'D10']],
  ])('leaves %s to the office, with its candidates', (keyword, candidates) => {
    const routing = route(keyword);
    expect(routing).toMatchObject({ leadTaskForce: null, ambiguous: true, assistTaskForces: ['D18'] });
    expect([...new Set(routing.candidates.map((candidate) => candidate.taskForce))].sort()).toEqual(candidates);
    expect(routing.reason.zh).toContain('由领导小组办公室分派');
  });

  it.each(['预制菜', '', '   ', '元宇宙、量子', 'constructor', '__proto__', '新'])(
    'does not guess for %p',
    (keyword) => {
      expect(route(keyword)).toMatchObject({ leadTaskForce: null, ambiguous: true, candidates: [] });
    },
  );

  it('does not decide by a word that only holds a keyword, but shows whom it may concern', () => {
    const routing = route({ industryFocus: '新能源汽车充电桩运营', text: '并建设光伏车棚' });
    expect(routing.leadTaskForce).toBeNull();
    expect(routing.candidates.map((candidate) => candidate.taskForce)).toContain('D01');
    expect(routing.candidates.every((candidate) => candidate.how === 'MENTIONED')).toBe(true);
  });

  it('reads a list of words of one task force as one, and refuses to overlook a word it does not know', () => {
    expect(route('新能源；新材料').leadTaskForce).toBe('D01');
    expect(route('新能源、预制菜')).toMatchObject({ leadTaskForce: null, ambiguous: true });
  });

  it.each(['高端装备(智能制造)', ' 高端装备 （智能制造） ', '高端装备', '新能源产业', 'ＰＰＰ', 'ppp项目'])(
    'reads %p whatever its width, blanks and ending',
    (keyword) => {
      expect(route(keyword).ambiguous).toBe(false);
    },
  );

  describe('the state-owned assets task force', () => {
    it.each(['科技创新', '产业发展', '基础设施', '生态文明', '社会民生', '安全保障'])(
      'leads %s for a state-owned investor only',
      (field) => {
        expect(route({ industryFocus: field, ownership: '国企' }).leadTaskForce).toBe('D07');
        const other = route({ industryFocus: field, ownership: '民企' });
        expect(other.leadTaskForce).toBeNull();
        expect(other.candidates).toMatchObject([{ taskForce: 'D07' }]);
        expect(other.reason.zh).toContain('国资系统');
      },
    );

    it('assists where an industry decides and the investor is state-owned, or idle assets are put to use', () => {
      expect(route({ industryFocus: '新能源', ownership: 'SOE' })).toMatchObject({
        leadTaskForce: 'D01',
        assistTaskForces: ['D07', 'D18'],
      });
      expect(route({ industryFocus: '商贸服务业', assetRevitalisation: true })).toMatchObject({
        leadTaskForce: 'D02',
        assistTaskForces: ['D07', 'D18'],
      });
    });
  });

  describe('the landing unit', () => {
    it.each([
      ['天津经济技术开发区', 'Z01'],
      ['经开区（泰达）', 'Z01'],
      ['经开区', 'Z01'],
      ['z01', 'Z01'],
      ['120116401', 'Z02'],
      ['天津滨海新区高新技术产业开发区', 'Z03'],
      ['东疆保税港区', 'Z04'],
      ['Sino-Singapore Tianjin Eco-City', 'Z05'],
      ['泰达街道', 'T10'],
      ['新北街', 'T05'],
      ['中塘镇', 'T21'],
    ])('is found by %s', (name, code) => {
      expect(route({ industryFocus: '新能源', landingUnit: name }).landingUnit).toBe(code);
    });

    it('is left open, with the reason, when the name is none of the places', () => {
      const routing = route({ industryFocus: '新能源', landingUnit: '河西区' });
      expect(routing).toMatchObject({ leadTaskForce: 'D01', landingUnit: null });
      expect(routing.reason.zh).toContain('河西区');
      expect(route({ industryFocus: '新能源', landingUnit: '区工业和信息化局' }).landingUnit).toBeNull();
    });
  });

  it('routes each of the 82 sample projects as the notice says', () => {
    const rows = parse(readFileSync(join(__dirname, '../../projects/sample/binhai-projects.csv')), {
      columns: true,
      bom: true,
    }) as Record<string, string>[];
    const expected = Object.entries(SAMPLE).flatMap(([code, ids]) =>
      ids.split(/\s+/).map((id) => [`BH${id}`, code] as const),
    );
    const actual = rows.map((row) => {
      const routing = route({
        industryFocus: row.industry_keyword_zh ?? '',
        text: row.project_name_zh,
        landingUnit: row.landing_unit_zh,
      });
      expect(routing.landingUnit === null).toBe(row.landing_unit_zh === '');
      return [row.id, routing.leadTaskForce] as const;
    });
    expect(actual).toHaveLength(82);
    expect(new Map(actual)).toEqual(new Map(expected));
  });
});
