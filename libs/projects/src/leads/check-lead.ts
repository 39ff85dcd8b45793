import { type FieldProblem, Rejection } from '@landfall/process-definition';
import { type ExchangeRate, exceeds, type Money, type MoneyProblem, parseMoney } from '../money';
import { isPlaceholderName } from '../naming/project-name';
import { certainlyBefore, type PartialDate, parsePartialDate } from '../partial-date';
import { fieldProblem, type ProjectRefusalCode, sayRefusal } from '../refusal-texts';
import { checkUscc } from '../uscc';
import { type CapitalType, type CarrierMode, type Lead, MILESTONES, type Milestone, type SourceType } from './lead';
import type { LeadBody } from './lead-body';
import type { RoutingView } from './lead-routing';

/** A lead as it was written, before anything in it was checked: entered, or one row of a list. */
export interface LeadDraft {
  readonly projectName: string;
  readonly investorName: string | null;
  readonly investorHidden: boolean;
  readonly investorUscc: string | null;
  readonly investorOrigin: string | null;
  readonly capitalType: CapitalType;
  readonly ownership: string | null;
  readonly industryFocus: string;
  readonly industryCode: string | null;
  readonly totalInvestment: string | null;
  readonly currencyUnit: string;
  readonly exchangeRate: ExchangeRate | null;
  readonly fixedInvestment: string | null;
  readonly landNeed: string | null;
  readonly outputPlan: string | null;
  readonly landingUnit: string | null;
  readonly sourceType: SourceType;
  readonly contact: string | null;
  readonly brief: string | null;
  readonly carrierMode: CarrierMode | null;
  readonly crossRegion: boolean;
  readonly milestones: Readonly<Partial<Record<Milestone, string>>>;
  readonly enterpriseName: string | null;
  readonly enterpriseUscc: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly source: 'entry' | 'import';
  readonly sourceId: string | null;
}

export interface LeadCheck {
  readonly lead: Lead;
  readonly problems: readonly FieldProblem[];
}

const MONEY_CODES: Readonly<Record<MoneyProblem, ProjectRefusalCode>> = {
  notANumber: 'LEAD.AMOUNT_NOT_A_NUMBER',
  notPositive: 'LEAD.AMOUNT_NOT_POSITIVE',
  tooLarge: 'LEAD.AMOUNT_TOO_LARGE',
  unknownUnit: 'LEAD.CURRENCY_UNIT_UNKNOWN',
  rateNotPositive: 'LEAD.RATE_INVALID',
};

const LIMITS: Readonly<Record<string, number>> = {
  investorOrigin: 80,
  industryFocus: 60,
  contact: 120,
  brief: 2000,
  enterpriseName: 120,
  sourceId: 60,
};

const lengthOf = (text: string): number => [...text].length;

/** Control characters other than line breaks and tabs, and halves of characters, are no text. */
const UNREADABLE = /(?![\n\r\t])\p{Cc}|\p{Surrogate}|\uFFFD/u;

class Problems {
  readonly list: FieldProblem[] = [];

  add(path: string, code: ProjectRefusalCode, params: Parameters<typeof fieldProblem>[2] = {}): void {
    this.list.push(fieldProblem(path, code, params));
  }
}

/**
 * Checks the meaning of a lead and turns its texts into values. Pure; `today` is the day in Binhai (YYYY-MM-DD).
 *
 * An imported row may lack the investor, the amount and the landing unit, as real lists do; an entered lead may lack only
 * the landing unit.
 */
export const checkLead = (draft: LeadDraft, view: RoutingView, today: string): LeadCheck => {
  const problems = new Problems();
  checkName(draft, problems);
  checkInvestor(draft, problems);
  checkTexts(draft, problems);
  const totalInvestment = checkInvestment(draft, problems, today);
  const milestones = checkMilestones(draft, problems, today);
  const figures = checkFigures(draft, problems);
  const total = totalInvestment?.tenThousandYuan;
  if (total && figures.fixedInvestment && exceeds(figures.fixedInvestment, total)) {
    problems.add('fixedInvestment', 'LEAD.AMOUNT_ORDER');
  }
  const facts = { ...draft.facts, ...figures };
  return {
    problems: problems.list,
    lead: {
      ...draft,
      projectName: draft.projectName.trim(),
      industryFocus: draft.industryFocus.trim() || 'other',
      investorUscc: checkCode(draft.investorUscc, 'investorUscc', problems),
      enterpriseUscc: checkCode(draft.enterpriseUscc, 'enterpriseUscc', problems),
      landingUnit: checkLandingUnit(draft, view, problems),
      totalInvestment,
      milestones,
      facts:
        draft.source === 'import' && draft.landingUnit ? { ...facts, landingUnitReported: draft.landingUnit } : facts,
    },
  };
};

