import type { RejectionParams } from '@landfall/process-definition';
import { lettersAndDigits, unify, withoutBrackets } from '../naming/plain-name';
import { type ProjectRefusalCode } from '../refusal-texts';

export type ImportColumn =
  | 'sourceId'
  | 'projectName'
  | 'investorName'
  | 'investorOrigin'
  | 'investorUscc'
  | 'capitalType'
  | 'industryFocus'
  | 'industryCode'
  | 'landingUnit'
  | 'totalInvestment'
  | 'currencyUnit'
  | 'exchangeRate'
  | 'rateOn'
  | 'rateSource'
  | 'landNeed'
  | 'signedOn'
  | 'registeredOn'
  | 'startedOn'
  | 'operatedOn'
  | 'outputPlan'
  | 'enterpriseName'
  | 'enterpriseUscc'
  | 'contact'
  | 'brief'
  | 'stageReported'
  | 'sourceDate'
  | 'certainty';

interface ColumnDefinition {
  /** The Chinese header of the template, which is also the name in sentences. */
  readonly header: string;
  readonly synonyms: readonly string[];
  readonly required?: true;
  /** The unit meant when the header names none. */
  readonly unit?: string;
}

/** Every column that an import understands; a header is matched without brackets, blanks, case and width. */
export const IMPORT_COLUMNS: Readonly<Record<ImportColumn, ColumnDefinition>> = {
  sourceId: { header: '来源编号', synonyms: ['id', 'sourceId', '编号', '台账编号', '项目编号', '线索编号'] },
  projectName: {
    header: '项目名称',
    synonyms: ['projectNameZh', 'projectName', 'name', '名称', '项目', '项目全称'],
    required: true,
  },
  investorName: {
    header: '投资方',
    synonyms: [
      'investorZh',
      'investor',
      'investorName',
      '投资方名称',
      '投资主体',
      '投资企业',
      '投资商',
      '投资单位',
      '投资人',
    ],
    required: true,
  },
  investorOrigin: {
    header: '投资方来源地',
    synonyms: ['investorOrigin', '来源地', '投资来源地', '资金来源地', '投资方所在地'],
  },
  investorUscc: {
    header: '投资方信用代码',
    synonyms: ['investorUscc', '投资方统一社会信用代码', '统一社会信用代码', '信用代码'],
  },
  capitalType: { header: '资金类型', synonyms: ['capitalType', '内外资', '资本类型', '内资外资', '投资类型'] },
  industryFocus: {
    header: '产业关键词',
    synonyms: [
      'industryKeywordZh',
      'industryKeyword',
      'industryFocus',
      'industry',
      '专班产业关键词',
      '产业',
      '产业方向',
      '所属产业',
      '产业类别',
      '行业',
      '所属行业',
    ],
    required: true,
  },
  industryCode: { header: '行业代码', synonyms: ['industryCode', '国民经济行业代码'] },
  landingUnit: {
    header: '落地区域',
    synonyms: [
      'landingUnitZh',
      'landingUnit',
      '落地单位',
      '拟落地区域',
      '承接地',
      '落户区域',
      '所在区域',
      '落地地点',
      '属地',
    ],
  },
  totalInvestment: {
    header: '计划总投资',
    synonyms: [
      'totalInvestment',
      'investment',
      'amount',
      '总投资',
      '投资额',
      '总投资额',
      '计划投资',
      '计划投资额',
      '投资总额',
      '投资金额',
    ],
    required: true,
  },
  currencyUnit: {
    header: '金额单位',
    synonyms: ['currencyUnit', 'currency', 'unit', '币种单位', '单位', '货币单位', '币种'],
  },
  exchangeRate: { header: '汇率', synonyms: ['exchangeRate', 'rate'] },
  rateOn: { header: '汇率日期', synonyms: ['exchangeRateOn', 'rateOn', 'rateDate'] },
  rateSource: { header: '汇率来源', synonyms: ['exchangeRateSource', 'rateSource'] },
  landNeed: { header: '用地', synonyms: ['landMu', 'landNeed', 'land', '用地面积', '用地亩', '占地面积', '土地面积'] },
  signedOn: { header: '签约日期', synonyms: ['signedOn', '签约时间', '签约', '签订日期'] },
  registeredOn: { header: '注册日期', synonyms: ['registeredOn', '注册时间', '注册', '登记日期', '登记注册日期'] },
  startedOn: { header: '开工日期', synonyms: ['startedOn', '开工时间', '开工', '动工日期', '动工时间'] },
  operatedOn: {
    header: '投产日期',
    synonyms: ['productionOn', 'operatedOn', '投产时间', '投产', '运营日期', '投运日期', '见效日期'],
  },
  outputPlan: {
    header: '达产产值',
    synonyms: ['expectedOutputYi', 'expectedOutput', 'outputPlan', '预计产值', '年产值', '预计年产值'],
  },
  enterpriseName: { header: '落地企业', synonyms: ['enterpriseName', '项目公司', '落地企业名称', '企业名称'] },
  enterpriseUscc: {
    header: '落地企业信用代码',
    synonyms: ['enterpriseUscc', 'uscc', '落地企业统一社会信用代码', '企业信用代码'],
  },
  contact: { header: '联系方式', synonyms: ['contact', '联系人', '联系电话', '联系人及电话'] },
  brief: {
    header: '项目概况',
    synonyms: ['brief', 'description', '项目简介', '简介', '建设内容', '项目内容', '主要内容', '备注'],
  },
  stageReported: {
    header: '所报阶段',
    synonyms: ['stageReported', 'stage', '阶段', '当前阶段', '项目阶段', '进展阶段'],
  },
  sourceDate: { header: '来源日期', synonyms: ['sourceDate', '信息日期', '报道日期', '数据日期'] },
  certainty: { header: '可信度', synonyms: ['certainty', '确定性', '置信度'] },
};

