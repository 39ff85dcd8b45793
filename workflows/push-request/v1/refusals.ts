import type { FieldProblem, LocalizedText, RejectionParams } from '@landfall/process-definition';

/** Every refusal of this process in both languages; `{name}` is filled with the problem's params. */
export const pushRequestRefusalTexts = {
  'PUSH_REQUEST.UNITS_MISSING': {
    zh: '应至少有一个出会研究的部门（主责专班和落地区域负责汇报，不计在内），但现在没有。',
    en: 'Expected at least one unit that sits and decides besides those that present it, but there is none.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type PushRequestRefusal = keyof typeof pushRequestRefusalTexts;

/** One refused field; the sentence is the English text with its params filled in. */
export const refuse = (path: string, code: PushRequestRefusal, params: RejectionParams = {}): FieldProblem => ({
  path,
  code,
  detail: Object.entries(params).reduce<string>(
    (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
    pushRequestRefusalTexts[code].en,
  ),
  params,
});
