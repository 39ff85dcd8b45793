import { type FieldProblem, type LocalizedText, Rejection, type RejectionParams } from '@landfall/process-definition';

/** Every refusal of this library in both languages; `{name}` is filled with the rejection's params. */
export const projectRefusalTexts = {
  'LEAD.INVALID': {
    zh: '线索有 {count} 处需要更正。',
    en: 'Expected a valid lead, but {count} fields are wrong.',
  },
  'LEAD.NAME_REQUIRED': { zh: '应填写项目名称，但此项为空。', en: 'Expected a project name, but it is empty.' },
  'LEAD.NAME_LENGTH': {
    zh: '项目名称应为 4 至 80 个字，但现在有 {length} 个字。',
    en: 'Expected a project name of 4 to 80 characters, but it has {length}.',
  },
  'LEAD.NAME_PLACEHOLDER': {
    zh: '应填写能识别项目的名称，但“{name}”只是占位。',
    en: 'Expected a name that tells the project, but “{name}” only holds a place.',
  },
  'LEAD.INVESTOR_REQUIRED': {
    zh: '应填写投资方或勾选暂不公开，但两者皆无。',
    en: 'Expected an investor or the mark that it stays confidential, but both are missing.',
  },
  'LEAD.INVESTOR_LENGTH': {
    zh: '投资方名称最多 120 个字，但现在有 {length} 个字。',
    en: 'Expected an investor of at most 120 characters, but it has {length}.',
  },
  'LEAD.INDUSTRY_REQUIRED': {
    zh: '应选择专班产业关键词，但此项为空。',
    en: 'Expected an industry keyword, but it is empty.',
  },
  'LEAD.BRIEF_REQUIRED': {
    zh: '应填写项目概况，但此项为空。',
    en: 'Expected a brief of the project, but it is empty.',
  },
  'LEAD.AMOUNT_REQUIRED': { zh: '应填写计划总投资，但此项为空。', en: 'Expected a total investment, but it is empty.' },
  'LEAD.AMOUNT_NOT_A_NUMBER': {
    zh: '金额应为数字（如 1,234.5），但现在是“{value}”。',
    en: 'Expected an amount such as 1,234.5, but it is “{value}”.',
  },
  'LEAD.AMOUNT_NOT_POSITIVE': {
    zh: '金额应大于 0，但现在是“{value}”。',
    en: 'Expected an amount greater than 0, but it is “{value}”.',
  },
  'LEAD.AMOUNT_TOO_LARGE': {
    zh: '金额超出可登记的范围：“{value}”。',
    en: 'Expected an amount below 100,000,000,000,000 万元, but it is “{value}”.',
  },
  'LEAD.AMOUNT_ORDER': {
    zh: '固定资产投资不应大于计划总投资，但现在大于。',
    en: 'Expected a fixed investment of at most the total investment, but it is larger.',
  },
  'LEAD.CURRENCY_UNIT_UNKNOWN': {
    zh: '金额单位应为 亿元、万元、亿美元、万美元 等，但现在是“{unit}”。',
    en: 'Expected a unit such as 亿元, 万元, 亿美元 or 万美元, but it is “{unit}”.',
  },
  'LEAD.RATE_INVALID': {
    zh: '汇率应为大于 0 的数字并注明日期和来源，但现在不完整。',
    en: 'Expected an exchange rate greater than 0 with its date and source, but it is incomplete.',
  },
  'LEAD.LANDING_UNIT_UNKNOWN': {
    zh: '落地区域应为新区的开发区或街镇，但没有“{unit}”。',
    en: 'Expected a development zone, street or town of Binhai, but “{unit}” is none.',
  },
  'LEAD.USCC_INVALID': {
    zh: '统一社会信用代码应符合 GB 32100，但“{value}”不符合（{problem}）。',
    en: 'Expected a unified social credit code by GB 32100, but “{value}” is none ({problem}).',
  },
  'LEAD.DATE_INVALID': {
    zh: '{field} 应为 2023、2023-05 或 2023-05-09 这样的日期，但现在是“{value}”。',
    en: 'Expected {field} as 2023, 2023-05 or 2023-05-09, but it is “{value}”.',
  },
  'LEAD.DATE_IN_FUTURE': {
    zh: '{field} 应为已经发生的日期，但“{value}”在今天之后。',
    en: 'Expected {field} to have happened, but “{value}” is after today.',
  },
  'LEAD.DATE_ORDER': {
    zh: '投产不应早于开工，但投产为“{operated}”，开工为“{started}”。',
    en: 'Expected operation not to be before start, but operation is “{operated}” and start “{started}”.',
  },
  'LEAD.TEXT_TOO_LONG': {
    zh: '{field} 最多 {limit} 个字，但现在有 {length} 个字。',
    en: 'Expected {field} of at most {limit} characters, but it has {length}.',
  },
  'LEAD.TEXT_UNREADABLE': {
    zh: '{field} 应为可读文字，但其中有无法识别的字符。',
    en: 'Expected {field} to be readable text, but it contains characters that are none.',
  },
  'LEAD.FORMULA': {
    zh: '单元格应为文字或数值，但 {field} 以公式符号开头。',
    en: 'Expected text or a number in a cell, but {field} starts like a formula.',
  },
  'LEAD.CAPITAL_TYPE_UNKNOWN': {
    zh: '资金类型应为 内资、外资 或 港澳台资，但现在是“{value}”。',
    en: 'Expected domestic, foreign or Hong Kong, Macao and Taiwan capital, but it is “{value}”.',
  },
  'LEAD.NUMBER_INVALID': {
    zh: '{field} 应为不小于 0 的数字，但现在是“{value}”。',
    en: 'Expected {field} to be a number not below 0, but it is “{value}”.',
  },
  'LEAD.FILER_WITHOUT_POST': {
    zh: '登记线索应由任职人员办理，但该账号没有岗位。',
    en: 'Expected a lead from somebody in a post, but this account has none.',
  },
  'PROJECT.NOT_FOUND': {
    zh: '找不到该项目：不存在，或您无权查看。',
    en: 'Expected a project, but there is none with this id that you may see.',
  },
  'PROJECT.ALREADY_REPORTED': {
    zh: '项目应为首次登记，但同一项目已经登记。',
    en: 'Expected a project that is new, but the same one is already reported.',
  },
  'PROJECT.ENTERPRISE_USCC_TAKEN': {
    zh: '落地企业的信用代码应未被使用，但已登记在另一个项目上。',
    en: 'Expected an enterprise that is new, but its credit code already belongs to another project.',
  },
  'PROJECT.DUPLICATE_OF_UNKNOWN': {
    zh: '应指明所重复的另一个项目，但没有这样的项目。',
    en: 'Expected another project that this one repeats, but there is none with this id.',
  },
  'PROJECT.CURSOR_INVALID': {
    zh: '翻页标记应来自上一页，但无法识别。',
    en: 'Expected the cursor of the page before, but it cannot be read.',
  },
  'IMPORT.NOT_FOUND': {
    zh: '找不到该次导入：不存在，或不是您发起的。',
    en: 'Expected an import of yours, but there is none with this id.',
  },
  'IMPORT.DUPLICATE': {
    zh: '该项目此前已登记为 {leadNo}。',
    en: 'This project is already registered as {leadNo}.',
  },
  'IMPORT.DUPLICATE_IN_FILE': {
    zh: '该项目与本文件第 {row} 行相同。',
    en: 'This project is the same as that in row {row} of the file.',
  },
  'IMPORT.ROW_NOT_STORABLE': {
    zh: '该行应能登记，但数据库拒绝了它（{reason}）。',
    en: 'Expected a row that can be stored, but the database refuses it ({reason}).',
  },
  'IMPORT.FILE_MISSING': {
    zh: '应上传名为 file 的文件，但没有收到。',
    en: "Expected a file in the field 'file', but there is none.",
  },
  'IMPORT.FILE_EMPTY': { zh: '文件应有内容，但它是空的。', en: 'Expected a file with content, but it is empty.' },
  'IMPORT.FILE_TOO_LARGE': {
    zh: '文件最大 {limit} MB，但此文件更大。',
    en: 'Expected a file of at most {limit} MB, but it is larger.',
  },
  'IMPORT.FORMAT_UNKNOWN': {
    zh: '文件应为 CSV 或 XLSX，但它两者都不是。',
    en: 'Expected a CSV or XLSX file, but it is neither.',
  },
  'IMPORT.XLSX_BROKEN': {
    zh: '文件应为 XLSX 工作簿，但无法读取。',
    en: 'Expected an XLSX workbook, but it cannot be read.',
  },
  'IMPORT.CSV_BROKEN': {
    zh: '文件应为 CSV 表格，但第 {line} 行附近的引号或列不完整。',
    en: 'Expected a CSV table, but quotes or cells near line {line} are incomplete.',
  },
  'IMPORT.ENCODING_UNKNOWN': {
    zh: '文件应为 UTF-8 或 GB18030 编码，但它两者都不是。',
    en: 'Expected a file in UTF-8 or GB18030, but it is in neither.',
  },
  'IMPORT.COLUMN_MISSING': {
    zh: '表头应有“{column}”列，但没有找到（请检查表头和文件编码）。',
    en: "Expected a column '{column}' in the first row, but there is none (check the header and the encoding).",
  },
  'IMPORT.COLUMN_TWICE': {
    zh: '每列只应出现一次，但“{column}”出现了两次。',
    en: "Expected each column once, but '{column}' is there twice.",
  },
  'IMPORT.NO_ROWS': { zh: '表格应有数据行，但只有表头。', en: 'Expected rows below the header, but there are none.' },
  'IMPORT.TOO_MANY_ROWS': {
    zh: '一次最多导入 {limit} 行，但文件更长。',
    en: 'Expected at most {limit} rows, but the file is longer.',
  },
} as const satisfies Record<string, LocalizedText>;

