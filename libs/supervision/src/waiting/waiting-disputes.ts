import type { Actor } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import { refuse } from './refusal-texts';
import type { Waiting, WaitingParts } from './waiting';
import { findDispute, readUndecided, type WaitingDispute } from './waiting-dispute';
import type { Owner, OwnerKind } from './waiting-rules';

export interface DisputeRequest {
  readonly from: Date;
  readonly to: Date;
  /** To whom the interval is attributed now. */
  readonly against: Owner;
  /** To whom it should be; a suspension is decided in the process, not claimed afterwards. */
  readonly claimed: Owner & { readonly kind: Exclude<OwnerKind, 'suspended'> };
  readonly reason: string;
  /** What proves it: the number of a letter, a task, a file. */
  readonly evidence: string;
}

export interface DisputeDecision {
  readonly outcome: 'accepted' | 'refused';
  readonly reason: string;
}

const SHORTEST_TEXT = 5;

/**
 * Disputes about attributed waiting time: raised by the unit that the time is attributed to, decided by the office. Both are
 * records of their own; nothing that was attributed is overwritten.
 */
export class WaitingDisputes {
  constructor(
    private readonly parts: Pick<WaitingParts, 'database' | 'clock'> & {
      readonly waiting: Waiting;
      readonly isUnit: (code: string) => Promise<boolean>;
    },
  ) {}

  /**
   * @param isOffice whether the actor may dispute for others too, such as the enterprise
   * @throws Rejection `WAITING.INTERVAL_INVALID`, `WAITING.NOT_THE_OWNER`, `WAITING.SAME_OWNER`, `WAITING.OWNER_UNKNOWN`,
   *   `WAITING.REASON_MISSING` (422), `WAITING.DISPUTE_NOT_ALLOWED` (403), `WAITING.PROJECT_NOT_FOUND` (404)
   */
  async raise(actor: Actor, projectId: string, request: DisputeRequest, isOffice = false): Promise<WaitingDispute> {
    const { database, clock } = this.parts;
    const { against, claimed, from, to } = request;
    if (!isOffice && !belongsTo(actor, against)) throw refuse('WAITING.DISPUTE_NOT_ALLOWED', 403);
    requireText(request.reason);
    requireText(request.evidence);
    await this.requireOtherOwner(against, claimed);
    await this.requireAttributed(projectId, request);
    const id = uuid();
    await database.query(
      `INSERT INTO waiting_dispute (id, project_id, from_at, to_at, against_kind, against_owner, claimed_kind,
         claimed_owner, reason, evidence, actor_id, actor_name, actor_unit, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[id, projectId, from, to, against.kind, against.owner, claimed.kind, claimed.owner],
        ...[request.reason.trim(), request.evidence.trim(), actor.accountId, actor.name, actor.unit, clock.now()],
      ],
    );
    return this.require(id);
  }

  /**
   * Accepts or refuses a dispute, once and for good.
   *
   * @throws Rejection `WAITING.DISPUTE_NOT_FOUND` (404), `WAITING.ALREADY_DECIDED` (409), `WAITING.OWN_DISPUTE` (403),
   *   `WAITING.REASON_MISSING` (422)
   */
  async decide(actor: Actor, disputeId: string, { outcome, reason }: DisputeDecision): Promise<WaitingDispute> {
    const { database, clock } = this.parts;
    requireText(reason);
    const dispute = await this.require(disputeId);
    if (dispute.by.accountId === actor.accountId) throw refuse('WAITING.OWN_DISPUTE', 403);
    const decided = await database.query(
      `INSERT INTO waiting_decision (dispute_id, outcome, reason, actor_id, actor_name, at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ON CONSTRAINT waiting_decision_once DO NOTHING RETURNING dispute_id`,
      [disputeId, outcome, reason.trim(), actor.accountId, actor.name, clock.now()],
    );
    if (decided.length === 0) throw refuse('WAITING.ALREADY_DECIDED', 409);
    return this.require(disputeId);
  }

  /** The disputes that wait for the office, oldest first. */
  undecided(limit = 100): Promise<WaitingDispute[]> {
    return readUndecided(this.parts.database, limit);
  }

  /** @throws Rejection `WAITING.DISPUTE_NOT_FOUND` (404) */
  async require(id: string): Promise<WaitingDispute> {
    const dispute = await findDispute(this.parts.database, id);
    if (dispute === undefined) throw refuse('WAITING.DISPUTE_NOT_FOUND', 404);
    return dispute;
  }

  private async requireOtherOwner(against: Owner, claimed: Owner): Promise<void> {
    if (claimed.kind === against.kind && claimed.owner === against.owner) {
      throw refuse('WAITING.SAME_OWNER', 422, { owner: against.owner });
    }
    if (claimed.kind === 'unit' && !(await this.parts.isUnit(claimed.owner))) {
      throw refuse('WAITING.OWNER_UNKNOWN', 422, { owner: claimed.owner });
    }
  }

  /** The whole interval must belong to the owner it is raised against: otherwise it would move what nobody disputes. */
  private async requireAttributed(projectId: string, { from, to, against }: DisputeRequest): Promise<void> {
    const life = await this.parts.waiting.of(projectId);
    if (!(from < to) || from < life.from || to > life.to) throw refuse('WAITING.INTERVAL_INVALID', 422);
    const touched = life.pieces.filter((piece) => piece.from < to && piece.to > from);
    if (touched.some(({ kind, owner }) => kind !== against.kind || owner !== against.owner)) {
      throw refuse('WAITING.NOT_THE_OWNER', 422, { owner: against.owner });
    }
  }
}

const belongsTo = (actor: Actor, { kind, owner }: Owner): boolean =>
  kind === 'unit' && (actor.unit === owner || actor.groups.some((group) => group.split('.')[0] === owner));

const requireText = (text: string): void => {
  if ([...text.trim()].length < SHORTEST_TEXT) throw refuse('WAITING.REASON_MISSING', 422, { shortest: SHORTEST_TEXT });
};
