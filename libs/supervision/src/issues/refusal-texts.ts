import { type LocalizedText, Rejection, type RejectionParams } from '@landfall/process-definition';

/** Every refusal about raising issues in both languages; `{name}` is filled with the rejection's params. */
export const issueRefusalTexts = {
  'ISSUE.ALREADY_OPEN': {
    zh: '同一项目同一类型的堵点应只有一个，但已有一个尚未关闭。',
    en: 'Expected no open issue of this type on the project, but there is one.',
  },
  'ISSUE.PROJECT_NOT_FOUND': {
    zh: '应为已有的项目，但没有这个项目。',
    en: 'Expected a project, but there is none with this id.',
  },
  'ISSUE.PROJECT_ENDED': {
    zh: '应为推进中的项目，但该项目已经结束。',
    en: 'Expected a running project, but it has ended.',
  },
  'ISSUE.NOT_FOUND': {
    zh: '找不到该堵点：不存在，或您无权查看。',
    en: 'Expected an issue, but there is none with this id that you may see.',
  },
  'ISSUE.TYPE_UNKNOWN': {
    zh: '应选择所列的堵点类型，但没有“{type}”。',
    en: "Expected one of the types of issues, but '{type}' is none.",
  },
  'ISSUE.TEXT_MISSING': {
    zh: '应写明堵点和已采取的措施，但“{field}”为空。',
    en: "Expected the issue and what was tried, but '{field}' is empty.",
  },
  'ISSUE.RAISER_WITHOUT_POST': {
    zh: '提出堵点应由任职人员办理，但该账号没有岗位。',
    en: 'Expected an issue from somebody in a post, but this account has none.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

const fill = (template: string, params: RejectionParams): string =>
  template.replace(/\{(\w+)\}/g, (_match, name: string) => String(params[name] ?? ''));

/** Refuses with one of these sentences. */
export const refuse = (code: keyof typeof issueRefusalTexts, status: number, params: RejectionParams = {}): Rejection =>
  new Rejection({ code, status, message: fill(issueRefusalTexts[code].en, params), params });
