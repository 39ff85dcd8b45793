import type { Clock } from '@landfall/clock';
import type { Database, Sql } from '@landfall/persistence';
import { v7 } from 'uuid';
import type { Person } from './person';
import { postsHeld } from './post-assignment';
import type { HeldPost, PostDirectory } from './post-directory';
import { refuse } from './refusal-texts';
import { isAdministrator } from './role';

export interface AccountName {
  readonly accountId: string;
  readonly name: string;
}

export interface NewSubstitution {
  /** Whose work it is; the person who sets it, or staff of a unit that he heads. */
  readonly principal: string;
  readonly substitute: string;
  /** The first and the last day (YYYY-MM-DD in Asia/Shanghai), both included. */
  readonly validFrom: string;
  readonly validTo: string;
  readonly reason: string;
}

/** `planned` before its first day, `acting` through its last, `over` afterwards; `ended` when somebody ended it before. */
export type SubstitutionState = 'planned' | 'acting' | 'over' | 'ended';

export interface Substitution {
  readonly id: string;
  readonly principal: AccountName;
  readonly substitute: AccountName;
  readonly validFrom: string;
  readonly validTo: string;
  readonly reason: string;
  readonly setBy: AccountName;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: AccountName | null;
  readonly state: SubstitutionState;
}

/** The longest span of one substitution, in days: whoever is away longer hands the post over. */
export const LONGEST_SUBSTITUTION = 366;
const LONGEST_REASON = 200;
const SHOWN = 100;
const DAY_MS = 86_400_000;

const NAMED = (alias: string) => `jsonb_build_object('accountId', ${alias}.id, 'name', ${alias}.name)`;
/** Reads substitutions as of the day $1. */
const SELECT = `
  SELECT s.id, ${NAMED('principal')} AS principal, ${NAMED('substitute')} AS substitute, s.valid_from AS "validFrom",
         s.valid_to AS "validTo", s.reason, ${NAMED('setter')} AS "setBy", s.created_at AS "createdAt",
         s.ended_at AS "endedAt", CASE WHEN ender.id IS NOT NULL THEN ${NAMED('ender')} END AS "endedBy",
         CASE WHEN s.ended_at IS NOT NULL THEN 'ended' WHEN $1 < s.valid_from THEN 'planned'
              WHEN $1 > s.valid_to THEN 'over' ELSE 'acting' END AS state
  FROM substitution s
  JOIN account principal ON principal.id = s.principal
  JOIN account substitute ON substitute.id = s.substitute
  JOIN account setter ON setter.id = s.set_by
  LEFT JOIN account ender ON ender.id = s.ended_by`;

/**
 * Lets somebody do another person's work from a day to a day (代理).
 *
 * It starts and ends by itself with the day in Asia/Shanghai; ended by hand, it ends at once. A substitute does the work of
 * his principal only, never that of those whom the principal himself stands in for. Administrators neither have nor are a
 * substitute.
 */
