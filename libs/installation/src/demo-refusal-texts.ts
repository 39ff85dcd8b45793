import { type LocalizedText, Rejection } from '@landfall/process-definition';

/** Every refusal about the clock of a demonstration in both languages. */
export const demoClockRefusalTexts = {
  'DEMO_CLOCK.MOVING': {
    zh: '演示时钟应等上一次推进结束，但它正在推进。',
    en: 'Expected the clock of the demonstration to stand, but it is being moved.',
  },
  'DEMO_CLOCK.NOT_MOVING': {
    zh: '演示时钟应正在推进才能停止，但它没有在推进。',
    en: 'Expected the clock of the demonstration to be moving, but it is not.',
  },
  'DEMO_CLOCK.TARGET': {
    zh: '演示时钟只能向前推进，一次最多 400 天，但所选时刻不在此范围。',
    en: 'Expected a time that lies ahead, at most 400 days, but it does not.',
  },
} as const satisfies Record<string, LocalizedText>;

/** Refuses with one of these sentences. */
export const refuseMove = (code: keyof typeof demoClockRefusalTexts, status: number): Rejection =>
  new Rejection({ code, status, message: demoClockRefusalTexts[code].en });
