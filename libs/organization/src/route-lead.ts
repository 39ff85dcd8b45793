import type { LocalizedText } from '@landfall/process-definition';
import { findUnit } from './find-unit';
import type { IndustryRule } from './organization-rows';
import type { RoutingTable } from './routing-table';
import { comparable, listedTerms } from './term';

export interface LeadToRoute {
  /** What the filer calls the industry; one keyword, or several with 、 between them. */
  readonly industryFocus: string;
  /** Name and brief of the project: they only ever suggest candidates, they never decide. */
  readonly text?: string;
  /** The landing unit by code, full name, short name or alias. */
  readonly landingUnit?: string | null;
  /** Ownership of the investor as entered (`SOE`, `国企`, …). */
  readonly ownership?: string | null;
  /** Whether the project puts idle assets to use, whatever its industry. */
  readonly assetRevitalisation?: boolean;
}

/** A task force that might lead, and the word that speaks for it. */
export interface RoutingCandidate {
  readonly taskForce: string;
  readonly keyword: LocalizedText;
  readonly matched: string;
  readonly how: 'KEYWORD' | 'SYNONYM' | 'MENTIONED';
}

export interface Routing {
  /** The one lead task force, or null when the notice does not decide. */
  readonly leadTaskForce: string | null;
  readonly assistTaskForces: readonly string[];
  readonly landingUnit: string | null;
  /** True exactly when there is no lead task force: several may lead, or none is known. The office dispatches. */
  readonly ambiguous: boolean;
  readonly reason: LocalizedText;
  readonly candidates: readonly RoutingCandidate[];
}

const STATE_OWNED = new Set(['SOE', 'CENTRAL_SOE', 'LOCAL_SOE', 'STATE_OWNED', '央企', '国企', '国有企业']);

/**
 * Finds the task force that leads a project by the table of the notice, 3 (4), and says why.
 *
 * Only a keyword of the notice, or a synonym that the table files under one task force, decides. Words that point to
 * several task forces, and words the table does not know, answer no lead but the candidates: the office dispatches.
 * The state-owned assets task force leads by investor, and assists where an industry decides; the market regulation task
 * force assists every project with its registration. Pure.
 */
export const routeLead = (lead: LeadToRoute, table: RoutingTable): Routing => {
  const stateOwned = STATE_OWNED.has((lead.ownership ?? '').trim().toUpperCase());
  const landing = landingOf(lead, table);
  const found = candidatesOf(lead.industryFocus, table);
  const leaders = new Set(
    found.rules.filter((rule) => rule.appliesTo === 'ANY' || stateOwned).map((rule) => rule.leadTaskForce),
  );
  const [leader] = leaders;
  if (leader === undefined || leaders.size > 1 || found.unknown.length > 0) {
    const candidates =
      found.candidates.length > 0 ? found.candidates : mentioned(`${lead.industryFocus} ${lead.text ?? ''}`, table);
    return {
      leadTaskForce: null,
      assistTaskForces: registration(null, table),
      landingUnit: landing.code,
      ambiguous: true,
      reason: join(undecidedReason(lead.industryFocus, candidates, found, table), landing.remark),
      candidates,
    };
  }
  const rules = found.rules.filter((rule) => rule.leadTaskForce === leader);
  const crossing =
    (stateOwned || lead.assetRevitalisation === true) && table.stateInvestors !== null ? [table.stateInvestors] : [];
  const overlapping = rules.flatMap((rule) => rule.assistTaskForces);
  const assists = [...new Set([...overlapping, ...crossing, ...registration(leader, table)])].filter(
    (taskForce) => taskForce !== leader,
  );
  return {
    leadTaskForce: leader,
    assistTaskForces: assists,
    landingUnit: landing.code,
    ambiguous: false,
    reason: join(decidedReason(leader, found.candidates, rules, assists, table), landing.remark),
    candidates: found.candidates.filter((candidate) => candidate.taskForce === leader),
  };
};

interface Found {
  readonly rules: readonly IndustryRule[];
  readonly candidates: readonly RoutingCandidate[];
  readonly unknown: readonly string[];
}

const candidatesOf = (focus: string, table: RoutingTable): Found => {
  const terms = lookUp(focus, table).length > 0 ? [focus] : listedTerms(focus);
  const matches = terms.flatMap((term) => lookUp(term, table));
  const rules = [...new Set(matches.map((match) => match.rule))];
  return {
    rules,
    candidates: distinct(matches.map((match) => match.candidate)),
    unknown: terms.filter((term) => lookUp(term, table).length === 0),
  };
};

const lookUp = (word: string, table: RoutingTable): { rule: IndustryRule; candidate: RoutingCandidate }[] => {
  const term = comparable(word);
  const byKeyword = table.keywords.get(term);
  const how = byKeyword === undefined ? 'SYNONYM' : 'KEYWORD';
  const rules = byKeyword ?? table.synonyms.get(term) ?? [];
  return rules.map((rule) => ({
    rule,
    candidate: { taskForce: rule.leadTaskForce, keyword: rule.keyword, matched: word.trim(), how },
  }));
};

