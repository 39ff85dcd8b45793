import type { Database } from '@landfall/persistence';
import { Rejection, SYSTEM_ACTOR } from '@landfall/process-definition';
import type { ProcessEngine } from '@landfall/process-engine';

export interface LapsedRequestsParts {
  readonly database: Database;
  readonly engine: Pick<ProcessEngine, 'send'>;
}

const AT_MOST = 500;

/** Withdraws the push requests of projects that have ended: no meeting is to be held for a project that is over. */
export class LapsedRequests {
  constructor(private readonly parts: LapsedRequestsParts) {}

  /** Tells the open requests of ended projects so, each once; answers how many were told. */
  async sweep(): Promise<number> {
    const rows = await this.parts.database.query<{ id: string }>(
      `SELECT r.id FROM push_request r JOIN process_instance p ON p.id = r.project_id
       WHERE r.closed_at IS NULL AND p.status = 'done' ORDER BY r.requested_at, r.id LIMIT $1`,
      [AT_MOST],
    );
    const told = await Promise.all(rows.map(({ id }) => this.tell(id)));
    return told.filter(Boolean).length;
  }

  private async tell(requestId: string): Promise<boolean> {
    try {
      const receipt = await this.parts.engine.send({
        instanceId: requestId,
        event: { type: 'projectEnded' },
        actor: SYSTEM_ACTOR,
        clientKey: `push-request-lapsed:${requestId}`,
      });
      return !receipt.repeated;
    } catch (error) {
      // It was decided on, or withdrawn, in this moment.
      if (error instanceof Rejection) return false;
      throw error;
    }
  }
}