/** Throws `LEAD.INVALID` (422) with one problem per field when a check found any. */
export const refuseLead = (problems: readonly FieldProblem[]): void => {
  const [first] = problems;
  if (!first) return;
  const params = { count: problems.length };
  throw new Rejection({
    code: problems.length === 1 ? first.code : 'LEAD.INVALID',
    status: 422,
    message: problems.length === 1 ? first.detail : sayRefusal('LEAD.INVALID', params).en,
    params: problems.length === 1 ? (first.params ?? {}) : params,
    problems,
  });
};

const checkName = ({ projectName }: LeadDraft, problems: Problems): void => {
  const name = projectName.trim();
  const length = lengthOf(name);
  if (length === 0) problems.add('projectName', 'LEAD.NAME_REQUIRED');
  else if (isPlaceholderName(name)) problems.add('projectName', 'LEAD.NAME_PLACEHOLDER', { name });
  else if (length < 4 || length > 80) problems.add('projectName', 'LEAD.NAME_LENGTH', { length });
};

const checkInvestor = ({ investorName, investorHidden, source }: LeadDraft, problems: Problems): void => {
  const length = lengthOf(investorName ?? '');
  if (length === 0 && !investorHidden && source === 'entry') problems.add('investorName', 'LEAD.INVESTOR_REQUIRED');
  if (length > 120) problems.add('investorName', 'LEAD.INVESTOR_LENGTH', { length });
};

const checkTexts = (draft: LeadDraft, problems: Problems): void => {
  if (draft.source === 'entry' && draft.industryFocus.trim() === '') {
    problems.add('industryFocus', 'LEAD.INDUSTRY_REQUIRED');
  }
  if (draft.source === 'entry' && !draft.brief) problems.add('brief', 'LEAD.BRIEF_REQUIRED');
  for (const [path, value] of Object.entries(draft)) {
    if (typeof value !== 'string') continue;
    const limit = LIMITS[path];
    const length = lengthOf(value);
    if (UNREADABLE.test(value)) problems.add(path, 'LEAD.TEXT_UNREADABLE');
    else if (limit !== undefined && length > limit) problems.add(path, 'LEAD.TEXT_TOO_LONG', { limit, length });
  }
};

const checkInvestment = (draft: LeadDraft, problems: Problems, today: string): Money | null => {
  if (draft.totalInvestment === null) {
    if (draft.source === 'entry') problems.add('totalInvestment', 'LEAD.AMOUNT_REQUIRED');
    return null;
  }
  const rate = checkRate(draft.exchangeRate, problems, today);
  const money = parseMoney(draft.totalInvestment, draft.currencyUnit, rate);
  if (typeof money !== 'string') return money;
  const params = { value: draft.totalInvestment, unit: draft.currencyUnit };
  problems.add(money === 'rateNotPositive' ? 'exchangeRate' : 'totalInvestment', MONEY_CODES[money], params);
  return null;
};

const checkRate = (rate: ExchangeRate | null, problems: Problems, today: string): ExchangeRate | null => {
  if (rate === null) return null;
  const on = parsePartialDate(rate.on);
  if (on?.precision !== 'day' || on.from > today || rate.source.trim() === '') {
    problems.add('exchangeRate', 'LEAD.RATE_INVALID');
    return null;
  }
  return { rate: rate.rate, on: on.text, source: rate.source.trim() };
};

const checkMilestones = (draft: LeadDraft, problems: Problems, today: string): Lead['milestones'] => {
  const dates: Partial<Record<Milestone, PartialDate>> = {};
  for (const milestone of MILESTONES) {
    const value = draft.milestones[milestone];
    if (value === undefined || value === '') continue;
    const date = parsePartialDate(value);
    if (!date) problems.add(milestone, 'LEAD.DATE_INVALID', { value });
    else if (date.from > today) problems.add(milestone, 'LEAD.DATE_IN_FUTURE', { value });
    else dates[milestone] = date;
  }
  const { startedOn, operatedOn } = dates;
  if (startedOn && operatedOn && certainlyBefore(operatedOn, startedOn)) {
    problems.add('operatedOn', 'LEAD.DATE_ORDER', { operated: operatedOn.text, started: startedOn.text });
  }
  return dates;
};

