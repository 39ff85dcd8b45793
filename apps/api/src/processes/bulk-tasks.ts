import type { Person } from '@landfall/identity';
import { Rejection } from '@landfall/process-definition';
import type { ProcessEngine } from '@landfall/process-engine';

/** What many tasks are given at once: a claim, or an outcome that asks for nothing. */
export type BulkOperation = { readonly kind: 'claim' } | { readonly kind: 'complete'; readonly outcome: string };

/** What became of one of them; the refusal where there was one. */
export interface BulkResult {
  readonly userTaskId: string;
  readonly refusal: Rejection | null;
}

/**
 * Does the same to many tasks, each in its own commit: one that is refused leaves the others alone.
 *
 * An outcome that asks for something is refused task by task, because its form is empty.
 */
export const performOnMany = async (
  engine: ProcessEngine,
  person: Person,
  taskIds: readonly string[],
  operation: BulkOperation,
): Promise<BulkResult[]> =>
  Promise.all(
    [...new Set(taskIds)].map(async (userTaskId) => {
      const asked =
        operation.kind === 'claim' ? operation : { kind: 'complete' as const, outcome: operation.outcome, form: {} };
      try {
        await engine.performOnTask({ taskId: userTaskId, operation: asked, actor: person.actor });
        return { userTaskId, refusal: null };
      } catch (error) {
        if (error instanceof Rejection) return { userTaskId, refusal: error };
        throw error;
      }
    }),
  );
