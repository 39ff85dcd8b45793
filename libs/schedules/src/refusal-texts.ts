import { type LocalizedText, Rejection, type RejectionParams } from '@landfall/process-definition';

/** Every refusal about schedules in both languages; `{name}` is filled with the rejection's params. */
export const scheduleRefusalTexts = {
  'SCHEDULE.NOT_FOUND': {
    zh: '应为已有的定时任务，但没有“{key}”。',
    en: "Expected a schedule of the list, but there is no '{key}'.",
  },
  'SCHEDULE.RUNS_BY_ITSELF': {
    zh: '“{key}”由系统自行运行，只能查看，不能暂停或立即运行。',
    en: "Expected a schedule that can be operated, but '{key}' runs by itself and is only shown.",
  },
  'SCHEDULE.PAUSED_ALREADY': {
    zh: '定时任务应在运行，但“{key}”已经暂停。',
    en: "Expected schedule '{key}' to be going, but it is paused.",
  },
  'SCHEDULE.NOT_PAUSED': {
    zh: '定时任务应已暂停，但“{key}”没有暂停。',
    en: "Expected schedule '{key}' to be paused, but it is not.",
  },
  'SCHEDULE.UNDER_WAY': {
    zh: '立即运行应等上一次结束，但“{key}”正在运行或等待运行。',
    en: "Expected the last run of schedule '{key}' to have ended, but it is due or under way.",
  },
  'SCHEDULE.CURSOR_INVALID': {
    zh: '应使用上一页给出的翻页标识，但它无法识别，请回到第一页。',
    en: 'Expected the cursor of an earlier page, but it is none.',
  },
} as const satisfies Record<string, LocalizedText>;

const fill = (template: string, params: RejectionParams): string =>
  template.replace(/\{(\w+)\}/g, (_match, name: string) => String(params[name] ?? ''));

/** Refuses with one of these sentences. */
export const refuse = (
  code: keyof typeof scheduleRefusalTexts,
  status: number,
  params: RejectionParams = {},
): Rejection => new Rejection({ code, status, message: fill(scheduleRefusalTexts[code].en, params), params });
