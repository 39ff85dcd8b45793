import { Heartbeat } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import { Rejection, SYSTEM_ACTOR } from '@landfall/process-definition';
import type { ProcessEngine } from '@landfall/process-engine';

export interface LapsedIssuesParts {
  readonly database: Database;
  readonly engine: Pick<ProcessEngine, 'send'>;
}

const AT_MOST = 500;

/** Closes the issues of projects that have ended: nobody is to climb a ladder for a project that is over. */
export class LapsedIssues {
  private readonly heart: Heartbeat;

  constructor(
    private readonly parts: LapsedIssuesParts,
    options: { readonly intervalMs: number; readonly onError?: (error: unknown) => void },
  ) {
    this.heart = new Heartbeat(
      async () => {
        await this.sweep();
      },
      options.intervalMs,
      options.onError ?? (() => {}),
    );
  }

  start(): void {
    this.heart.start();
  }

  async stop(): Promise<void> {
    await this.heart.stop();
  }

  /** Tells the open issues of ended projects so, each once; answers how many were told. */
  async sweep(): Promise<number> {
    const rows = await this.parts.database.query<{ id: string }>(
      `SELECT i.id FROM issue i JOIN process_instance p ON p.id = i.project_id
       WHERE i.closed_at IS NULL AND p.status = 'done' ORDER BY i.opened_at, i.id LIMIT $1`,
      [AT_MOST],
    );
    const told = await Promise.all(rows.map(({ id }) => this.tell(id)));
    return told.filter(Boolean).length;
  }

  private async tell(issueId: string): Promise<boolean> {
    try {
      const receipt = await this.parts.engine.send({
        instanceId: issueId,
        event: { type: 'projectEnded' },
        actor: SYSTEM_ACTOR,
        clientKey: `issue-lapsed:${issueId}`,
      });
      return !receipt.repeated;
    } catch (error) {
      // Somebody closed it in the meantime.
      if (error instanceof Rejection) return false;
      throw error;
    }
  }
}
