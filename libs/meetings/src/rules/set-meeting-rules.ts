import { dayOf } from '@landfall/calendar';
import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import { refuse } from '../refusal-texts';
import {
  type MeetingRules,
  type MeetingRulesVersion,
  readMeetingRules,
  readMeetingRulesHistory,
} from './meeting-rules';

const SETTERS = ['LGO.director'];

/** The rules of meetings for people: what holds, what held, what will. */
export class MeetingRuleBook {
  constructor(private readonly parts: { readonly database: Database; readonly clock: Clock }) {}

  /** What holds today. */
  present(): Promise<MeetingRulesVersion> {
    return readMeetingRules(this.parts.database, dayOf(this.parts.clock.now()));
  }

  history(): Promise<MeetingRulesVersion[]> {
    return readMeetingRulesHistory(this.parts.database);
  }

  maySet({ groups }: Pick<Actor, 'groups'>): boolean {
    return SETTERS.some((group) => groups.includes(group));
  }

  /**
   * Sets the rules from a day on; earlier versions stay on record, and meetings that were called keep what they were called with.
   *
   * @throws Rejection `MEETING_RULE.SETTING_NOT_ALLOWED` (403), `MEETING_RULE.DATE_TAKEN` (409)
   */
  async set(actor: Actor, next: { readonly from: string; readonly rules: MeetingRules; readonly note: string }) {
    if (!this.maySet(actor)) throw refuse('MEETING_RULE.SETTING_NOT_ALLOWED', 403);
    const { database, clock } = this.parts;
    await database.transaction(async (tx) => {
      // Two who set rules at once do it one after the other.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('meeting_rule', 0))`);
      const [latest] = await tx.query<{ valid_from: string }>(
        'SELECT valid_from FROM meeting_rule ORDER BY valid_from DESC LIMIT 1',
      );
      const taken = latest !== undefined && next.from <= latest.valid_from;
      if (taken || next.from < dayOf(clock.now())) {
        throw refuse('MEETING_RULE.DATE_TAKEN', 409, { latest: latest?.valid_from ?? '', from: next.from });
      }
      await tx.query(
        `INSERT INTO meeting_rule (valid_from, rules, note, set_by, set_by_name, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [next.from, JSON.stringify(next.rules), next.note, actor.accountId, actor.name, clock.now()],
      );
    });
  }
}