export type ProjectRefusalCode = keyof typeof projectRefusalTexts;

/** How fields and kinds of mistakes are called in the sentences. */
const WORDS: Readonly<Record<string, LocalizedText>> = {
  projectName: { zh: '项目名称', en: 'the project name' },
  investorName: { zh: '投资方', en: 'the investor' },
  investorOrigin: { zh: '投资方来源地', en: "the investor's origin" },
  investorUscc: { zh: '投资方信用代码', en: "the investor's credit code" },
  industryFocus: { zh: '专班产业关键词', en: 'the industry keyword' },
  industryCode: { zh: '行业代码', en: 'the industry code' },
  totalInvestment: { zh: '计划总投资', en: 'the total investment' },
  fixedInvestment: { zh: '固定资产投资', en: 'the fixed investment' },
  landNeed: { zh: '用地', en: 'the land needed' },
  outputPlan: { zh: '达产产值', en: 'the planned output' },
  landingUnit: { zh: '落地区域', en: 'the landing unit' },
  contact: { zh: '联系方式', en: 'the contact' },
  brief: { zh: '项目概况', en: 'the brief' },
  enterpriseName: { zh: '落地企业', en: 'the enterprise' },
  enterpriseUscc: { zh: '落地企业信用代码', en: "the enterprise's credit code" },
  signedOn: { zh: '签约日期', en: 'the signing date' },
  registeredOn: { zh: '注册日期', en: 'the registration date' },
  startedOn: { zh: '开工日期', en: 'the start date' },
  operatedOn: { zh: '投产日期', en: 'the operation date' },
  rateOn: { zh: '汇率日期', en: "the rate's date" },
  sourceId: { zh: '来源编号', en: 'the source number' },
  sourceDate: { zh: '来源日期', en: 'the source date' },
  sourceType: { zh: '线索来源', en: 'the source' },
  stageReported: { zh: '所报阶段', en: 'the reported stage' },
  certainty: { zh: '可信度', en: 'the certainty' },
  'uscc.length': { zh: '应为 18 位', en: 'it needs 18 characters' },
  'uscc.character': { zh: '含有不允许的字符', en: 'it has a character that is not allowed' },
  'uscc.area': { zh: '第 3 至 8 位应为数字', en: 'characters 3 to 8 must be digits' },
  'uscc.checkDigit': { zh: '校验位不符', en: 'its check character is wrong' },
};

const fill = (template: string, params: RejectionParams, language: keyof LocalizedText): string =>
  template.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = String(params[name] ?? '');
    return name === 'field' || name === 'problem' ? (WORDS[value]?.[language] ?? value) : value;
  });

/** Says a refusal in both languages. */
export const sayRefusal = (code: ProjectRefusalCode, params: RejectionParams = {}): LocalizedText => ({
  zh: fill(projectRefusalTexts[code].zh, params, 'zh'),
  en: fill(projectRefusalTexts[code].en, params, 'en'),
});

/** Tells whether a stored code is one of this library's. */
export const isProjectRefusalCode = (code: string): code is ProjectRefusalCode => code in projectRefusalTexts;

/** Refuses with one of this library's sentences. */
export const refuse = (code: ProjectRefusalCode, status: number, params: RejectionParams = {}): Rejection =>
  new Rejection({ code, status, message: sayRefusal(code, params).en, params });

/** Names one wrong field. */
export const fieldProblem = (path: string, code: ProjectRefusalCode, params: RejectionParams = {}): FieldProblem => {
  const known = { field: path, ...params };
  return { path, code, detail: sayRefusal(code, known).en, params: known };
};
