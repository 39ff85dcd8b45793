import { type LocalizedText, Rejection, type RejectionParams } from '@landfall/process-definition';

/** Every refusal of this library in both languages; `{name}` is filled with the rejection's params. */
export const notificationRefusalTexts = {
  'NOTICE.NOT_FOUND': {
    zh: '应为发给您的消息，但没有这条消息。',
    en: 'Expected a notice to you, but there is none with this id.',
  },
  'NOTICE_PREFERENCE.EMAIL_INVALID': {
    zh: '应填写一个邮箱地址，但“{email}”不是。',
    en: "Expected an e-mail address, but it is '{email}'.",
  },
  'NOTICE_PREFERENCE.TIME_INVALID': {
    zh: '免打扰时间应为 00:00 至 23:59，但现在是“{time}”。',
    en: "Expected a time of day from 00:00 to 23:59, but it is '{time}'.",
  },
} as const satisfies Record<string, LocalizedText>;

type NotificationRefusalCode = keyof typeof notificationRefusalTexts;

const fill = (template: string, params: RejectionParams): string =>
  template.replace(/\{(\w+)\}/g, (_match, name: string) => String(params[name] ?? ''));

/** Refuses with one of this library's sentences. */
export const refuse = (code: NotificationRefusalCode, status: number, params: RejectionParams = {}): Rejection =>
  new Rejection({ code, status, message: fill(notificationRefusalTexts[code].en, params), params });
