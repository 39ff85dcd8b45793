import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import { type LocalizedText, Rejection, type RejectionParams } from '@landfall/process-definition';
import { calendarDay } from './calendar-day';
import { leaderInCharge } from './leader-in-charge';

/** Every refusal about leaders in charge in both languages; `{name}` is filled with the rejection's params. */
export const leaderRefusalTexts = {
  'LEADER_IN_CHARGE.GROUP_UNKNOWN': {
    zh: '分管领导应为组长、常务副组长或副组长，但“{group}”不是。',
    en: "Expected the leader, the executive deputy leader or the deputy leaders, but '{group}' is none of these.",
  },
  'LEADER_IN_CHARGE.DATE_TAKEN': {
    zh: '分管安排应自最近一次安排（{latest}）之后生效，但填写的是 {from}。',
    en: 'Expected a day after the latest arrangement ({latest}), but it is {from}.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** 分管: which leader is in charge of a unit, since when. */
export interface LeaderResponsibility {
  readonly unit: string;
  /** A candidate group: `LG.deputy`. */
  readonly leaderGroup: string;
  /** YYYY-MM-DD. */
  readonly from: string;
  /** The first day on which it holds no more. */
  readonly to: string | null;
}

const LEADERS: readonly string[] = ['LG.leader', 'LG.exec', 'LG.deputy'];

/** Keeps which leader is in charge of which unit; earlier arrangements stay on record. */
export class LeaderResponsibilities {
  constructor(private readonly parts: { readonly database: Database; readonly clock: Clock }) {}

  /** What holds today and later, by unit. */
  async list(): Promise<LeaderResponsibility[]> {
    const rows = await this.parts.database.query<{
      unit: string;
      leader_group: string;
      valid_from: string;
      valid_to: string | null;
    }>(`SELECT * FROM leader_responsibility WHERE valid_to IS NULL OR valid_to > $1 ORDER BY unit, valid_from`, [
      calendarDay(this.parts.clock.now()),
    ]);
    return rows.map(({ unit, leader_group, valid_from, valid_to }) => ({
      unit,
      leaderGroup: leader_group,
      from: valid_from,
      to: valid_to,
    }));
  }

  /** The leader in charge of the first of the units that has one today; the executive deputy leader where none has. */
  async of(...units: readonly string[]): Promise<string> {
    return leaderInCharge(this.parts.database, units, calendarDay(this.parts.clock.now()));
  }

  /**
   * Puts a leader in charge of a unit from a day on; whoever was in charge before is so until that day.
   *
   * @throws Rejection `LEADER_IN_CHARGE.GROUP_UNKNOWN` (422), `LEADER_IN_CHARGE.DATE_TAKEN` (409)
   */
  async arrange({ unit, leaderGroup, from }: Omit<LeaderResponsibility, 'to'>): Promise<void> {
    if (!LEADERS.includes(leaderGroup)) throw refuse('LEADER_IN_CHARGE.GROUP_UNKNOWN', 422, { group: leaderGroup });
    await this.parts.database.transaction(async (tx) => {
      // Two who arrange the same unit at once do it one after the other.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`leader_responsibility:${unit}`]);
      const [latest] = await tx.query<{ valid_from: string }>(
        'SELECT valid_from FROM leader_responsibility WHERE unit = $1 ORDER BY valid_from DESC LIMIT 1',
        [unit],
      );
      if (latest && latest.valid_from >= from) {
        throw refuse('LEADER_IN_CHARGE.DATE_TAKEN', 409, { latest: latest.valid_from, from });
      }
      await tx.query('UPDATE leader_responsibility SET valid_to = $2 WHERE unit = $1 AND valid_to IS NULL', [
        unit,
        from,
      ]);
      await tx.query('INSERT INTO leader_responsibility (unit, leader_group, valid_from) VALUES ($1, $2, $3)', [
        unit,
        leaderGroup,
        from,
      ]);
    });
  }
}

const refuse = (code: keyof typeof leaderRefusalTexts, status: number, params: RejectionParams): Rejection =>
  new Rejection({
    code,
    status,
    message: leaderRefusalTexts[code].en.replace(/\{(\w+)\}/g, (_match, name: string) => String(params[name] ?? '')),
    params,
  });