const mentioned = (text: string, table: RoutingTable): RoutingCandidate[] => {
  const words = comparable(text);
  const hits = [...table.keywords, ...table.synonyms]
    .filter(([term]) => term.length >= 2 && words.includes(term))
    .sort(([left], [right]) => right.length - left.length);
  return distinct(
    hits.flatMap(([term, rules]) =>
      rules.map((rule) => ({
        taskForce: rule.leadTaskForce,
        keyword: rule.keyword,
        matched: term,
        how: 'MENTIONED' as const,
      })),
    ),
  ).slice(0, 5);
};

const distinct = (candidates: readonly RoutingCandidate[]): RoutingCandidate[] =>
  [
    ...new Map(
      [...candidates].reverse().map((candidate) => [`${candidate.taskForce} ${candidate.keyword.zh}`, candidate]),
    ).values(),
  ].reverse();

const registration = (leader: string | null, table: RoutingTable): string[] =>
  table.registrationService === null || table.registrationService === leader ? [] : [table.registrationService];

const landingOf = (lead: LeadToRoute, table: RoutingTable): { code: string | null; remark: LocalizedText | null } => {
  const name = lead.landingUnit?.trim() ?? '';
  if (name === '') return { code: null, remark: null };
  const code = findUnit(name, table.landingUnits);
  if (code !== null) return { code, remark: null };
  return {
    code: null,
    remark: {
      zh: `落地区域“${name}”不在五个开发区和二十一个街镇之中，待明确`,
      en: `the landing unit '${name}' is none of the zones, streets and towns and has to be named`,
    },
  };
};

const join = (reason: LocalizedText, remark: LocalizedText | null): LocalizedText =>
  remark === null ? reason : { zh: `${reason.zh}；${remark.zh}`, en: `${reason.en}; ${remark.en}` };

const nameOf = (code: string, table: RoutingTable): LocalizedText =>
  table.taskForces.get(code)?.name ?? { zh: code, en: code };

const decidedReason = (
  leader: string,
  candidates: readonly RoutingCandidate[],
  rules: readonly IndustryRule[],
  assists: readonly string[],
  table: RoutingTable,
): LocalizedText => {
  const lead = nameOf(leader, table);
  const source = rules[0]?.source ?? { zh: '', en: '' };
  const keywords = {
    zh: rules.map((rule) => `“${rule.keyword.zh}”`).join('、'),
    en: rules.map((rule) => `'${rule.keyword.en}'`).join(', '),
  };
  const words = [...new Set(candidates.filter((one) => one.how === 'SYNONYM').map((one) => one.matched))];
  const filed = {
    zh: words.length === 0 ? '' : `“${words.join('”“')}”归入${keywords.zh}；`,
    en: words.length === 0 ? '' : `'${words.join("', '")}' is filed under ${keywords.en}; `,
  };
  const notes = rules.flatMap((rule) => rule.note ?? []);
  const helpers = assists.map((code) => nameOf(code, table));
  return {
    zh: [
      `${filed.zh}${source.zh}：${keywords.zh}由${lead.zh}统筹推动`,
      ...notes.map((note) => note.zh),
      ...(helpers.length === 0 ? [] : [`协办：${helpers.map((name) => name.zh).join('、')}`]),
    ].join('；'),
    en: [
      `${filed.en}${source.en}: ${keywords.en} belongs to the ${lead.en}`,
      ...notes.map((note) => note.en),
      ...(helpers.length === 0 ? [] : [`assisting: ${helpers.map((name) => name.en).join(', ')}`]),
    ].join('; '),
  };
};

const undecidedReason = (
  focus: string,
  candidates: readonly RoutingCandidate[],
  found: Found,
  table: RoutingTable,
): LocalizedText => {
  const word = focus.trim();
  const codes = [...new Set(candidates.map((candidate) => candidate.taskForce))];
  const names = codes.map((code) => nameOf(code, table));
  const known = found.rules.length > 0;
  const needsState =
    known && found.unknown.length === 0 && found.rules.every((rule) => rule.appliesTo === 'STATE_OWNED');
  const zh = needsState
    ? `“${word}”是国资系统的工作领域，投资方不是国有企业时通知未指定专班`
    : known
      ? `“${word}”涉及不止一个专班或含有对照表以外的词`
      : `产业关键词“${word}”不在通知的分工表中`;
  const en = needsState
    ? `'${word}' is a field of the state-owned system; for other investors the notice names no task force`
    : known
      ? `'${word}' points to more than one task force or holds a word that the table does not know`
      : `the keyword '${word}' is not in the notice's table`;
  const hint =
    names.length === 0
      ? null
      : { zh: names.map((name) => name.zh).join('、'), en: names.map((name) => name.en).join(', ') };
  return {
    zh: `${zh}，由领导小组办公室分派${hint === null ? '' : `（可能：${hint.zh}）`}`,
    en: `${en}, so the office dispatches it${hint === null ? '' : ` (possible: ${hint.en})`}`,
  };
};
