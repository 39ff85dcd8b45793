import { type LocalizedText, Rejection, type RejectionParams } from '@landfall/process-definition';

/** Every refusal about waiting time in both languages; `{name}` is filled with the rejection's params. */
export const waitingRefusalTexts = {
  'WAITING.PROJECT_NOT_FOUND': {
    zh: '应为已有的项目，但没有这个项目。',
    en: 'Expected a project, but there is none with this id.',
  },
  'WAITING.INTERVAL_INVALID': {
    zh: '异议时段应在项目的时间之内且起早于止，但现在不是。',
    en: "Expected an interval within the project's life that begins before it ends, but it is not.",
  },
  'WAITING.NOT_THE_OWNER': {
    zh: '异议时段应全部记在“{owner}”名下，但其中有的时间不是。',
    en: "Expected the whole interval to be attributed to '{owner}', but some of it is not.",
  },
  'WAITING.SAME_OWNER': {
    zh: '异议应提出另一责任方，但仍是“{owner}”。',
    en: "Expected the dispute to name another owner, but it names '{owner}' again.",
  },
  'WAITING.OWNER_UNKNOWN': {
    zh: '主张的责任方应为已有的单位，但没有单位“{owner}”。',
    en: "Expected the claimed owner to be a unit, but there is none called '{owner}'.",
  },
  'WAITING.DISPUTE_NOT_ALLOWED': {
    zh: '异议应由被计时的单位或办公室提出，但您不是。',
    en: 'Expected the dispute to come from the unit the time is attributed to or from the office, but it does not.',
  },
  'WAITING.REASON_MISSING': {
    zh: '应写明理由和依据（各至少 {shortest} 个字），但没有写明。',
    en: 'Expected a reason and evidence of at least {shortest} characters each, but there is none.',
  },
  'WAITING.DISPUTE_NOT_FOUND': {
    zh: '应为已有的等待时间异议，但没有这项异议。',
    en: 'Expected a dispute about waiting time, but there is none with this id.',
  },
  'WAITING.ALREADY_DECIDED': {
    zh: '异议应尚未裁定，但已经裁定。',
    en: 'Expected the dispute to be undecided, but it is decided.',
  },
  'WAITING.OWN_DISPUTE': {
    zh: '异议应由提出人以外的人裁定，但它是您提出的。',
    en: 'Expected somebody else to decide the dispute, but you raised it.',
  },
} as const satisfies Record<string, LocalizedText>;

const fill = (template: string, params: RejectionParams): string =>
  template.replace(/\{(\w+)\}/g, (_match, name: string) => String(params[name] ?? ''));

/** Refuses with one of these sentences. */
export const refuse = (
  code: keyof typeof waitingRefusalTexts,
  status: number,
  params: RejectionParams = {},
): Rejection => new Rejection({ code, status, message: fill(waitingRefusalTexts[code].en, params), params });
