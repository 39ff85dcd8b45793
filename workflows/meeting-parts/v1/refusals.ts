import type { FieldProblem, LocalizedText, RejectionParams } from '@landfall/process-definition';

/** Every refusal of a meeting in both languages; `{name}` is filled with the problem's params. */
export const meetingRefusalTexts = {
  'MEETING.DATE_NOT_AHEAD': {
    zh: '会议日期应在 {earliest} 或之后（会前至少 {days} 个工作日发出通知），但填写的是 {on}。',
    en: 'Expected a date on or after {earliest} (the notice goes out {days} working days before), but it is {on}.',
  },
  'MEETING.TIME_INVALID': {
    zh: '会议时间应为 24 小时制的“时:分”，例如 14:30，但填写的是“{time}”。',
    en: "Expected a time of day like 14:30, but it is '{time}'.",
  },
  'MEETING.DAY_NOT_COME': {
    zh: '会议定于 {on}，当天方可开会；如需提前请改期。',
    en: 'Expected to open the meeting on {on} or later: move it to open it sooner.',
  },
  'MEETING.QUORUM_NOT_MET': {
    zh: '应有至少 {needed} 个研判单位到会或提交书面意见，目前 {met} 个（共 {of} 个）；请改期，或由召集单位负责人说明理由后开会。',
    en: 'Expected at least {needed} of {of} reviewing units to be there or to have written, but it is {met}: move the meeting, or let the head of a convening unit open it with a reason.',
  },
  'MEETING.QUORUM_WAIVED_BY_OTHERS': {
    zh: '未达到参会要求时，应由召集单位负责人决定开会，但您不是。',
    en: 'Expected the head of a convening unit to open a meeting without its quorum, but you are not.',
  },
  'MEETING.ITEMS_NOT_SETTLED': {
    zh: '散会前每个议题都应有结论或暂缓，但还有 {count} 个没有：{items}。',
    en: 'Expected every item to be concluded or deferred before the session closes, but {count} are not: {items}.',
  },
  'MEETING.RESOLUTION_INCOMPLETE': {
    zh: '纪要印发前，每个议定事项都应写明责任单位、完成时限和验收标准，但“{text}”缺少：{missing}。',
    en: "Expected unit, deadline and acceptance criterion of every resolution before the minutes are issued, but '{text}' lacks: {missing}.",
  },
  'MEETING.DUE_DATE_PASSED': {
    zh: '完成时限应在今天之后，但填写的是 {on}。',
    en: 'Expected a deadline after today, but it is {on}.',
  },
  'MEETING.PRESENTER_REVIEWS': {
    zh: '汇报单位不对自己的议题提意见，但 {unit} 两者都是。',
    en: 'Expected the presenting unit not to judge its own item, but {unit} does both.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type MeetingRefusal = keyof typeof meetingRefusalTexts;

/** Says one refused field in the words of a list; the sentence is the English text with its params filled in. */
export const refusing =
  <Code extends string>(texts: Readonly<Record<Code, LocalizedText>>) =>
  (path: string, code: Code, params: RejectionParams = {}): FieldProblem => ({
    path,
    code,
    detail: Object.entries(params).reduce<string>(
      (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
      texts[code].en,
    ),
    params,
  });

export const refuse = refusing<MeetingRefusal>(meetingRefusalTexts);
