import { ratioOf, withinShare } from '../money';
import { type InvestorName, investorNames, mayBeShortFor, sameInvestor } from '../naming/investor-name';
import { lettersAndDigits, unify } from '../naming/plain-name';
import { projectNameCore } from '../naming/project-name';
import { likeness } from '../naming/trigram';

/** What the rules look at of a project. */
export interface ComparedProject {
  readonly name: string;
  readonly investorName: string | null;
  readonly investorUscc: string | null;
  readonly enterpriseUscc: string | null;
  readonly industryFocus: string;
  readonly industryCode: string | null;
  readonly landingUnit: string | null;
  /** 万元, or null when unknown. */
  readonly totalInvestment: string | null;
  readonly contactHash: string | null;
  /** It has been registered, started or operated somewhere. */
  readonly stands: boolean;
}

export type DuplicateReason =
  | 'sameUscc'
  | 'sameInvestorAndIndustry'
  | 'sameInvestorOtherScale'
  | 'sameInvestorOtherPlace'
  | 'otherPhase'
  | 'sameName'
  | 'similarNameAndAmount'
  | 'similarNameAmountUnknown'
  | 'shortInvestorName'
  | 'nameContained'
  | 'sameContact';

export interface DuplicateGrade {
  /** 60 to 100. */
  readonly score: number;
  /** The rules that spoke, the strongest first. */
  readonly reasons: readonly DuplicateReason[];
}

/** From here on the office looks at it; below, the filer is warned. */
export const SUSPECT_SCORE = 85;
export const WARN_SCORE = 60;

const SCORES: Readonly<Record<DuplicateReason, number>> = {
  sameUscc: 100,
  sameInvestorAndIndustry: 85,
  sameName: 85,
  similarNameAndAmount: 75,
  sameInvestorOtherScale: 70,
  sameInvestorOtherPlace: 70,
  otherPhase: 70,
  similarNameAmountUnknown: 70,
  shortInvestorName: 70,
  nameContained: 65,
  sameContact: 60,
};

const SIMILAR_NAME = 0.6;
const AMOUNT_SHARE = 0.2;
/** Beyond this an investor's two projects are of different scale: a plant and a campus, not one project told twice. */
const OTHER_SCALE = 4;
/** So many trigrams a contained name shares at least. */
export const CONTAINED_TRIGRAMS = 4;

interface Compared {
  readonly project: ComparedProject;
  readonly investors: readonly InvestorName[];
  readonly core: string;
}

/** Prepares a project for comparing it with many. */
export const prepare = (project: ComparedProject): Compared => ({
  project,
  investors: investorNames(project.investorName),
  core: projectNameCore(project.name),
});

const anyPair = (a: Compared, b: Compared, test: (one: InvestorName, other: InvestorName) => boolean): boolean =>
  a.investors.some((one) => b.investors.some((other) => test(one, other)));

/** The same 中类 (C397 of C3973) where both are classified, else the same keyword of the notice. */
const sameIndustry = (a: ComparedProject, b: ComparedProject): boolean =>
  a.industryCode && b.industryCode
    ? a.industryCode.slice(0, 4) === b.industryCode.slice(0, 4)
    : a.industryFocus === b.industryFocus && a.industryFocus !== 'other';

const sharesUscc = (a: ComparedProject, b: ComparedProject): boolean => {
  const codes = [a.investorUscc, a.enterpriseUscc].filter((code) => code !== null);
  return codes.some((code) => code === b.investorUscc || code === b.enterpriseUscc);
};

/** The words of a project's name that are not its investor's. */
const coreWithoutInvestor = ({ core, project }: Compared): string => {
  const names = [
    lettersAndDigits(unify(project.investorName ?? '')),
    ...investorNames(project.investorName).map(({ key }) => key),
  ];
  return names.reduce(
    (left, name) => (name !== '' && left.length - name.length >= 4 ? left.replace(name, '') : left),
    core,
  );
};