/** Land in 亩 and amounts in 万元 that are kept as facts. */
const checkFigures = (draft: LeadDraft, problems: Problems): Record<string, string> => {
  const figures: Record<string, string> = {};
  const amounts = { fixedInvestment: draft.fixedInvestment, outputPlan: draft.outputPlan };
  for (const [path, value] of Object.entries(amounts)) {
    if (value === null) continue;
    const money = parseMoney(value, '万元');
    if (typeof money === 'string') problems.add(path, MONEY_CODES[money], { value, unit: '万元' });
    else if (money.tenThousandYuan !== null) figures[path] = money.tenThousandYuan;
  }
  if (draft.landNeed !== null) {
    const land = draft.landNeed.normalize('NFKC').replaceAll(',', '').trim();
    if (/^\d{1,9}(\.\d{1,4})?$/.test(land)) figures.landNeed = land;
    else problems.add('landNeed', 'LEAD.NUMBER_INVALID', { value: draft.landNeed });
  }
  return figures;
};

const checkCode = (raw: string | null, path: string, problems: Problems): string | null => {
  if (raw === null || raw.trim() === '') return null;
  const { code, problem } = checkUscc(raw);
  if (problem) problems.add(path, 'LEAD.USCC_INVALID', { value: raw.trim(), problem: `uscc.${problem}` });
  return code;
};

/** An imported row with an unknown place is still a project; the place it names is kept and the office settles it. */
const checkLandingUnit = (draft: LeadDraft, view: RoutingView, problems: Problems): string | null => {
  const name = draft.landingUnit?.trim() ?? '';
  if (name === '') return null;
  const code = view.findLandingUnit(name);
  if (code === null && draft.source === 'entry')
    problems.add('landingUnit', 'LEAD.LANDING_UNIT_UNKNOWN', { unit: name });
  return code;
};

const INVESTOR_UNNAMED = new Set(['暂不公开', '不公开', '保密', '未公开']);

/** Tells whether an investor is only said to be confidential, so that the words are no name. */
export const isUnnamedInvestor = (name: string | undefined): boolean => INVESTOR_UNNAMED.has(name?.trim() ?? '');

/** Reads an entered lead; absent fields are empty. */
export const draftOfBody = (body: LeadBody): LeadDraft => ({
  projectName: body.projectName,
  investorName: isUnnamedInvestor(body.investorName) ? null : body.investorName?.trim() || null,
  investorHidden: body.investorHidden === true || isUnnamedInvestor(body.investorName),
  investorUscc: body.investorUscc ?? null,
  investorOrigin: body.investorOrigin?.trim() || null,
  capitalType: body.capitalType ?? 'unknown',
  ownership: body.ownership ?? null,
  industryFocus: body.industryFocus,
  industryCode: body.industryCode ?? null,
  totalInvestment: body.totalInvestment.trim() || null,
  currencyUnit: body.currencyUnit ?? '万元',
  exchangeRate: body.exchangeRate ?? null,
  fixedInvestment: body.fixedInvestment ?? null,
  landNeed: body.landNeed === undefined ? null : String(body.landNeed),
  outputPlan: null,
  landingUnit: body.landingUnit ?? null,
  sourceType: body.sourceType,
  contact: body.contact?.trim() || null,
  brief: body.brief.trim() || null,
  carrierMode: body.carrierMode ?? null,
  crossRegion: body.crossRegion ?? false,
  milestones: Object.fromEntries(Object.entries(body.milestones ?? {}).filter(([, value]) => value !== undefined)),
  enterpriseName: body.enterpriseName?.trim() || null,
  enterpriseUscc: body.enterpriseUscc ?? null,
  facts: {
    ...(body.introducer ? { introducer: body.introducer } : {}),
    ...(body.confidentiality ? { confidentiality: body.confidentiality } : {}),
    ...(body.ownership ? { ownership: body.ownership } : {}),
  },
  source: 'entry',
  sourceId: null,
});
