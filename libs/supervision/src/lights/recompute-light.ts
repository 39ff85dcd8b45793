import type { Clock } from '@landfall/clock';
import type { Database, Transaction } from '@landfall/persistence';
import type { ChangeSet } from '@landfall/process-engine';
import { dayOf } from '../business-day';
import type { WorkingDays } from '../working-days';
import { readLightRules } from './light-rules';
import { projectOfIssue } from './open-issues';
import type { TaskTitles } from './read-situations';
import { setLights } from './set-lights';

/** The job that reads a project's light after something happened to it, or to an issue of it: `{ projectId }`, `{ issueId }`. */
export const RECOMPUTE_LIGHT_JOB = 'supervision.recompute-light';

/** Announces a reading in the commit of what happened; whoever follows the engine's events calls it. */
export const announceLightReading = (
  changes: Pick<ChangeSet, 'enqueue'>,
  about: { readonly projectId: string } | { readonly issueId: string },
): void => changes.enqueue(RECOMPUTE_LIGHT_JOB, about);

export interface LightParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly calendar: WorkingDays;
  readonly titles: TaskTitles;
}

/**
 * Reads a project's light after an event was committed. Of many events one reading is enough: it notes which announced
 * readings were committed before it looked, and those do nothing when their turn comes.
 */
export const recomputeLight =
  (parts: LightParts) =>
  async (payload: Readonly<Record<string, unknown>>, message: { readonly id: string }): Promise<void> => {
    const projectId = await projectOf(parts.database, payload);
    if (projectId === undefined) return;
    await parts.database.transaction(async (tx) => {
      if (await isAnswered(tx, projectId, message.id)) return;
      const waiting = await tx.query<{ id: string }>(
        `SELECT id FROM outbox_message WHERE job = '${RECOMPUTE_LIGHT_JOB}' AND payload->>'projectId' = $1 ORDER BY id`,
        [projectId],
      );
      const others = waiting.map(({ id }) => id).filter((id) => id !== message.id);
      const now = parts.clock.now();
      await setLights(tx, [projectId], {
        rules: await readLightRules(tx, dayOf(now)),
        calendar: parts.calendar,
        titles: parts.titles,
        now,
        occasion: 'event',
        ...(others.length > 0 ? { answers: others } : {}),
      });
    });
  };

const projectOf = async (
  sql: Database,
  { projectId, issueId }: Readonly<Record<string, unknown>>,
): Promise<string | undefined> => (typeof projectId === 'string' ? projectId : projectOfIssue(sql, String(issueId)));

const isAnswered = async (tx: Transaction, projectId: string, messageId: string): Promise<boolean> => {
  const [row] = await tx.query<{ answered: boolean }>(
    'SELECT $2::bigint = ANY(answered_messages) AS answered FROM project_light WHERE project_id = $1 FOR UPDATE',
    [projectId, messageId],
  );
  return row?.answered ?? false;
};