/** 一期 and 二期 in two names: parts of one undertaking that are counted one by one. */
const otherPhase = (a: ComparedProject, b: ComparedProject): boolean => {
  const [one, other] = [a.name, b.name].map((name) => new Set(unify(name).match(/\d+期/g) ?? []));
  if (!one || !other || one.size === 0 || other.size === 0) return false;
  return [...one].every((phase) => !other.has(phase));
};

const investorReason = (a: Compared, b: Compared): DuplicateReason => {
  const [one, other] = [a.project, b.project];
  if (otherPhase(one, other)) return 'otherPhase';
  if (one.stands && other.stands && one.landingUnit && other.landingUnit && one.landingUnit !== other.landingUnit) {
    return 'sameInvestorOtherPlace';
  }
  const amounts = one.totalInvestment && other.totalInvestment;
  if (amounts && ratioOf(one.totalInvestment, other.totalInvestment) > OTHER_SCALE) return 'sameInvestorOtherScale';
  return 'sameInvestorAndIndustry';
};

const amountsAgree = (a: ComparedProject, b: ComparedProject): boolean | undefined =>
  a.totalInvestment && b.totalInvestment ? withinShare(a.totalInvestment, b.totalInvestment, AMOUNT_SHARE) : undefined;

/**
 * Grades how likely two projects are one, by the rules of domain-model 3.4 and their refinements. Pure; never rejects.
 *
 * The base rules: one credit code 100; one investor and one industry 85; names with a trigram likeness of 0.6 and amounts
 * within 20 % of each other 75; one contact 60. The refinements, each found with real pairs:
 * - one investor in one industry is only warned of when both projects stand in different places (a headquarters here, a
 *   plant there), their amounts are more than four times apart (a plant and a campus), or their names say two phases;
 * - names that are equal but for remarks and closing words are one name (85) unless two named investors contradict;
 * - similar names with an amount missing are warned of (70), because real lists lack amounts;
 * - an investor's short name (渤化 for 渤海化工) in one industry and place is warned of (70);
 * - a name that is contained in the other, in one industry and place, is warned of (65) where the investors agree or one
 *   is not named.
 *
 * @returns null when no rule speaks
 */
export const gradeDuplicate = (a: Compared, b: Compared): DuplicateGrade | null => {
  const [one, other] = [a.project, b.project];
  const reasons: DuplicateReason[] = [];
  const industry = sameIndustry(one, other);
  const place = one.landingUnit !== null && one.landingUnit === other.landingUnit;
  const unnamed = a.investors.length === 0 || b.investors.length === 0;
  const investor = anyPair(a, b, sameInvestor);
  const shortName = !investor && anyPair(a, b, mayBeShortFor);
  const compatible = unnamed || investor || shortName;

  if (sharesUscc(one, other)) reasons.push('sameUscc');
  if (investor && industry) reasons.push(investorReason(a, b));
  if (shortName && industry && place) reasons.push('shortInvestorName');

  const names = likeness(a.core, b.core);
  const agree = amountsAgree(one, other);
  if (names.jaccard === 1 && compatible && agree !== false) {
    reasons.push(otherPhase(one, other) ? 'otherPhase' : 'sameName');
  } else if (names.jaccard >= SIMILAR_NAME && agree === true) reasons.push('similarNameAndAmount');
  else if (names.jaccard >= SIMILAR_NAME && agree === undefined && compatible) reasons.push('similarNameAmountUnknown');
  if (industry && compatible && (place || one.landingUnit === null || other.landingUnit === null)) {
    const bare = likeness(coreWithoutInvestor(a), coreWithoutInvestor(b));
    if (bare.overlap >= SIMILAR_NAME && bare.shared >= CONTAINED_TRIGRAMS) reasons.push('nameContained');
  }
  if (one.contactHash !== null && one.contactHash === other.contactHash) reasons.push('sameContact');

  const sorted = [...new Set(reasons)].sort((x, y) => SCORES[y] - SCORES[x]);
  const [strongest] = sorted;
  return strongest === undefined ? null : { score: SCORES[strongest], reasons: sorted };
};
