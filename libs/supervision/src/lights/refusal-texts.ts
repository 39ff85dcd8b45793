import { type LocalizedText, Rejection, type RejectionParams } from '@landfall/process-definition';

/** Every refusal about lights in both languages; `{name}` is filled with the rejection's params. */
export const lightRefusalTexts = {
  'LIGHT.PROJECT_NOT_FOUND': {
    zh: '应为已有的项目，但没有这个项目。',
    en: 'Expected a project, but there is none with this id.',
  },
  'LIGHT.NOT_YET_READ': {
    zh: '项目应已亮灯，但它是新的，尚未计算，请稍后再看。',
    en: 'Expected the light of the project to have been read, but it is new.',
  },
  'LIGHT.PROJECT_STANDS_STILL': {
    zh: '应为推进中的项目才能人工调整亮灯，但它已暂停或结束。',
    en: 'Expected a running project to set its light by hand, but it is suspended or closed.',
  },
  'LIGHT.OVERRIDE_REASON_MISSING': {
    zh: '人工调整亮灯应说明理由（至少 {shortest} 个字），但没有说明清楚。',
    en: 'Expected a reason of at least {shortest} characters for setting a light by hand, but there is none.',
  },
  'LIGHT.OVERRIDE_PERIOD': {
    zh: '人工调整的有效期应为 {first} 至 {last}，但填写的是“{until}”。',
    en: "Expected the light set by hand to hold until a day from {first} to {last}, but it is '{until}'.",
  },
  'LIGHT.OVERRIDE_NOT_FOUND': {
    zh: '应有正在生效的人工亮灯，但没有。',
    en: 'Expected a light set by hand to be in force, but there is none.',
  },
  'LIGHT.CURSOR_INVALID': {
    zh: '应使用上一页给出的翻页标识，但它无法识别，请回到第一页。',
    en: 'Expected the cursor of an earlier page, but it is none.',
  },
} as const satisfies Record<string, LocalizedText>;

const fill = (template: string, params: RejectionParams): string =>
  template.replace(/\{(\w+)\}/g, (_match, name: string) => String(params[name] ?? ''));

/** Refuses with one of these sentences. */
export const refuse = (code: keyof typeof lightRefusalTexts, status: number, params: RejectionParams = {}): Rejection =>
  new Rejection({ code, status, message: fill(lightRefusalTexts[code].en, params), params });
