import type { FieldProblem, LocalizedText, RejectionParams } from '@landfall/process-definition';

/** Every refusal of this process in both languages; `{name}` is filled with the problem's params. */
export const issueRefusalTexts = {
  'ISSUE.DATE_NOT_IN_FUTURE': {
    zh: '应填写今天之后的日期，但 {on} 不是。',
    en: 'Expected a date after today, but {on} is not.',
  },
  'ISSUE.LEVEL_NOT_HIGHER': {
    zh: '提级应提到更高层级，但现已在第 {level} 级。',
    en: 'Expected a higher level to jump to, but the issue is on level {level} already.',
  },
  'ISSUE.LEAD_ALSO_ASSISTS': {
    zh: '主办单位不应同时协办，但 {unit} 两者都是。',
    en: 'Expected the lead unit not to assist, but {unit} does both.',
  },
  'ISSUE.MEETING_AWAITED': {
    zh: '应在已提出的推动申请得到答复后再申请，但它尚未得到答复。',
    en: 'Expected the push request that was made before to be answered first, but it has not been.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type IssueRefusal = keyof typeof issueRefusalTexts;

/** One refused field; the sentence is the English text with its params filled in. */
export const refuse = (path: string, code: IssueRefusal, params: RejectionParams = {}): FieldProblem => ({
  path,
  code,
  detail: Object.entries(params).reduce<string>(
    (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
    issueRefusalTexts[code].en,
  ),
  params,
});
