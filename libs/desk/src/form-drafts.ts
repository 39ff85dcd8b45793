import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import { isReadable } from './readable';
import { refuse } from './refusal-texts';

export type DraftForm = Readonly<Record<string, unknown>>;

export interface FormDraft {
  readonly taskId: string;
  /** As far as it was filled in: nothing of it has been checked. */
  readonly form: DraftForm;
  readonly updatedAt: Date;
}

const LARGEST_KB = 64;
const DRAFT = 'draft.task_id AS "taskId", draft.form, draft.updated_at AS "updatedAt"';
/** A task that ended, however it did, has no drafts any more. */
const UNFINISHED = `EXISTS (
  SELECT FROM user_task task
  WHERE task.id = draft.task_id AND task.state IN ('waiting', 'created', 'claimed', 'suspended'))`;

/**
 * Keeps what a person has filled into a task's form and not handed in yet: one draft per person and task, on the server, so
 * that it is there at the next computer too. When the task ends its drafts are gone, whoever ended it.
 */
export class FormDrafts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The unfinished forms of an account, last changed first. */
  list(account: string): Promise<FormDraft[]> {
    return this.db.query<FormDraft>(
      `SELECT ${DRAFT} FROM form_draft draft WHERE account = $1 AND ${UNFINISHED} ORDER BY updated_at DESC, task_id`,
      [account],
    );
  }

  async find(account: string, taskId: string): Promise<FormDraft | undefined> {
    const [draft] = await this.db.query<FormDraft>(
      `SELECT ${DRAFT} FROM form_draft draft WHERE account = $1 AND task_id = $2 AND ${UNFINISHED}`,
      [account, taskId],
    );
    return draft;
  }

  /**
   * Keeps a form as it is now, instead of what was kept before.
   *
   * @throws Rejection `DRAFT.TOO_LARGE` (413), `DRAFT.UNREADABLE` (422), `DRAFT.TASK_UNKNOWN` (404), `DRAFT.TASK_ENDED` (409)
   */
  async save(account: string, taskId: string, form: DraftForm): Promise<FormDraft> {
    const text = JSON.stringify(form);
    if (Buffer.byteLength(text) > LARGEST_KB * 1024) throw refuse('DRAFT.TOO_LARGE', 413, { limit: LARGEST_KB });
    if (!isReadable(form)) throw refuse('DRAFT.UNREADABLE', 422);
    const [task] = await this.db.query<{ ended: boolean }>(
      `SELECT state NOT IN ('waiting', 'created', 'claimed', 'suspended') AS ended FROM user_task WHERE id = $1`,
      [taskId],
    );
    if (task === undefined) throw refuse('DRAFT.TASK_UNKNOWN', 404);
    await this.clear(account);
    if (task.ended) throw refuse('DRAFT.TASK_ENDED', 409);
    const [draft] = await this.db.query<FormDraft>(
      `INSERT INTO form_draft AS draft (account, task_id, form, updated_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (account, task_id) DO UPDATE SET form = excluded.form, updated_at = excluded.updated_at
       RETURNING ${DRAFT}`,
      [account, taskId, text, this.clock.now()],
    );
    if (draft === undefined) throw new Error('A draft was not stored');
    return draft;
  }

  /** Throws a draft away; one that is not there is no error. */
  async drop(account: string, taskId: string): Promise<void> {
    await this.db.query('DELETE FROM form_draft WHERE account = $1 AND task_id = $2', [account, taskId]);
  }

  /** Removes the drafts of tasks that have ended: nobody is shown them, and nothing needs to keep what they say. */
  private async clear(account: string): Promise<void> {
    await this.db.query(`DELETE FROM form_draft draft WHERE account = $1 AND NOT ${UNFINISHED}`, [account]);
  }
}
