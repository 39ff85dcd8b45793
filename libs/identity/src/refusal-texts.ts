import { type LocalizedText, Rejection, type RejectionParams } from '@landfall/process-definition';

/** Refusals about standing in for somebody and leaving a post, in both languages; `{name}` is filled with the params. */
export const identityRefusalTexts = {
  'SUBSTITUTION.SELF': {
    zh: '代理人应为他人，但选择的是本人。',
    en: 'Expected somebody else as substitute, but it is the same person.',
  },
  'SUBSTITUTION.ADMINISTRATOR': {
    zh: '系统、安全、审计管理员的职责不得代理，但“{name}”是管理员。',
    en: "Expected two people without an administrator's post, but '{name}' is an administrator.",
  },
  'SUBSTITUTION.NOT_ACTIVE': {
    zh: '委托人和代理人都应为在用账号并担任岗位，但“{name}”不是。',
    en: "Expected two open accounts that hold posts, but '{name}' is none.",
  },
  'SUBSTITUTION.NOT_ALLOWED': {
    zh: '代理应由本人或本单位负责人设置、结束，但您不是。',
    en: 'Expected the person concerned or whoever heads the unit, but you are neither.',
  },
  'SUBSTITUTION.OVERLAPS': {
    zh: '同一代理人的代理期不应重叠，但自 {from} 至 {to} 已有代理。',
    en: 'Expected days on which this substitute does not act yet, but from {from} to {to} the same substitution stands.',
  },
  'SUBSTITUTION.DAYS_REVERSED': {
    zh: '结束日应不早于开始日，但 {to} 早于 {from}。',
    en: 'Expected a last day that is not before the first, but {to} is before {from}.',
  },
  'SUBSTITUTION.DAYS_PAST': {
    zh: '代理不得倒填日期，应自今天（{today}）或以后开始，但填写的是 {from}。',
    en: 'Expected a first day of today ({today}) or later, but it is {from}.',
  },
  'SUBSTITUTION.TOO_LONG': {
    zh: '一次代理最长 {limit} 天，但现在有 {days} 天。',
    en: 'Expected at most {limit} days at a time, but these are {days}.',
  },
  'SUBSTITUTION.REASON_INVALID': {
    zh: '代理事由应为 1 至 {limit} 个字，但现在有 {length} 个字。',
    en: 'Expected a reason of 1 to {limit} characters, but it has {length}.',
  },
  'SUBSTITUTION.NOT_FOUND': {
    zh: '应为已有的代理设置，但没有这一项。',
    en: 'Expected a substitution, but there is none with this id.',
  },
  'SUBSTITUTION.OVER': {
    zh: '代理应尚未结束，但已经结束。',
    en: 'Expected a substitution that has not ended, but it has.',
  },
  'HANDOVER.NOT_ALLOWED': {
    zh: '岗位交接应由安全管理员或本单位负责人办理（负责人岗位由本人或安全管理员办理），但您不是。',
    en: "Expected the security administrator or the head of the unit (for a head's post the head himself), but you are neither.",
  },
  'HANDOVER.SUCCESSOR_SAME': {
    zh: '接任人应为他人，但选择的是交接人本人。',
    en: 'Expected somebody else as successor, but it is the same person.',
  },
  'HANDOVER.SUCCESSOR_NOT_ACTIVE': {
    zh: '接任人应为在用账号，但“{name}”不是。',
    en: "Expected an open account as successor, but '{name}' is none.",
  },
  'HANDOVER.REASON_INVALID': {
    zh: '交接事由应为 1 至 {limit} 个字，但现在有 {length} 个字。',
    en: 'Expected a reason of 1 to {limit} characters, but it has {length}.',
  },
} as const satisfies Record<string, LocalizedText>;

type IdentityRefusalCode = keyof typeof identityRefusalTexts;

const fill = (template: string, params: RejectionParams): string =>
  template.replace(/\{(\w+)\}/g, (_match, name: string) => String(params[name] ?? ''));

/** Refuses with one of these sentences. */
export const refuse = (code: IdentityRefusalCode, status: number, params: RejectionParams = {}): Rejection =>
  new Rejection({ code, status, message: fill(identityRefusalTexts[code].en, params), params });
