import type { LocalizedText } from '@landfall/process-definition';
import { refusing } from '../../meeting-parts/v1/refusals';

/** Every refusal of a conference in both languages; `{name}` is filled with the problem's params. */
export const conferenceRefusalTexts = {
  'CONFERENCE.BEFORE_WINDOW': {
    zh: '会议日期应在会期 {from} 至 {to} 之内，但填写的是 {on}。',
    en: 'Expected a date in the window from {from} to {to}, but it is {on}.',
  },
  'CONFERENCE.REPORTS_MISSING': {
    zh: '截止前结束征集，应全部单位已报送，但还有 {count} 个未报：{units}。',
    en: 'Expected every unit to have reported before the collecting is closed early, but {count} have not: {units}.',
  },
  'CONFERENCE.SPEAKER_NOT_MEMBER': {
    zh: '汇报发言单位应为领导小组成员单位，但 {units} 不是。',
    en: 'Expected the speakers to be member units, but these are none: {units}.',
  },
  'CONFERENCE.DELAY_UNEXPLAINED': {
    zh: '会期已于 {to} 结束，逾期召开应说明原因，但尚未说明。',
    en: 'Expected a reason, because the window ended on {to}, but nobody has given one.',
  },
  'CONFERENCE.NEW_DATE_PASSED': {
    zh: '新的召开日期应在今天之后，但填写的是 {on}。',
    en: 'Expected a new date after today, but it is {on}.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const refuse = refusing<keyof typeof conferenceRefusalTexts>(conferenceRefusalTexts);
