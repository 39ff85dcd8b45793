import type { Sql } from '@landfall/persistence';

/**
 * Gives out the next numbers of a series, in a statement of their own.
 *
 * A number that is taken and then not used leaves a gap: waiting for the commit of every start would make all filers of a
 * day queue behind one row.
 */
const take = async (sql: Sql, series: string, period: string, count: number): Promise<number[]> => {
  const [row] = await sql.query<{ last: string }>(
    `INSERT INTO number_series AS known (series, period, last) VALUES ($1, $2, $3)
     ON CONFLICT (series, period) DO UPDATE SET last = known.last + excluded.last RETURNING last`,
    [series, period, count],
  );
  const last = Number(row?.last ?? count);
  return Array.from({ length: count }, (_, index) => last - count + 1 + index);
};

const CALENDAR_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Binhai (YYYY-MM-DD) of an instant. */
export const dayInBinhai = (instant: Date): string => CALENDAR_DAY.format(instant);

const four = (value: number): string => String(value).padStart(4, '0');

export interface LeadNumbers {
  /** XS-yyyyMMdd-####; more than 9,999 leads on one day get more digits. */
  readonly leadNo: string;
  /** BH-yyyy-####. */
  readonly projectNo: string;
}

/** Takes lead and project numbers for new leads, in order. */
export const takeLeadNumbers = async (sql: Sql, at: Date, count: number): Promise<LeadNumbers[]> => {
  if (count === 0) return [];
  const day = dayInBinhai(at);
  const year = day.slice(0, 4);
  const [leads, projects] = await Promise.all([
    take(sql, 'XS', day.replaceAll('-', ''), count),
    take(sql, 'BH', year, count),
  ]);
  return leads.map((lead, at) => ({
    leadNo: `XS-${day.replaceAll('-', '')}-${four(lead)}`,
    projectNo: `BH-${year}-${four(projects[at] ?? 0)}`,
  }));
};
