import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import type { ChangeSet } from '@landfall/process-engine';
import { dayOf } from '../business-day';
import type { WorkingDays } from '../working-days';
import { readLightRules } from './light-rules';
import { projectsOfIssues } from './open-issues';
import type { TaskTitles } from './read-situations';
import { setLights } from './set-lights';

/**
 * Announces in the commit of what happened that a project's light has to be read again; whoever follows the engine's events
 * calls it. It is a row and no job: an import of thousands of leads is then read in a few statements.
 */
export const announceLightReading = (
  changes: Pick<ChangeSet, 'insert'>,
  about: { readonly projectId?: string; readonly issueId?: string },
): void => changes.insert('light_reading', { project_id: about.projectId ?? null, issue_id: about.issueId ?? null });

export interface LightParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly calendar: WorkingDays;
  readonly titles: TaskTitles;
}

const CHUNK = 200;

/**
 * Reads the lights of projects that something happened to. Of many events one reading is enough; one that is announced
 * while lights are being read waits for the next round, so it is never taken for read.
 */
export class LightReadings {
  constructor(private readonly parts: LightParts) {}

  /** Reads everything that is announced; answers how many lights changed. Several processes share the work. */
  async sweep(): Promise<number> {
    let changed = 0;
    for (;;) {
      const round = await this.round();
      changed += round.changed;
      if (round.announced < CHUNK) return changed;
    }
  }

  private async round(): Promise<{ announced: number; changed: number }> {
    const { database, clock, calendar, titles } = this.parts;
    return database.transaction(async (tx) => {
      // Taken before the facts are read: what is committed later announces itself again.
      const announced = await tx.query<{ id: string; project_id: string | null; issue_id: string | null }>(
        `DELETE FROM light_reading WHERE id IN (
           SELECT id FROM light_reading ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
         RETURNING id, project_id, issue_id`,
        [CHUNK],
      );
      const ofIssues = await projectsOfIssues(
        tx,
        announced.flatMap(({ issue_id }) => (issue_id === null ? [] : [issue_id])),
      );
      const named = announced.flatMap(({ project_id }) => (project_id === null ? [] : [project_id]));
      const projects = [...new Set([...named, ...ofIssues])].sort();
      if (projects.length === 0) return { announced: announced.length, changed: 0 };
      const now = clock.now();
      const rules = await readLightRules(tx, dayOf(now));
      const changed = await setLights(tx, projects, { rules, calendar, titles, now, occasion: 'event' });
      return { announced: announced.length, changed };
    });
  }
}
