import type { LocalizedText } from '@landfall/process-definition';
import { refusing } from '../../meeting-parts/v1/refusals';

/** Every refusal of a meeting of the leading group in both languages; `{name}` is filled with the problem's params. */
export const specialMeetingRefusalTexts = {
  'SPECIAL_MEETING.PLAN_INCOMPLETE': {
    zh: '直接定会应同时填写日期、时间和地点，也可以都不填、由办公室拟定，但现在缺少：{missing}。',
    en: 'Expected date, time and place together, or none of them for the office to plan, but these are missing: {missing}.',
  },
  'SPECIAL_MEETING.SAME_CHAIR': {
    zh: '应更换为另一位主持人，但现在的主持人就是所选岗位。',
    en: 'Expected another chair, but this post chairs the meeting already.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const refuse = refusing<keyof typeof specialMeetingRefusalTexts>(specialMeetingRefusalTexts);
