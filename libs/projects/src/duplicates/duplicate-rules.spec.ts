import { samplePairs, sampleProjects } from '../../test/sample-list';
import { parseMoney } from '../money';
import { type ComparedProject, type DuplicateReason, gradeDuplicate, prepare, SUSPECT_SCORE } from './duplicate-rules';

const project = (change: Partial<ComparedProject> = {}): ComparedProject => ({
  name: '滨海动力电池回收示范线项目',
  investorName: '天津循环动力科技有限公司',
  investorUscc: null,
  enterpriseUscc: null,
  industryFocus: '新能源',
  industryCode: null,
  landingUnit: 'Z01',
  totalInvestment: '52000.0000',
  contactHash: null,
  stands: false,
  ...change,
});

const grade = (a: Partial<ComparedProject>, b: Partial<ComparedProject>) =>
  gradeDuplicate(prepare(project(a)), prepare(project(b)));

const unlike = { name: '海水淡化装备总装厂', investorName: '津海装备', industryFocus: '新材料' };

describe('the rules of domain-model 3.4', () => {
  it('say nothing of two unlike projects', () => {
    expect(grade({}, unlike)).toBeNull();
  });

  it('give one credit code 100, of investor or enterprise', () => {
    const code = '91120116MA0000015H';
    expect(grade({ investorUscc: code }, { ...unlike, enterpriseUscc: code })).toEqual({
      score: 100,
      reasons: ['sameUscc'],
    });
  });

  it('give one investor in one industry 85', () => {
    expect(grade({}, { name: '退役电池梯次利用中心', totalInvestment: null })).toEqual({
      score: 85,
      reasons: ['sameInvestorAndIndustry'],
    });
  });

  it('take the industry class where both have one', () => {
    const other = { name: '退役电池梯次利用中心', industryFocus: '新材料' };
    expect(grade({ industryCode: 'C3973' }, { ...other, industryCode: 'C3971' })?.score).toBe(85);
    expect(grade({ industryCode: 'C3973' }, { ...other, industryCode: 'C2651' })).toBeNull();
  });

  it('give similar names with amounts within 20 % of each other 75', () => {
    const other = {
      name: '滨海动力电池回收示范线',
      investorName: '别家',
      industryFocus: '新材料',
      totalInvestment: '60000',
    };
    expect(grade({ name: '天津滨海动力电池回收示范线' }, other)).toEqual({
      score: 75,
      reasons: ['similarNameAndAmount'],
    });
    expect(grade({ name: '天津滨海动力电池回收示范线' }, { ...other, totalInvestment: '90000' })).toBeNull();
  });

  it('give one contact 60', () => {
    expect(grade({ contactHash: 'x' }, { ...unlike, contactHash: 'x' })).toEqual({
      score: 60,
      reasons: ['sameContact'],
    });
  });

  it('only warn of one investor at two scales or standing in two places', () => {
    const other = { name: '退役电池梯次利用中心' };
    expect(grade({}, { ...other, totalInvestment: '250000' })?.reasons).toEqual(['sameInvestorOtherScale']);
    expect(grade({ stands: true }, { ...other, stands: true, landingUnit: 'Z02' })?.reasons).toEqual([
      'sameInvestorOtherPlace',
    ]);
    expect(grade({ stands: true }, { ...other, landingUnit: 'Z02' })?.score).toBe(85);
  });

  it('give a name that is equal but for remarks 85, unless two investors contradict', () => {
    const same = { name: '滨海动力电池回收示范线（二〇二五年口径）', industryFocus: '新材料', totalInvestment: null };
    expect(grade({}, { ...same, investorName: null })).toEqual({ score: 85, reasons: ['sameName'] });
    expect(grade({}, { ...same, investorName: '别家' })).toBeNull();
  });

  it('only warn of two phases', () => {
    expect(grade({ name: '智能制造基地（一期）' }, { name: '智能制造基地(二期)' })).toMatchObject({
      score: 70,
      reasons: ['otherPhase', 'nameContained'],
    });
    expect(grade({ name: '智能制造基地（一期）' }, { name: '智能制造基地' })?.score).toBe(85);
  });

  it('say the same in both directions', () => {
    const a = prepare(project());
    const b = prepare(project({ name: '退役电池梯次利用中心', totalInvestment: '250000' }));
    expect(gradeDuplicate(a, b)).toEqual(gradeDuplicate(b, a));
  });
});

/**
 * What the rules say of the real pairs. `found` (85 and more) goes to the office, `warned` (60 to 84) is shown to the
 * filer, `passed` is not spoken of. The three pairs that only look alike must not reach the office.
 */
