import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import { Rejection, SYSTEM_ACTOR } from '@landfall/process-definition';
import type { ProcessEngine } from '@landfall/process-engine';
import { findSimilar, readCompared } from './duplicate-candidates';
import { SUSPECT_SCORE } from './duplicate-rules';

/** The job that the command `checkDuplicates` puts into the outbox. */
export const CHECK_DUPLICATES = 'projects.check-duplicates';

/**
 * Compares a new project with the earlier ones and tells its process the result; done twice it has one effect.
 *
 * A process that no longer waits for the answer (it was withdrawn meanwhile) refuses it, and that is fine.
 */
export const checkDuplicates =
  (parts: { readonly database: Database; readonly clock: Clock; readonly engine: ProcessEngine }) =>
  async (payload: Readonly<Record<string, unknown>>, message: { readonly id: string }): Promise<void> => {
    const { database, clock, engine } = parts;
    const projectId = String(payload.projectId);
    const project = await readCompared(database, projectId);
    if (!project) return;
    const similar = await findSimilar(database, project, clock.now(), project);
    const suspect = similar.some(({ score }) => score >= SUSPECT_SCORE);
    const matches = similar.map(({ projectId: id, score, reasons }) => ({
      projectId: id,
      score,
      reasons: [...reasons],
    }));
    try {
      await engine.send({
        instanceId: projectId,
        event: suspect ? { type: 'duplicateCheck.suspect', matches } : { type: 'duplicateCheck.clear' },
        actor: SYSTEM_ACTOR,
        clientKey: `outbox:${message.id}`,
      });
    } catch (error) {
      if (!(error instanceof Rejection) || error.status !== 409) throw error;
    }
  };
