import type { Sql } from '@landfall/persistence';
import type { AcceptedDispute } from './apply-disputes';
import type { Owner, OwnerKind } from './waiting-rules';

/** A dispute about whom an interval was waited for, with its decision once there is one; neither is ever changed. */
export interface WaitingDispute {
  readonly id: string;
  readonly projectId: string;
  readonly from: Date;
  readonly to: Date;
  readonly against: Owner;
  readonly claimed: Owner;
  readonly reason: string;
  readonly evidence: string;
  readonly by: { readonly accountId: string; readonly name: string; readonly unit: string };
  readonly at: Date;
  readonly decision: {
    readonly outcome: 'accepted' | 'refused';
    readonly reason: string;
    readonly by: { readonly accountId: string; readonly name: string };
    readonly at: Date;
  } | null;
}

interface DisputeRow {
  readonly id: string;
  readonly project_id: string;
  readonly from_at: Date;
  readonly to_at: Date;
  readonly against_kind: OwnerKind;
  readonly against_owner: string;
  readonly claimed_kind: OwnerKind;
  readonly claimed_owner: string;
  readonly reason: string;
  readonly evidence: string;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly actor_unit: string;
  readonly at: Date;
  readonly outcome: 'accepted' | 'refused' | null;
  readonly decision_reason: string;
  readonly decided_by: string;
  readonly decided_by_name: string;
  readonly decided_at: Date;
}

const SELECT = `
  SELECT q.*, d.outcome, d.reason AS decision_reason, d.actor_id AS decided_by, d.actor_name AS decided_by_name,
    d.at AS decided_at
  FROM waiting_dispute q LEFT JOIN waiting_decision d ON d.dispute_id = q.id`;

/** The disputes of some projects, oldest first. */
export const readDisputes = async (sql: Sql, projectIds: readonly string[]): Promise<WaitingDispute[]> =>
  (await sql.query<DisputeRow>(`${SELECT} WHERE q.project_id = ANY($1::uuid[]) ORDER BY q.at, q.id`, [projectIds])).map(
    disputeOf,
  );

export const findDispute = async (sql: Sql, id: string): Promise<WaitingDispute | undefined> =>
  (await sql.query<DisputeRow>(`${SELECT} WHERE q.id = $1`, [id])).map(disputeOf)[0];

/** The disputes that wait for a decision, oldest first, at most `limit`. */
export const readUndecided = async (sql: Sql, limit: number): Promise<WaitingDispute[]> =>
  (await sql.query<DisputeRow>(`${SELECT} WHERE d.dispute_id IS NULL ORDER BY q.at, q.id LIMIT $1`, [limit])).map(
    disputeOf,
  );

/** What the accepted ones among some disputes move. */
export const acceptedOf = (disputes: readonly WaitingDispute[]): AcceptedDispute[] =>
  disputes.flatMap(({ id, from, to, against, claimed, decision }) =>
    decision?.outcome === 'accepted' ? [{ id, from, to, against, claimed, decidedAt: decision.at }] : [],
  );

const disputeOf = (row: DisputeRow): WaitingDispute => ({
  id: row.id,
  projectId: row.project_id,
  from: row.from_at,
  to: row.to_at,
  against: { kind: row.against_kind, owner: row.against_owner },
  claimed: { kind: row.claimed_kind, owner: row.claimed_owner },
  reason: row.reason,
  evidence: row.evidence,
  by: { accountId: row.actor_id, name: row.actor_name, unit: row.actor_unit },
  at: row.at,
  decision:
    row.outcome === null
      ? null
      : {
          outcome: row.outcome,
          reason: row.decision_reason,
          by: { accountId: row.decided_by, name: row.decided_by_name },
          at: row.decided_at,
        },
});
