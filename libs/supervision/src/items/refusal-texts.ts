import { type LocalizedText, Rejection, type RejectionParams } from '@landfall/process-definition';

/** Every refusal about drafting supervision items in both languages; `{name}` is filled with the rejection's params. */
export const draftingRefusalTexts = {
  'SUPERVISION_ITEM.PROJECT_NOT_FOUND': {
    zh: '应为已有的项目，但没有这个项目。',
    en: 'Expected a project, but there is none with this id.',
  },
  'SUPERVISION_ITEM.NOT_FOUND': {
    zh: '找不到该督办事项：不存在，或您无权查看。',
    en: 'Expected a supervision item, but there is none with this id that you may see.',
  },
  'SUPERVISION_ITEM.NOT_ISSUED': {
    zh: '应为已编号交办的督办事项，但尚未交办，暂无督办单。',
    en: 'Expected an item that was issued under a number, but it has none yet.',
  },
  'SUPERVISION_ITEM.TEXT_MISSING': {
    zh: '应写明督办事项和要求，但“{field}”为空。',
    en: "Expected what is supervised and what is required, but '{field}' is empty.",
  },
  'SUPERVISION_ITEM.DUE_DATE_INVALID': {
    zh: '办结期限应为今天之后的日期，但填写的是“{on}”。',
    en: "Expected a due date after today, but it is '{on}'.",
  },
  'SUPERVISION_ITEM.LEAD_UNIT_ASSISTS': {
    zh: '主办单位不应同时协办，但 {unit} 两者都是。',
    en: 'Expected the lead unit not to assist, but {unit} does both.',
  },
  'SUPERVISION_ITEM.DRAFTING_NOT_ALLOWED': {
    zh: '督办事项应由领导小组领导、办公室或街镇经济办拟稿，但您的岗位不在其中。',
    en: 'Expected a leader or somebody of the office to draft, but your posts are none of these.',
  },
  'SUPERVISION_ITEM.LEADER_MISSING': {
    zh: '代录批示应写明领导姓名和职务，但没有写明。',
    en: 'Expected the name and post of the leader whose instruction is recorded, but they are missing.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

const fill = (template: string, params: RejectionParams): string =>
  template.replace(/\{(\w+)\}/g, (_match, name: string) => String(params[name] ?? ''));

/** Refuses with one of these sentences. */
export const refuse = (
  code: keyof typeof draftingRefusalTexts,
  status: number,
  params: RejectionParams = {},
): Rejection => new Rejection({ code, status, message: fill(draftingRefusalTexts[code].en, params), params });
