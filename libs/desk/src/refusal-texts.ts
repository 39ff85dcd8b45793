import { type LocalizedText, Rejection, type RejectionParams } from '@landfall/process-definition';

/** Every refusal of this library in both languages; `{name}` is filled with the rejection's params. */
export const deskRefusalTexts = {
  'INBOX_FILTER.NAME_INVALID': {
    zh: '筛选名称应为 1 至 {limit} 个字，但现在有 {length} 个字。',
    en: 'Expected a name of 1 to {limit} characters, but it has {length}.',
  },
  'INBOX_FILTER.NAME_TAKEN': {
    zh: '筛选名称应未用过，但“{name}”已有。',
    en: "Expected a name that is free, but there is a filter '{name}'.",
  },
  'INBOX_FILTER.QUERY_INVALID': {
    zh: '筛选条件应能识别，但“{field}”不是。',
    en: "Expected conditions that the inbox knows, but '{field}' is none.",
  },
  'INBOX_FILTER.TOO_MANY': {
    zh: '每人最多保存 {limit} 个筛选，但已经有这么多。',
    en: 'Expected at most {limit} saved filters, but there are so many already.',
  },
  'INBOX_FILTER.NOT_FOUND': {
    zh: '应为您已保存的筛选，但没有这一项。',
    en: 'Expected one of your saved filters, but there is none with this id.',
  },
  'PHRASE.TEXT_INVALID': {
    zh: '常用语应为 1 至 {limit} 个字，但现在有 {length} 个字。',
    en: 'Expected a phrase of 1 to {limit} characters, but it has {length}.',
  },
  'PHRASE.UNREADABLE': {
    zh: '常用语应为文字，但含有无法识别的字符。',
    en: 'Expected a phrase of text, but it contains characters that are no text.',
  },
  'PHRASE.KNOWN': { zh: '常用语应为新的，但已有这一条。', en: 'Expected a new phrase, but there is this one already.' },
  'PHRASE.TOO_MANY': {
    zh: '每人最多保存 {limit} 条常用语，但已经有这么多。',
    en: 'Expected at most {limit} phrases, but there are so many already.',
  },
  'PHRASE.NOT_FOUND': {
    zh: '应为您自己的常用语，但没有这一条。',
    en: 'Expected one of your own phrases, but there is none with this id.',
  },
  'PHRASE.ORDER_INCOMPLETE': {
    zh: '排序应包含您的每条常用语各一次，但不一致，请刷新后再试。',
    en: 'Expected each of your phrases once, but the order names others; please reload.',
  },
  'DRAFT.TOO_LARGE': {
    zh: '草稿应不超过 {limit} KB，但现在更大。',
    en: 'Expected a draft of at most {limit} KB, but it is larger.',
  },
  'DRAFT.UNREADABLE': {
    zh: '草稿应为表单内容，但含有无法识别的字符。',
    en: 'Expected the fields of a form, but they contain characters that are no text.',
  },
  'DRAFT.TASK_ENDED': {
    zh: '草稿应属于未办结的任务，但任务已经办结或取消。',
    en: 'Expected a task that is not finished, but it was completed or cancelled.',
  },
  'DRAFT.TASK_UNKNOWN': {
    zh: '草稿应属于已有的任务，但没有这个任务。',
    en: 'Expected a user task to draft for, but there is none with this id.',
  },
} as const satisfies Record<string, LocalizedText>;

type DeskRefusalCode = keyof typeof deskRefusalTexts;

const fill = (template: string, params: RejectionParams): string =>
  template.replace(/\{(\w+)\}/g, (_match, name: string) => String(params[name] ?? ''));

/** Refuses with one of this library's sentences. */
export const refuse = (code: DeskRefusalCode, status: number, params: RejectionParams = {}): Rejection =>
  new Rejection({ code, status, message: fill(deskRefusalTexts[code].en, params), params });
