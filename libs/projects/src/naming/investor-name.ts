import { lettersAndDigits, unify, withoutBrackets } from './plain-name';

const CHINESE_LEGAL_FORMS = [
  '有限责任公司',
  '股份有限公司',
  '有限公司',
  '集团公司',
  '股份公司',
  '总公司',
  '分公司',
  '公司',
  '集团',
  '股份',
  '控股',
  '合伙企业',
  '有限合伙',
  '普通合伙',
  '株式会社',
  '有限会社',
  '合同会社',
  '联合体',
];

const LATIN_LEGAL_FORMS =
  /\b(company|co|corporation|corp|incorporated|inc|limited|ltd|llc|llp|plc|gmbh|ag|kgaa|kg|se|sa|sas|sarl|spa|srl|nv|bv|ab|oy|pte|pty|kk|kabushiki|kaisha|group|holdings?|sdn|bhd)\b\.?/g;

const REGIONS = [
  '天津滨海新区',
  '滨海新区',
  ...['北京', '天津', '上海', '重庆'].flatMap((name) => [`${name}市`, name]),
  ...[
    ...[
      '河北',
      '山西',
      '辽宁',
      '吉林',
      '黑龙江',
      '江苏',
      '浙江',
      '安徽',
      '福建',
      '江西',
      '山东',
      '河南',
      '湖北',
      '湖南',
    ],
    ...['广东', '海南', '四川', '贵州', '云南', '陕西', '甘肃', '青海', '台湾'],
  ].flatMap((name) => [`${name}省`, name]),
  ...['内蒙古', '广西', '西藏', '宁夏', '新疆', '香港', '澳门'],
  ...['日本', '美国', '德国', '法国', '英国', '韩国', '新加坡', '瑞士', '瑞典', '丹麦', '荷兰', '意大利', '马来西亚'],
];

/** Fewer characters than this say too little to stand without the region before them (北京燃气 ≠ 燃气). */
const SHORTEST_CORE = 3;

export interface InvestorName {
  /** Without legal form, brackets and punctuation: what two spellings of one investor have in common. */
  readonly key: string;
  /** The key without the region that leads it. */
  readonly core: string;
  /** The region that leads the name, when there is one. */
  readonly region: string | null;
}

const withoutLegalForms = (text: string): string => {
  let left = text;
  for (let before = ''; before !== left; ) {
    before = left;
    for (const form of CHINESE_LEGAL_FORMS) if (left.endsWith(form)) left = left.slice(0, -form.length);
  }
  return left;
};

const normaliseOne = (text: string): InvestorName | undefined => {
  const bare = lettersAndDigits(withoutBrackets(text).replace(LATIN_LEGAL_FORMS, ' '));
  const key = withoutLegalForms(bare) || lettersAndDigits(text);
  if (key === '') return undefined;
  const region = REGIONS.find((name) => key.startsWith(name));
  if (region === undefined || key.length - region.length < SHORTEST_CORE) return { key, core: key, region: null };
  return { key, core: key.slice(region.length), region: region.replace(/[市省]$/, '') };
};

/**
 * Normalises an investor's name for comparing: NFKC, simplified characters, lower case, without legal-form words in
 * Chinese, Japanese and English. A joint name (甲、乙) gives one entry for each.
 */
export const investorNames = (raw: string | null | undefined): InvestorName[] => {
  if (!raw) return [];
  const names = unify(raw)
    .split(/[、;,/]|\s+and\s+|&/)
    .flatMap((part) => normaliseOne(part) ?? []);
  return names.filter((name, at) => names.findIndex((other) => other.key === name.key) === at);
};

/** Tells whether two normalised names are one investor; the same words after two different regions are two. */
export const sameInvestor = (a: InvestorName, b: InvestorName): boolean =>
  a.key === b.key || (a.core === b.core && (a.region === null || b.region === null));

const isSubsequence = (short: string, long: string): boolean => {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
};

/**
 * Tells whether one name may be the short form of the other: it is contained in it (中电科蓝天 in 中电科蓝天科技), or takes
 * some of its characters in order from the first one on (渤化 from 渤海化工).
 */
export const mayBeShortFor = (a: InvestorName, b: InvestorName): boolean => {
  const [short, long] = a.core.length <= b.core.length ? [a.core, b.core] : [b.core, a.core];
  if (short === long || short.length < 2) return false;
  if (short.length >= 3 && long.includes(short)) return true;
  return short[0] === long[0] && short.length * 4 >= long.length && isSubsequence(short, long);
};
