import type { Sql } from '@landfall/persistence';

/** How many of how many: numerator and denominator. */
export type Share = readonly [numerator: number, denominator: number];

/** When street and town projects are gathered for a meeting (domain-model 6.b1). */
export interface StreetTownRules {
  /** Days of the month on which a batch is closed; on a day of rest it moves to the next working day. */
  readonly cutOffDays: readonly number[];
  readonly fromWaiting: number;
  readonly longestWaitWorkingDays: number;
  readonly itemsAtMost: number;
}

/** When problems and district reviews are brought together (6.b2). */
export interface PushRules {
  readonly fromWaiting: number;
  /** For district reviews, which have no day by which they are held. */
  readonly longestWaitWorkingDays: number;
  readonly holdWithinWorkingDays: number;
  readonly urgentWithinWorkingDays: number;
  /** How many working days before a meeting has to be held it is called, so that its notice goes out in time. */
  readonly callAheadWorkingDays: number;
  readonly itemsAtMost: number;
}

/** When projects that wait for the leading group call for a special meeting (6.c2). */
export interface LeadingGroupRules {
  readonly fromWaiting: number;
  readonly longestWaitWorkingDays: number;
  readonly itemsAtMost: number;
}

/** The numbers that meetings are called and held by. */
export interface MeetingRules {
  readonly streetTown: StreetTownRules;
  readonly push: PushRules;
  readonly leadingGroup: LeadingGroupRules;
  /** The share of the reviewing units that must be there or have written. */
  readonly quorums: Readonly<Record<'streetTownReview' | 'push' | 'conference' | 'special' | 'plenary', Share>>;
}

/** The rules with the day they hold from and who set them. */
export interface MeetingRulesVersion {
  readonly validFrom: string;
  readonly rules: MeetingRules;
  readonly note: string;
  readonly setBy: string;
}

interface Row {
  readonly valid_from: string;
  readonly rules: MeetingRules;
  readonly note: string;
  readonly set_by_name: string;
}

const versionOf = (row: Row): MeetingRulesVersion => ({
  validFrom: row.valid_from,
  rules: row.rules,
  note: row.note,
  setBy: row.set_by_name,
});

/** Reads the rules that hold on a day; without any no meeting can be called, which is a fault of the data. */
export const readMeetingRules = async (sql: Sql, day: string): Promise<MeetingRulesVersion> => {
  const [row] = await sql.query<Row>(
    'SELECT * FROM meeting_rule WHERE valid_from <= $1 ORDER BY valid_from DESC LIMIT 1',
    [day],
  );
  if (row === undefined) throw new Error(`No version of the meeting rules holds on ${day}. Add one to meeting_rule.`);
  return versionOf(row);
};

/** Every version, the newest first. */
export const readMeetingRulesHistory = async (sql: Sql): Promise<MeetingRulesVersion[]> => {
  const rows = await sql.query<Row>('SELECT * FROM meeting_rule ORDER BY valid_from DESC');
  return rows.map(versionOf);
};
