import Decimal from 'decimal.js';
import type { Field, TaskPage } from './answers';

type Known = Readonly<Record<string, unknown>>;

/** A day in Asia/Shanghai, so many days after the one of an instant. */
const day = (now: Date, after: number): string =>
  new Date(now.getTime() + 8 * 3_600_000 + after * 86_400_000).toISOString().slice(0, 10);

/** A share of the project's total investment, in 万元; 10,000 万元 where the real list does not say. */
const share = (known: Known, part: string): string =>
  new Decimal(String(known.totalInvestment ?? '10000')).mul(part).toDecimalPlaces(4).toFixed();

/**
 * What the demonstration answers where a form asks something that a person would decide. Every figure is synthetic and
 * follows from the project's own total investment.
 */
const DECIDED: Readonly<Record<string, unknown | ((known: Known, now: Date) => unknown)>> = {
  totalInvestment: (known: Known) => share(known, '1'),
  fixedInvestment: (known: Known) => share(known, '0.7'),
  equipmentInvestment: (known: Known) => share(known, '0.3'),
  agreementAmount: (known: Known) => share(known, '1'),
  registeredCapital: (known: Known) => share(known, '0.2'),
  domesticFunds: (known: Known) => share(known, '0.5'),
  faiCompleted: (known: Known) => share(known, '0.6'),
  verifiedFai: (known: Known) => share(known, '0.6'),
  outputPlan: (known: Known) => share(known, '1.2'),
  outputActual: (known: Known) => share(known, '1.1'),
  verifiedOutput: (known: Known) => share(known, '1.1'),
  taxPlan: (known: Known) => share(known, '0.05'),
  taxActual: (known: Known) => share(known, '0.04'),
  verifiedTax: (known: Known) => share(known, '0.04'),
  industryCode: 'D4416',
  feasibilityNote: '企业有实力，选址意向明确，建议进入评估。',
  carrierMode: 'newLand',
  eiaClass: 'reportForm',
  energyTce: 260,
  jobs: 120,
  jobsActual: 96,
  landNeed: 80,
  progressPercent: 60,
  agreementKind: 'formal',
  agreedStartOn: (_: Known, now: Date) => day(now, 60),
  agreedCompletionOn: (_: Known, now: Date) => day(now, 400),
  agreedProductionOn: (_: Known, now: Date) => day(now, 425),
  fairReviewNo: '公竞审〔2026〕18号',
  enterpriseName: (known: Known) => `天津${String(known.projectName ?? '项目').slice(0, 8)}示范有限公司（样例）`,
  policyClauses: '按公开的普惠性产业政策执行，对各类企业一视同仁。',
  selfReviewed: true,
  landClauses: true,
  specialTerms: false,
  agreementNo: 'BH-XY-2026-018',
  opinion: '符合要求，建议推进。',
  match: 4,
  feasibility: 4,
  person: '参会负责同志（样例）',
  post: '分管负责同志',
  conclusion: '产业方向符合规划，落地条件基本具备，同意会议意见。',
  criterion: '取得批复文件并报办公室备案',
  dueOn: (_: Known, now: Date) => day(now, 30),
  conditionsDueOn: (_: Known, now: Date) => day(now, 30),
  conditions: '落实用地规模和能耗指标。',
  reason: '按工作方案办理。',
};

/** Not required of every project, but of one that is given land. */
const EXPECTED: ReadonlySet<string> = new Set([
  'landNeed',
  'agreedStartOn',
  'agreedCompletionOn',
  'agreedProductionOn',
]);

/** How a form is filled: what is asked besides the required, the time, and what somebody has decided. */
export interface Filling {
  readonly also?: readonly string[];
  readonly now?: Date;
  readonly given?: Readonly<Record<string, unknown>>;
}

/** Fills the form of an outcome: what is known stays, what is required (or in `also`) is decided, dates are today's. */
export const fillForm = (
  page: TaskPage,
  outcome: TaskPage['outcomes'][number],
  uscc: string,
  { also = [], now = new Date(), given = {} }: Filling = {},
): Record<string, unknown> => {
  const form: Record<string, unknown> = {};
  for (const name of outcome.fields) {
    const field = page.form.properties[name];
    if (!field) continue;
    const known = given[name] ?? page.prefill[name];
    if (known !== undefined) form[name] = known;
    else if (outcome.required.includes(name) || EXPECTED.has(name) || also.includes(name))
      form[name] = decide(name, field, page.prefill, uscc, now);
  }
  return form;
};

const decide = (name: string, field: Field, known: Known, uscc: string, now: Date): unknown => {
  const decided = DECIDED[name];
  const value = typeof decided === 'function' ? (decided as (known: Known, now: Date) => unknown)(known, now) : decided;
  if (value !== undefined && (!field.enum || field.enum.includes(String(value)))) return value;
  switch (field['x-widget']) {
    case 'uscc':
      return uscc;
    case 'date':
      return day(now, 0);
    case 'boolean':
      return true;
    case 'select':
      return field.enum?.[0];
    case 'multiselect':
      return field.items?.enum?.slice(0, 1) ?? [];
    case 'money':
      return share(known, '0.1');
    case 'number':
      return Math.max(field.minimum ?? 0, Math.min(10, Math.floor((field.maximum ?? 10) * 0.9)));
    default:
      return '已按工作方案核实，情况属实，同意推进下一步工作，相关材料已归档备查。';
  }
};

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const randomDigits = (): string => Array.from({ length: 9 }, () => Math.floor(Math.random() * 10)).join('');

/**
 * A unified social credit code that is well formed and synthetic, its check digit right.
 *
 * @param digits nine of them for its middle; random ones where left out
 */
export const syntheticUscc = (digits: string = randomDigits()): string => {
  const body = `91120116${digits}`;
  const sum = [...body].reduce((total, sign, index) => total + ALPHABET.indexOf(sign) * (3 ** index % 31), 0);
  return body + (ALPHABET[(31 - (sum % 31)) % 31] ?? '');
};