export class Substitutions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly directory: PostDirectory,
  ) {}

  /**
   * Sets a substitute for oneself, or as head of a unit for its staff.
   *
   * @throws Rejection `SUBSTITUTION.SELF`, `.DAYS_REVERSED`, `.DAYS_PAST`, `.TOO_LONG`, `.REASON_INVALID`,
   * `.NOT_ACTIVE` (422), `.ADMINISTRATOR`, `.OVERLAPS` (409), `.NOT_ALLOWED` (403)
   */
  async set(request: NewSubstitution, by: Person): Promise<Substitution> {
    const { principal, substitute, validFrom, validTo } = request;
    const { day: today } = await this.directory.view();
    const reason = request.reason.trim();
    requireSound({ ...request, reason }, today);
    const directory = await this.directory.view(validFrom);
    const id = v7();
    await this.db.transaction(async (tx) => {
      const people = await lockPeople(tx, [principal, substitute], [validFrom, validTo]);
      const postsOf = (account: string): HeldPost[] =>
        (people.get(account)?.posts ?? []).flatMap(({ code, from, to }) =>
          from <= validFrom && (to === null || validFrom < to) ? (directory.post(code) ?? []) : [],
        );
      // Who may not set it learns nothing about the accounts.
      if (by.accountId !== principal && !headsUnitOf(by, postsOf(principal))) {
        throw refuse('SUBSTITUTION.NOT_ALLOWED', 403);
      }
      for (const account of [principal, substitute]) {
        const person = people.get(account);
        const name = person?.name ?? account;
        const posts = (person?.posts ?? []).flatMap(({ code }) => directory.post(code) ?? []);
        if (posts.some(isAdministrator)) throw refuse('SUBSTITUTION.ADMINISTRATOR', 409, { name });
        if (!person?.open || postsOf(account).length === 0) throw refuse('SUBSTITUTION.NOT_ACTIVE', 422, { name });
      }
      // Both accounts are locked, so that nobody else sets the same between this look and the insert.
      const [standing] = await tx.query<{ from: string; to: string }>(
        `SELECT valid_from AS "from", valid_to AS "to" FROM substitution
         WHERE principal = $1 AND substitute = $2 AND ended_at IS NULL AND valid_from <= $4 AND valid_to >= $3 LIMIT 1`,
        [principal, substitute, validFrom, validTo],
      );
      if (standing !== undefined) throw refuse('SUBSTITUTION.OVERLAPS', 409, { ...standing });
      await tx.query(
        `INSERT INTO substitution (id, principal, substitute, valid_from, valid_to, reason, set_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, principal, substitute, validFrom, validTo, reason, by.accountId, this.clock.now()],
      );
    });
    return this.find(id, today);
  }

  /**
   * Ends a substitution at once; for the person concerned and whoever heads his unit.
   *
   * @throws Rejection `SUBSTITUTION.NOT_FOUND` (404), `SUBSTITUTION.NOT_ALLOWED` (403), `SUBSTITUTION.OVER` (409)
   */
  async end(id: string, by: Person): Promise<Substitution> {
    const directory = await this.directory.view();
    const { principal, state } = await this.find(id, directory.day);
    if (principal.accountId !== by.accountId) {
      const posts = await postsHeld(this.db, directory, principal.accountId);
      if (!headsUnitOf(by, posts)) throw refuse('SUBSTITUTION.NOT_ALLOWED', 403);
    }
    const ended =
      state === 'over'
        ? []
        : await this.db.query(
            'UPDATE substitution SET ended_at = $2, ended_by = $3 WHERE id = $1 AND ended_at IS NULL RETURNING id',
            [id, this.clock.now(), by.accountId],
          );
    if (ended.length === 0) throw refuse('SUBSTITUTION.OVER', 409);
    return this.find(id, directory.day);
  }

  /** Who acts for an account and for whom it acts, past and planned too, newest first; at most 100 of each. */
  async listFor(account: string): Promise<{ mine: Substitution[]; actingFor: Substitution[] }> {
    const { day } = await this.directory.view();
    const list = (column: 'principal' | 'substitute') =>
      this.db.query<Substitution>(
        `${SELECT} WHERE s.${column} = $2 ORDER BY s.valid_from DESC, s.id DESC LIMIT ${SHOWN}`,
        [day, account],
      );
    const [mine, actingFor] = await Promise.all([list('principal'), list('substitute')]);
    return { mine, actingFor };
  }

  /** The planned and acting ones of the staff of the units that a person heads. */
  async listForStaffOf(head: Person): Promise<Substitution[]> {
    const directory = await this.directory.view();
    const codes = unitsHeadedBy(head).flatMap((unit) => directory.postsOfUnit(unit).map((post) => post.code));
    return this.db.query<Substitution>(
      `${SELECT} WHERE s.ended_at IS NULL AND s.valid_to >= $1 AND s.principal <> $2 AND EXISTS (
         SELECT FROM post_assignment held WHERE held.account_id = s.principal AND held.post_code = ANY($3)
           AND held.valid_from <= $1 AND (held.valid_to IS NULL OR $1 < held.valid_to))
       ORDER BY s.valid_from, s.id LIMIT ${SHOWN}`,
      [directory.day, head.accountId, codes],
    );
  }

  private async find(id: string, day: string): Promise<Substitution> {
    const [found] = await this.db.query<Substitution>(`${SELECT} WHERE s.id = $2`, [day, id]);
    if (found === undefined) throw refuse('SUBSTITUTION.NOT_FOUND', 404);
    return found;
  }
}

/** The units that a person heads by one of the posts held today. */
export const unitsHeadedBy = (person: Pick<Person, 'posts'>): string[] => [
  ...new Set(person.posts.filter((post) => post.headsUnit).map((post) => post.unit)),
];

const headsUnitOf = (head: Person, posts: readonly HeldPost[]): boolean => {
  const headed = unitsHeadedBy(head);
  return posts.some((post) => headed.includes(post.unit));
};

const requireSound = (request: NewSubstitution, today: string): void => {
  const { principal, substitute, validFrom, validTo, reason } = request;
  if (principal === substitute) throw refuse('SUBSTITUTION.SELF', 422);
  if (validTo < validFrom) throw refuse('SUBSTITUTION.DAYS_REVERSED', 422, { from: validFrom, to: validTo });
  if (validFrom < today) throw refuse('SUBSTITUTION.DAYS_PAST', 422, { from: validFrom, today });
  const days = (Date.parse(validTo) - Date.parse(validFrom)) / DAY_MS + 1;
  if (days > LONGEST_SUBSTITUTION) throw refuse('SUBSTITUTION.TOO_LONG', 422, { limit: LONGEST_SUBSTITUTION, days });
  const { length } = [...reason];
  if (length === 0 || length > LONGEST_REASON) {
    throw refuse('SUBSTITUTION.REASON_INVALID', 422, { limit: LONGEST_REASON, length });
  }
};

interface LockedPerson {
  readonly id: string;
  readonly name: string;
  readonly open: boolean;
  /** The posts held on any day of the span. */
  readonly posts: readonly { readonly code: string; readonly from: string; readonly to: string | null }[];
}

const lockPeople = async (
  tx: Sql,
  accounts: readonly string[],
  [from, to]: readonly [string, string],
): Promise<ReadonlyMap<string, LockedPerson>> => {
  await tx.query('SELECT id FROM account WHERE id = ANY($1) ORDER BY id FOR UPDATE', [accounts]);
  const rows = await tx.query<LockedPerson>(
    `SELECT account.id, account.name, account.disabled_at IS NULL AS open,
            coalesce((SELECT jsonb_agg(jsonb_build_object('code', post_code, 'from', valid_from, 'to', valid_to))
                      FROM post_assignment WHERE account_id = account.id AND valid_from <= $3
                        AND (valid_to IS NULL OR valid_to > $2)), '[]') AS posts
     FROM account WHERE account.id = ANY($1)`,
    [accounts, from, to],
  );
  return new Map(rows.map((row) => [row.id, row]));
};
