import type { LocalizedText } from '@landfall/process-definition';

/** A phrase that everybody has. */
export interface OfficePhrase {
  readonly key: string;
  readonly text: LocalizedText;
}

const phrase = (key: string, zh: string, en: string): OfficePhrase => ({ key, text: { zh, en } });

/** 常用语 that the office gives everybody, in the order they are offered. */
export const OFFICE_PHRASES: readonly OfficePhrase[] = [
  phrase('agree', '同意。', 'Agreed.'),
  phrase('agree-as-proposed', '同意，请按程序办理。', 'Agreed; please proceed by the rules.'),
  phrase('agree-submit', '拟同意，呈领导审定。', 'Agreement proposed; submitted for decision.'),
  phrase('no-objection', '经研究，无不同意见。', 'Considered; no objection.'),
  phrase('read', '已阅。', 'Noted.'),
  phrase('supplement', '请补充材料后再报。', 'Please complete the material and submit it again.'),
  phrase('verify', '请核实有关情况后再报。', 'Please verify the facts and submit again.'),
  phrase(
    'coordinate',
    '请主办单位会同有关单位研究提出意见。',
    'The lead unit is asked for a joint opinion with the units concerned.',
  ),
  phrase('on-schedule', '请按时限要求抓紧办理，并及时反馈。', 'Please handle this within its limit and report back.'),
  phrase('defer', '条件尚不具备，建议暂缓。', 'The conditions are not met yet; suggest to defer.'),
  phrase('disagree', '不同意，理由如下：', 'Not agreed, for these reasons:'),
];
