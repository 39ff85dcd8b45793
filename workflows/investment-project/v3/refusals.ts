import type { FieldProblem, LocalizedText, RejectionParams } from '@landfall/process-definition';

/** Every refusal of this process in both languages; `{name}` is filled with the problem's params. */
export const investmentProjectRefusalTexts = {
  'INVESTMENT_PROJECT.DATE_IN_FUTURE': {
    zh: '应填写已经发生的日期，但 {on} 在今天之后。',
    en: 'Expected a date that has come, but {on} is after today.',
  },
  'INVESTMENT_PROJECT.DATE_NOT_IN_FUTURE': {
    zh: '应填写今天之后的日期，但 {on} 不是。',
    en: 'Expected a date after today, but {on} is not.',
  },
  'INVESTMENT_PROJECT.OPERATED_BEFORE_START': {
    zh: '投产不应早于开工，但投产为 {on}，开工为 {before}。',
    en: 'Expected operation not before start, but operation is {on} and start {before}.',
  },
  'INVESTMENT_PROJECT.PRODUCTION_BEFORE_START': {
    zh: '约定投产不应早于约定开工，但投产为 {on}，开工为 {before}。',
    en: 'Expected agreed production not before agreed start, but production is {on} and start {before}.',
  },
  'INVESTMENT_PROJECT.END_BEFORE_START': {
    zh: '协议期满不应早于约定开工，但期满为 {on}，开工为 {before}。',
    en: 'Expected the agreement to end after the agreed start, but it ends on {on} and start is {before}.',
  },
  'INVESTMENT_PROJECT.REQUIRED_HERE': {
    zh: '此处应填写该项，但它为空：{reasonZh}。',
    en: 'Expected this field here, but it is empty: {reason}.',
  },
  'INVESTMENT_PROJECT.LEAD_ALSO_ASSISTS': {
    zh: '主责专班只能有一个且不能同时协办，但 {unit} 两者都是。',
    en: 'Expected the lead task force not to assist, but {unit} does both.',
  },
  'INVESTMENT_PROJECT.NOT_A_TASK_FORCE': {
    zh: '协办单位应为区级部门专班（D01–D18），但“{unit}”不是。',
    en: 'Expected a department task force (D01 to D18), but “{unit}” is none.',
  },
  'INVESTMENT_PROJECT.FIXED_EXCEEDS_TOTAL': {
    zh: '固定资产投资不应大于计划总投资，但 {part} 大于 {whole} 万元。',
    en: 'Expected fixed investment of at most the total, but {part} is more than {whole} (万元).',
  },
  'INVESTMENT_PROJECT.EQUIPMENT_EXCEEDS_FIXED': {
    zh: '设备投资不应大于固定资产投资，但 {part} 大于 {whole} 万元。',
    en: 'Expected equipment investment of at most the fixed investment, but {part} is more than {whole} (万元).',
  },
  'INVESTMENT_PROJECT.FUND_SOURCES_SUM': {
    zh: '自有、贷款、基金比例之和应为 100，但现在是 {sum}。',
    en: 'Expected own, loan and fund shares to sum to 100, but they sum to {sum}.',
  },
  'INVESTMENT_PROJECT.FORBIDDEN_CLAUSE': {
    zh: '政策条款不应含有“{clause}”（公平竞争审查条例），但现在含有；如属误判，请在“条款说明”中说明（不少于 20 字）。',
    en: 'Expected no “{clause}” in the policy clauses (fair-competition rules), but it is there; explain it in at least 20 characters if it only looks so.',
  },
  'INVESTMENT_PROJECT.SELF_REVIEW_MISSING': {
    zh: '提交前应完成起草单位公平竞争初审，但尚未勾选。',
    en: 'Expected the drafting unit to have made its own fair-competition check, but it is not marked.',
  },
  'INVESTMENT_PROJECT.SUSPENSION_NEEDS_OFFICE': {
    zh: '暂停超过 {limit} 天应由领导小组办公室办理，但现在为 {days} 天。',
    en: 'Expected the office to suspend for more than {limit} days, but this is {days} days.',
  },
  'INVESTMENT_PROJECT.SCORE_NOT_COMPUTABLE': {
    zh: '没有用地数据，此项无法按填报数据计算，应由负责人评分，但它为空。',
    en: 'Expected this score from the head, because without land it cannot be computed, but it is empty.',
  },
  'INVESTMENT_PROJECT.LEVEL_WITHOUT_REASON': {
    zh: '人工调整项目级别应说明理由，但理由为空。',
    en: 'Expected a reason for setting the level by hand, but it is empty.',
  },
  'INVESTMENT_PROJECT.NOTHING_TO_CORRECT': {
    zh: '更正应至少填写一项数据，但全部为空。',
    en: 'Expected at least one corrected fact, but there is none.',
  },
  'INVESTMENT_PROJECT.MILESTONE_KNOWN': {
    zh: '该里程碑应尚未登记，但已登记为 {on}。',
    en: 'Expected a milestone that is not recorded yet, but it is recorded as {on}.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type InvestmentProjectRefusal = keyof typeof investmentProjectRefusalTexts;

/** One refused field; the sentence is the English text with its params filled in. */
export const refuse = (path: string, code: InvestmentProjectRefusal, params: RejectionParams = {}): FieldProblem => ({
  path,
  code,
  detail: Object.entries(params).reduce<string>(
    (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
    investmentProjectRefusalTexts[code].en,
  ),
  params,
});