/** Where each column stands in a file, and units that its header names (总投资（亿元）). */
export interface ColumnMapping {
  readonly at: Readonly<Partial<Record<ImportColumn, number>>>;
  readonly units: Readonly<Partial<Record<ImportColumn, string>>>;
  /** Headers that mean nothing here; their cells are kept but not read. */
  readonly ignored: readonly string[];
}

export interface ImportProblem {
  readonly code: ProjectRefusalCode;
  readonly params: RejectionParams;
}

const comparable = (header: string): string => lettersAndDigits(withoutBrackets(unify(header)));

const BY_HEADER: ReadonlyMap<string, ImportColumn> = new Map(
  Object.entries(IMPORT_COLUMNS).flatMap(([column, { header, synonyms }]) =>
    [header, ...synonyms].map((name) => [comparable(name), column as ImportColumn] as const),
  ),
);

const COLUMN_NAMES = Object.keys(IMPORT_COLUMNS) as ImportColumn[];

/** Finds the columns of a file by its first row, or says which one is missing or there twice. */
export const mapColumns = (headers: readonly string[]): ColumnMapping | ImportProblem => {
  const at: Partial<Record<ImportColumn, number>> = {};
  const units: Partial<Record<ImportColumn, string>> = {};
  const ignored: string[] = [];
  for (const [index, header] of headers.entries()) {
    const column = BY_HEADER.get(comparable(header));
    if (column === undefined) {
      if (header.trim() !== '') ignored.push(header.trim());
      continue;
    }
    if (at[column] !== undefined) return { code: 'IMPORT.COLUMN_TWICE', params: { column: header.trim() } };
    at[column] = index;
    const unit = unitOf(header);
    if (unit) units[column] = unit;
  }
  const missing = COLUMN_NAMES.find((column) => IMPORT_COLUMNS[column].required && at[column] === undefined);
  if (missing) return { code: 'IMPORT.COLUMN_MISSING', params: { column: IMPORT_COLUMNS[missing].header } };
  return { at, units, ignored };
};

/** expected_output_yi counts in 亿元 by its name; other headers name a unit in brackets. */
const unitOf = (header: string): string | undefined => {
  if (/_yi$/i.test(header.trim())) return '亿元';
  return /[(（]\s*([^()（）]+?)\s*[)）]/.exec(header.normalize('NFKC'))?.[1];
};

/** A text that a spreadsheet would run as a formula. */
export const startsLikeFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text);

/**
 * Writes a cell of a CSV file: quoted where needed, and with a leading apostrophe where a spreadsheet would otherwise take
 * the text for a formula.
 */
export const csvCell = (text: string): string => {
  const harmless = startsLikeFormula(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** An empty list with every column and one example, with a byte order mark so that Excel reads its Chinese. */
export const importTemplate = (): string => {
  const example: Partial<Record<ImportColumn, string>> = {
    projectName: '示例新能源电池材料项目',
    investorName: '示例科技股份有限公司',
    industryFocus: '新能源',
    landingUnit: '天津经济技术开发区',
    totalInvestment: '5.2',
    currencyUnit: '亿元',
    signedOn: '2026-05',
    contact: '张先生 13800000000',
    brief: '建设年产一万吨电池材料生产线',
  };
  const lines = [
    COLUMN_NAMES.map((column) => IMPORT_COLUMNS[column].header),
    COLUMN_NAMES.map((column) => example[column] ?? ''),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
};
