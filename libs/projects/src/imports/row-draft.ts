import type { FieldProblem } from '@landfall/process-definition';
import { isUnnamedInvestor, type LeadDraft } from '../leads/check-lead';
import { type CapitalType, MILESTONES } from '../leads/lead';
import { parseMoney } from '../money';
import { fieldProblem } from '../refusal-texts';
import { type ColumnMapping, type ImportColumn, startsLikeFormula } from './import-columns';

/** The cells of one row by column; only those that say something. */
export type RowCells = Readonly<Partial<Record<ImportColumn, string>>>;

export interface RowDraft {
  readonly draft: LeadDraft;
  readonly problems: readonly FieldProblem[];
}

/** What people write into a cell that has nothing to say. */
const NOTHING = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  '暂无',
  '不详',
  'n/a',
  'na',
  'null',
  'none',
  'nan',
]);

const CAPITAL_TYPES: Readonly<Record<string, CapitalType>> = {
  domestic: 'domestic',
  内资: 'domestic',
  foreign: 'foreign',
  外资: 'foreign',
  中外合资: 'foreign',
  hkmacaotaiwan: 'hkMacaoTaiwan',
  港澳台: 'hkMacaoTaiwan',
  港澳台资: 'hkMacaoTaiwan',
  unknown: 'unknown',
  未知: 'unknown',
};

/** Columns whose minus sign is a wrong number, not a formula; a bare sign with letters behind it is one all the same. */
const NUMERIC: ReadonlySet<ImportColumn> = new Set(['totalInvestment', 'landNeed', 'outputPlan', 'exchangeRate']);

/** Takes the cells of a row by its file's mapping; units that the headers name are written to the amounts. */
export const cellsOf = ({ at, units }: ColumnMapping, cells: readonly string[]): RowCells => {
  const row: Partial<Record<ImportColumn, string>> = {};
  for (const [column, index] of Object.entries(at) as [ImportColumn, number][]) {
    const text = (cells[index] ?? '').trim();
    if (!NOTHING.has(text.normalize('NFKC').toLowerCase())) row[column] = text;
  }
  if (row.currencyUnit === undefined && units.totalInvestment) row.currencyUnit = units.totalInvestment;
  if (row.outputPlan !== undefined && units.outputPlan && /\d$/.test(row.outputPlan))
    row.outputPlan += units.outputPlan;
  return row;
};

const isFormula = (column: ImportColumn, text: string): boolean =>
  startsLikeFormula(text) && !(NUMERIC.has(column) && /^[+-][\d.,]/.test(text));

const capitalTypeOf = (text: string | undefined): CapitalType | undefined =>
  text === undefined ? 'unknown' : CAPITAL_TYPES[text.normalize('NFKC').toLowerCase().replace(/\s/g, '')];

/** Reads a row as a lead with facts that are already true; the stage, certainty and date of the report are kept as said. */
export const draftOfRow = (row: RowCells): RowDraft => {
  const problems: FieldProblem[] = [];
  for (const [column, text] of Object.entries(row) as [ImportColumn, string][]) {
    if (isFormula(column, text)) problems.push(fieldProblem(column, 'LEAD.FORMULA'));
  }
  const capitalType = capitalTypeOf(row.capitalType);
  if (capitalType === undefined) {
    problems.push(fieldProblem('capitalType', 'LEAD.CAPITAL_TYPE_UNKNOWN', { value: row.capitalType ?? '' }));
  }
  const unnamed = isUnnamedInvestor(row.investorName);
  return { draft: draft(row, capitalType ?? 'unknown', unnamed, problems), problems };
};

const draft = (row: RowCells, capitalType: CapitalType, unnamed: boolean, problems: FieldProblem[]): LeadDraft => ({
  projectName: row.projectName ?? '',
  investorName: unnamed ? null : (row.investorName ?? null),
  investorHidden: unnamed,
  investorUscc: row.investorUscc ?? null,
  investorOrigin: row.investorOrigin ?? null,
  capitalType,
  ownership: null,
  industryFocus: row.industryFocus ?? '',
  industryCode: row.industryCode ?? null,
  totalInvestment: row.totalInvestment ?? null,
  currencyUnit: row.currencyUnit ?? '',
  exchangeRate:
    row.exchangeRate === undefined
      ? null
      : { rate: row.exchangeRate, on: row.rateOn ?? '', source: row.rateSource ?? '' },
  fixedInvestment: null,
  landNeed: row.landNeed ?? null,
  outputPlan: outputOf(row.outputPlan, problems),
  landingUnit: row.landingUnit ?? null,
  sourceType: 'list',
  contact: row.contact ?? null,
  brief: row.brief ?? null,
  carrierMode: null,
  crossRegion: false,
  milestones: Object.fromEntries(
    MILESTONES.flatMap((milestone) => {
      const date = row[milestone];
      return date === undefined ? [] : [[milestone, date]];
    }),
  ),
  enterpriseName: row.enterpriseName ?? null,
  enterpriseUscc: row.enterpriseUscc ?? null,
  facts: {
    ...(row.stageReported ? { stageReported: row.stageReported } : {}),
    ...(row.sourceDate ? { sourceDate: row.sourceDate } : {}),
    ...(row.certainty ? { certainty: row.certainty } : {}),
  },
  source: 'import',
  sourceId: row.sourceId ?? null,
});

/** A planned output becomes 万元 here, so that the check sees one unit. */
const outputOf = (text: string | undefined, problems: FieldProblem[]): string | null => {
  if (text === undefined) return null;
  const money = parseMoney(text, '万元');
  if (typeof money === 'string') {
    problems.push(fieldProblem('outputPlan', 'LEAD.NUMBER_INVALID', { value: text }));
    return null;
  }
  return money.tenThousandYuan;
};
