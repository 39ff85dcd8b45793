import type { Database } from '@landfall/persistence';
import { Rejection } from '@landfall/process-definition';
import type { DefinitionRegistry, DefinitionWay } from '../definition/definition-registry';

/** The job that brings all instances over that have a way to a later version. */
export const MIGRATE_JOB = 'engine.migrate-instances';

export interface MigratedInstances {
  readonly migrated: number;
  /** Those that stay on their version, with the code that says why. */
  readonly refused: readonly { readonly instanceId: string; readonly code: string }[];
}

/** Finds the instances that have a way to a later version and brings each over in a transaction of its own. */
export class InstanceMigrations {
  constructor(
    private readonly database: Database,
    private readonly definitions: DefinitionRegistry,
    private readonly migrate: (instanceId: string) => Promise<unknown>,
  ) {}

  /**
   * Brings over whatever is on an earlier version, in id order. What was brought over before is not found again, so that a
   * run that is cut short is simply run again.
   *
   * @throws Error when some could not be brought over; all others are
   */
  async run(): Promise<MigratedInstances> {
    const refused: { instanceId: string; code: string }[] = [];
    const faults: string[] = [];
    let migrated = 0;
    for (const way of this.ways()) {
      for (let last = FIRST; ; ) {
        const ids = await this.page(way, last);
        const answers = await Promise.allSettled(ids.map((id) => this.migrate(id)));
        for (const [index, answer] of answers.entries()) {
          const instanceId = ids[index] ?? '';
          if (answer.status === 'fulfilled') migrated += 1;
          else if (answer.reason instanceof Rejection) refused.push({ instanceId, code: answer.reason.code });
          else faults.push(`${instanceId}: ${answer.reason instanceof Error ? answer.reason.message : answer.reason}`);
        }
        last = ids.at(-1) ?? last;
        if (ids.length < PAGE) break;
      }
    }
    if (faults.length === 0) return { migrated, refused };
    const told = faults.slice(0, FAULTS_TOLD).join('; ');
    throw new Error(`${faults.length} instances could not be brought over to their next version: ${told}`);
  }

  /** Puts the job into the outbox when there is something to bring over and nobody was asked yet. */
  async request(at: Date): Promise<void> {
    for (const way of this.ways()) {
      if ((await this.page(way, FIRST, 1)).length === 0) continue;
      await this.database.query(
        `INSERT INTO outbox_message (job, payload, created_at)
         SELECT $1, '{}', $2
         WHERE NOT EXISTS (SELECT FROM outbox_message WHERE job = $1 AND relayed_at IS NULL AND failed_at IS NULL)`,
        [MIGRATE_JOB, at],
      );
      return;
    }
  }

  /** Tries the context function of every way on what some running instances remember. @throws Error where it throws */
  async tryContexts(): Promise<void> {
    for (const { from, to, way } of this.ways()) {
      const rows = await this.database.query<{ id: string; context: Readonly<Record<string, unknown>> }>(
        `SELECT id, snapshot -> 'context' AS context FROM process_instance
         WHERE definition_key = $1 AND definition_version = $2 AND status = 'active' ORDER BY id DESC LIMIT $3`,
        [from.key, from.version, CONTEXTS_TRIED],
      );
      for (const { id, context } of rows) {
        try {
          way.context(context, id);
        } catch (error) {
          const why = error instanceof Error ? error.message : String(error);
          throw new Error(
            `Process '${to.key}' version ${to.version} cannot make its context of that of version ${from.version}, as in instance ${id}: ${why}. ` +
              `Correct the context function in migratesFrom.`,
          );
        }
      }
    }
  }

  private ways(): DefinitionWay[] {
    // Of several ways from one version only the one that is taken counts.
    return this.definitions.ways.filter(
      (way) => this.definitions.wayFrom(way.from.key, way.from.version)?.to === way.to,
    );
  }

  private async page({ from }: DefinitionWay, after: string, limit = PAGE): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM process_instance
       WHERE definition_key = $1 AND definition_version = $2 AND status = 'active' AND id > $3 ORDER BY id LIMIT $4`,
      [from.key, from.version, after, limit],
    );
    return rows.map(({ id }) => id);
  }
}

/** Before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';
const PAGE = 64;
const FAULTS_TOLD = 5;
const CONTEXTS_TRIED = 20;
