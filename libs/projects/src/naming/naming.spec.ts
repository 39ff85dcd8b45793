import fc from 'fast-check';
import { investorNames, mayBeShortFor, sameInvestor } from './investor-name';
import { isPlaceholderName, projectNameCore, projectNameKey } from './project-name';
import { bigrams, likeness, prefixTrigrams, trigrams } from './trigram';

const investor = (raw: string) => {
  const [name] = investorNames(raw);
  if (!name) throw new Error(`no name: ${raw}`);
  return name;
};

describe('investor name', () => {
  it.each([
    ['PPG涂料（天津）有限公司', 'ppg涂料'],
    ['力神電池股份有限公司', '力神电池'],
    ['日本明治控股株式会社', '日本明治'],
    ['日本明治控股', '日本明治'],
    ['雀巢（中国）有限公司', '雀巢'],
    ['Airbus  S.E.', 'airbusse'],
    ['Acme Robotics Co., Ltd.', 'acmerobotics'],
    ['ACME ROBOTICS GmbH', 'acmerobotics'],
    ['红星美凯龙家居集团', '红星美凯龙家居'],
    ['有限公司', '有限公司'],
  ])('normalises %s to %s', (raw, key) => {
    expect(investor(raw).key).toBe(key);
  });

  it('takes a joint name apart', () => {
    expect(investorNames('天津音乐学院、美国茱莉亚学院').map((name) => name.key)).toEqual([
      '天津音乐学院',
      '美国茱莉亚学院',
    ]);
    expect(investorNames('  ')).toEqual([]);
    expect(investorNames(null)).toEqual([]);
  });

  it('leaves the region out where enough remains', () => {
    expect(investor('天津力神电池股份有限公司')).toEqual({ key: '天津力神电池', core: '力神电池', region: '天津' });
    expect(investor('北京市燃气集团有限责任公司')).toMatchObject({ core: '北京市燃气', region: null });
  });

  it('sees one investor with and without its region, and two behind different regions', () => {
    expect(sameInvestor(investor('天津力神电池股份有限公司'), investor('力神电池'))).toBe(true);
    expect(sameInvestor(investor('天津中环电子有限公司'), investor('上海中环电子有限公司'))).toBe(false);
    expect(sameInvestor(investor('日本明治控股'), investor('明治控股株式会社'))).toBe(false);
  });

  it.each([
    ['渤化集团', '天津渤海化工集团有限责任公司', true],
    ['中电科蓝天', '中电科蓝天科技股份有限公司', true],
    ['中电（生态城联合）', '中国电子科技开发有限公司', true],
    ['杭叉集团', '天津国鸿氢能科技有限公司', false],
    ['联想集团', '联想集团', false],
    ['中车', '中国石油天然气管道局工程有限公司', false],
  ])('%s may be short for %s: %s', (a, b, expected) => {
    expect(mayBeShortFor(investor(a), investor(b))).toBe(expected);
  });
});

describe('project name', () => {
  it('has one key however it is written', () => {
    expect(projectNameKey('智慧　城市（二期）工程')).toBe(projectNameKey('智慧城市(2期) 工程'));
    expect(projectNameKey('機電產業園')).toBe('机电产业园');
    expect(projectNameKey('第十二期厂房')).toBe('12期厂房');
    expect(projectNameKey('一汽-大众天津工厂')).toBe('一汽大众天津工厂');
  });

  it('compares what is left without remarks and closing words', () => {
    expect(projectNameCore('卫星互联网系统整星生产线建设项目')).toBe(
      projectNameCore('卫星互联网系统整星生产线（2021年一季度口径）'),
    );
    expect(projectNameCore('智慧项目')).toBe('智慧项目');
    expect(projectNameCore('（待补充）新厂')).toBe('待补充新厂');
  });

  it.each(['某', '待定', ' 某 项目 ', '待定项目', '【待定】', 'xx项目', 'TBD'])(
    'sees that %s holds only a place',
    (name) => {
      expect(isPlaceholderName(name)).toBe(true);
    },
  );

  it('accepts a real name with such a word in it', () => {
    expect(isPlaceholderName('某新能源企业生产基地')).toBe(false);
  });
});

describe('trigrams', () => {
  it('are distinct groups of three', () => {
    expect(trigrams('新能源新能源')).toEqual(['新能源', '能源新', '源新能']);
    expect(trigrams('园区')).toEqual(['园区']);
    expect(trigrams('')).toEqual([]);
    expect(bigrams('新能源')).toEqual(['新能', '能源']);
  });

  it('measure likeness', () => {
    expect(likeness('研发生产基地', '研发生产基地')).toEqual({ shared: 4, jaccard: 1, overlap: 1 });
    expect(likeness('研发生产基地', '研发生产')).toEqual({ shared: 2, jaccard: 0.5, overlap: 1 });
    expect(likeness('', '研发')).toEqual({ shared: 0, jaccard: 0, overlap: 0 });
  });

  it('have prefixes that meet whenever two texts are alike enough', () => {
    const text = (length: number) =>
      fc.string({ unit: fc.constantFrom(...'天津滨海新能源产业园项目一二'), maxLength: length });
    fc.assert(
      fc.property(text(16), text(6), text(4), text(4), (stem, middle, head, tail) => {
        const a = `${stem}${middle}${stem}`;
        const b = `${head}${stem}${middle}${stem}${tail}`;
        fc.pre(likeness(a, b).jaccard >= 0.6);
        const other = new Set(prefixTrigrams(b, 0.6));
        expect(prefixTrigrams(a, 0.6).some((gram) => other.has(gram))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
