import type { Clock } from '@landfall/clock';
import type { Database, Sql } from '@landfall/persistence';
import type { OutsideChannel } from './channels/channel';
import type { QuietHours } from './quiet-hours';
import { refuse } from './refusal-texts';

/** What notices are about; a kind's first word says which (`task.overdue` is about tasks). */
export const TOPICS = ['task', 'project', 'issue', 'supervision', 'calendar', 'digest'] as const;

export type Topic = (typeof TOPICS)[number];

/** How a person wants to be told. The page shows every notice in any case; what leaves the house is chosen here. */
export interface Preferences {
  readonly email: string | null;
  /** The ways outside the page, by what a notice is about. */
  readonly channels: Readonly<Record<Topic, readonly OutsideChannel[]>>;
  /** Whether normal notices wait for the digest of the next morning instead of leaving one by one. */
  readonly digest: boolean;
  readonly quiet: QuietHours;
}

/**
 * For whoever has chosen nothing: the page, and one digest a day by e-mail. What a person is chased for openly (blocked
 * projects, supervision) goes to the chats too, when it is urgent.
 */
export const USUAL_PREFERENCES: Preferences = {
  email: null,
  channels: {
    task: ['email'],
    project: ['email'],
    issue: ['email', 'wecom', 'dingtalk'],
    supervision: ['email', 'wecom', 'dingtalk'],
    calendar: ['email'],
    digest: ['email'],
  },
  digest: true,
  quiet: { from: '21:00', until: '08:00', onRestDays: true },
};

interface PreferenceRow {
  account: string;
  email: string | null;
  channels: Partial<Record<Topic, OutsideChannel[]>>;
  digest: boolean;
  quiet_from: string;
  quiet_until: string;
  quiet_on_rest_days: boolean;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const EMAIL = /^[^\s@<>"',;:()[\]\\]{1,64}@[^\s@<>"',;:()[\]\\]{1,190}$/;

/** What processes call by words of their own. */
const FIELDS: ReadonlyMap<string, Topic> = new Map([
  ['supervisionItem', 'supervision'],
  ['light', 'supervision'],
  ['pushRequest', 'project'],
]);

/** What a kind of notice is about; an unknown word counts as the person's tasks. */
export const topicOf = (kind: string): Topic => {
  const [field = ''] = kind.split('.');
  return TOPICS.find((topic) => topic === field) ?? FIELDS.get(field) ?? 'task';
};

/** Keeps how people want to be told. */
export class NoticePreferences {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(account: string): Promise<Preferences> {
    return (await preferencesOf(this.database, [account])).get(account) ?? USUAL_PREFERENCES;
  }

  /** @throws Rejection `NOTICE_PREFERENCE.EMAIL_INVALID`, `NOTICE_PREFERENCE.TIME_INVALID` (422) */
  async set(account: string, preferences: Preferences): Promise<Preferences> {
    const { email, channels, digest, quiet } = preferences;
    if (email !== null && !EMAIL.test(email)) throw refuse('NOTICE_PREFERENCE.EMAIL_INVALID', 422, { email });
    for (const time of [quiet.from, quiet.until]) {
      if (!TIME.test(time)) throw refuse('NOTICE_PREFERENCE.TIME_INVALID', 422, { time });
    }
    await this.database.query(
      `INSERT INTO notice_preference (account, email, channels, digest, quiet_from, quiet_until, quiet_on_rest_days, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (account) DO UPDATE SET email = excluded.email, channels = excluded.channels, digest = excluded.digest,
         quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
         quiet_on_rest_days = excluded.quiet_on_rest_days, updated_at = excluded.updated_at`,
      [account, email, JSON.stringify(channels), digest, quiet.from, quiet.until, quiet.onRestDays, this.clock.now()],
    );
    return this.of(account);
  }
}

/** The preferences of several people; who has chosen nothing has the usual ones. */
export const preferencesOf = async (sql: Sql, accounts: readonly string[]): Promise<Map<string, Preferences>> => {
  const rows = await sql.query<PreferenceRow>('SELECT * FROM notice_preference WHERE account = ANY($1::text[])', [
    accounts,
  ]);
  const chosen = new Map(rows.map((row) => [row.account, toPreferences(row)]));
  return new Map(accounts.map((account) => [account, chosen.get(account) ?? USUAL_PREFERENCES]));
};

const toPreferences = (row: PreferenceRow): Preferences => ({
  email: row.email,
  channels: { ...USUAL_PREFERENCES.channels, ...row.channels },
  digest: row.digest,
  quiet: { from: row.quiet_from, until: row.quiet_until, onRestDays: row.quiet_on_rest_days },
});
