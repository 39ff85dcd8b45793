import { type FieldProblem, type LocalizedText, Rejection, type RejectionParams } from '@landfall/process-definition';

/** Every refusal of this library in both languages; `{name}` is filled with the rejection's params. */
export const workingTimeRefusalTexts = {
  'CALENDAR.CHANGED_MEANWHILE': {
    zh: '工作日历应仍为第 {basedOn} 版，但已更新为第 {current} 版，请重新预览。',
    en: 'Expected the calendar to be still version {basedOn}, but it is version {current} now; please preview again.',
  },
  'CALENDAR.NOTHING_CHANGES': {
    zh: '应对工作日历有所更改，但内容与现行日历相同。',
    en: 'Expected a change of the calendar, but it says what the calendar says already.',
  },
  'CALENDAR.CHANGE_INVALID': {
    zh: '日历更改应填写正确，但有 {count} 处有误。',
    en: 'Expected a valid change of the calendar, but {count} entries are wrong.',
  },
  'CALENDAR.YEAR_INVALID': {
    zh: '年份应在 2000 至 2100 之间，但现在是“{year}”。',
    en: 'Expected a year from 2000 to 2100, but it is “{year}”.',
  },
  'CALENDAR.DAY_INVALID': {
    zh: '日期应为 2027-01-01 这样的日期，但现在是“{day}”。',
    en: 'Expected a day such as 2027-01-01, but it is “{day}”.',
  },
  'CALENDAR.DAY_OUTSIDE_YEAR': {
    zh: '{day} 应在 {year} 年内（元旦可始于上年 12 月底），但不在。',
    en: "Expected {day} to lie in {year} (New Year's Day may begin in the last days of December), but it does not.",
  },
  'CALENDAR.DAY_TWICE': {
    zh: '每个日期只应出现一次，但 {day} 出现了两次。',
    en: 'Expected each day once, but {day} is there twice.',
  },
  'CALENDAR.NEW_YEAR_MISSING': {
    zh: '放假安排应包含 {day}（元旦），但没有，请核对年份。',
    en: "Expected {day} (New Year's Day) among the days off, but it is missing; please check the year.",
  },
  'CALENDAR.MAKE_UP_NOT_WEEKEND': {
    zh: '调休上班日应为周六或周日，但 {day} 不是。',
    en: 'Expected a make-up workday on a Saturday or Sunday, but {day} is neither.',
  },
  'CALENDAR.TEXT_REQUIRED': { zh: '此项应有内容，但它是空的。', en: 'Expected a text, but it is empty.' },
  'CALENDAR.NOTICE_UNREADABLE': {
    zh: '应粘贴国务院办公厅放假通知的全文，但没有找到年份和放假日期。',
    en: 'Expected the text of a notice of the State Council, but found no year and no days off in it.',
  },
  'CALENDAR.HOURS_INVALID': {
    zh: '工作时段应为 08:30 这样的时间且先后有序、互不重叠，但“{hours}”不是。',
    en: 'Expected hours such as 08:30, in order and apart from each other, but “{hours}” are not.',
  },
  'CALENDAR.EXCEPTION_UNKNOWN': {
    zh: '应取消已有的单位例外，但“{unit}”在 {day} 没有例外。',
    en: "Expected to remove a unit's exception, but '{unit}' has none on {day}.",
  },
} as const satisfies Record<string, LocalizedText>;

export type WorkingTimeRefusalCode = keyof typeof workingTimeRefusalTexts;

const fill = (template: string, params: RejectionParams): string =>
  template.replace(/\{(\w+)\}/g, (_match, name: string) => String(params[name] ?? ''));

/** Refuses with one of this library's sentences. */
export const refuse = (
  code: WorkingTimeRefusalCode,
  status: number,
  params: RejectionParams = {},
  problems: readonly FieldProblem[] = [],
): Rejection =>
  new Rejection({ code, status, message: fill(workingTimeRefusalTexts[code].en, params), params, problems });

/** Names one wrong entry. */
export const problem = (path: string, code: WorkingTimeRefusalCode, params: RejectionParams = {}): FieldProblem => ({
  path,
  code,
  detail: fill(workingTimeRefusalTexts[code].en, params),
  params,
});