const EXPECTED: Readonly<
  Record<string, { says: 'found' | 'warned' | 'passed'; by: DuplicateReason | null; because: string }>
> = {
  'BH084 BH086': {
    says: 'warned',
    by: 'shortInvestorName',
    because: '中电科蓝天 is contained in 中电科蓝天科技; amounts of part and whole differ',
  },
  'BH067 BH050': { says: 'found', by: 'sameInvestorAndIndustry', because: 'one investor, one industry' },
  'BH068 BH050': {
    says: 'found',
    by: 'sameInvestorAndIndustry',
    because: 'a phase has the investor and industry of the whole; the office links them',
  },
  'BH026 BH003': {
    says: 'warned',
    by: 'shortInvestorName',
    because: '渤化 takes its characters from 渤海化工; the names share nothing',
  },
  'BH016 BH040': {
    says: 'found',
    by: 'sameInvestorAndIndustry',
    because: 'one investor, one industry, amounts three times apart',
  },
  'BH028 BH038': {
    says: 'found',
    by: 'sameInvestorAndIndustry',
    because: '明治控股 with and without 株式会社; the dollar amount has no rate and is not compared',
  },
  'BH019 BH033': { says: 'found', by: 'sameInvestorAndIndustry', because: 'one investor, one industry' },
  'BH097 BH102': { says: 'warned', by: 'shortInvestorName', because: '中电 takes its characters from 中国电子' },
  'BH063 BH060': {
    says: 'warned',
    by: 'nameContained',
    because: '环渤海新能源总部基地 is in the other name; no investor is named',
  },
  'BH078 BH127': {
    says: 'found',
    by: 'sameName',
    because: 'one name but for 建设项目 and a remark; no investor is named',
  },
  'BH052 BH076': {
    says: 'warned',
    by: 'sameInvestorOtherScale',
    because: 'a false positive held below the office: 10.9 and 60 亿元 are two scales',
  },
  'BH104 BH072': {
    says: 'warned',
    by: 'sameInvestorOtherPlace',
    because: 'a false positive held below the office: both stand, in two zones',
  },
  'BH058 BH048': { says: 'passed', by: null, because: 'a false positive not spoken of: two named investors' },
};

describe('the real pairs of the sample list', () => {
  const rows = sampleProjects();

  const compared = (id: string): ComparedProject => {
    const row = rows.get(id);
    if (!row) throw new Error(`no project ${id}`);
    const money = parseMoney(row.total_investment ?? '', row.currency_unit ?? '');
    return {
      name: row.project_name_zh ?? '',
      investorName: row.investor_zh || null,
      investorUscc: null,
      enterpriseUscc: null,
      industryFocus: row.industry_keyword_zh ?? '',
      industryCode: null,
      landingUnit: row.landing_unit_zh || null,
      totalInvestment: typeof money === 'string' ? null : money.tenThousandYuan,
      contactHash: null,
      stands: [row.registered_on, row.started_on, row.production_on].some((date) => date !== ''),
    };
  };

  it('are all expected', () => {
    expect(
      samplePairs()
        .map(({ idA, idB }) => `${idA} ${idB}`)
        .sort(),
    ).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(samplePairs())('$idA and $idB ($why)', ({ idA, idB, why }) => {
    const expected = EXPECTED[`${idA} ${idB}`];
    const answer = gradeDuplicate(prepare(compared(idA)), prepare(compared(idB)));
    const says = answer === null ? 'passed' : answer.score >= SUSPECT_SCORE ? 'found' : 'warned';
    expect({ says, by: answer?.reasons[0] ?? null }).toEqual({ says: expected?.says, by: expected?.by });
    if (why.startsWith('FALSE-POSITIVE')) expect(says).not.toBe('found');
    else expect(says).not.toBe('passed');
  });

  it('send none of the other three thousand pairs to the office', () => {
    const ids = [...rows.keys()];
    const known = new Set(samplePairs().flatMap(({ idA, idB }) => [`${idA} ${idB}`, `${idB} ${idA}`]));
    const others = ids
      .flatMap((a, at) => ids.slice(at + 1).map((b) => [a, b] as const))
      .filter(([a, b]) => !known.has(`${a} ${b}`));
    const found = others.filter(([a, b]) => {
      const answer = gradeDuplicate(prepare(compared(a)), prepare(compared(b)));
      return (answer?.score ?? 0) >= SUSPECT_SCORE;
    });
    expect(found).toEqual([]);
  });
});
