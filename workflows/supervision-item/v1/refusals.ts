import type { FieldProblem, LocalizedText, RejectionParams } from '@landfall/process-definition';

/** Every refusal of this process in both languages; `{name}` is filled with the problem's params. */
export const supervisionItemRefusalTexts = {
  'SUPERVISION_ITEM.DATE_NOT_IN_FUTURE': {
    zh: '应填写今天之后的日期，但 {on} 不是。',
    en: 'Expected a date after today, but {on} is not.',
  },
  'SUPERVISION_ITEM.DATE_IN_FUTURE': {
    zh: '应填写已经发生的日期，但 {on} 在今天之后。',
    en: 'Expected a date that has come, but {on} is after today.',
  },
  'SUPERVISION_ITEM.DUE_DATE_PASSED': {
    zh: '立项时办结期限应在今天之后，但 {on} 不是，请重新填写期限。',
    en: 'Expected a due date after today, but {on} is not: give a new one.',
  },
  'SUPERVISION_ITEM.NOT_LATER': {
    zh: '延期应晚于现办结期限 {dueOn}，但填写的是 {on}。',
    en: 'Expected a date after the present due date {dueOn}, but it is {on}.',
  },
  'SUPERVISION_ITEM.EXTENSIONS_USED_UP': {
    zh: '一个督办事项最多延期 {limit} 次，但已延期 {count} 次。',
    en: 'Expected at most {limit} extensions of an item, but it has had {count}.',
  },
  'SUPERVISION_ITEM.LEAD_ALSO_ASSISTS': {
    zh: '主办单位不应同时协办，但 {unit} 两者都是。',
    en: 'Expected the lead unit not to assist, but {unit} does both.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type SupervisionItemRefusal = keyof typeof supervisionItemRefusalTexts;

/** One refused field; the sentence is the English text with its params filled in. */
export const refuse = (path: string, code: SupervisionItemRefusal, params: RejectionParams = {}): FieldProblem => ({
  path,
  code,
  detail: Object.entries(params).reduce<string>(
    (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
    supervisionItemRefusalTexts[code].en,
  ),
  params,
});
