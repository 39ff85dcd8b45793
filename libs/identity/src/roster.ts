import type { Sql } from '@landfall/persistence';
import type { PresentPostDirectory } from './post-directory';
import { type RosterRow, RosterView } from './roster-view';

const LOOK_AGAIN_AFTER_MS = 5_000;

/**
 * Knows who holds which post today, at once: for deciding about a task, when there is no time to ask the database.
 *
 * The rows are kept in memory. Every few seconds of use the database is asked for their revision (a number that each
 * change raises), so that a change made by another process is seen within that time; `refresh` sees it at once. Every
 * span of days is kept, so that midnight in Asia/Shanghai needs no reading.
 */
export class Roster {
  private loaded: { readonly revision: string; readonly rows: readonly RosterRow[] } | undefined;
  private loading: Promise<void> | undefined;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private current:
    | { readonly rows: readonly RosterRow[]; readonly directory: object; readonly view: RosterView }
    | undefined;

  constructor(
    private readonly db: Sql,
    private readonly directory: PresentPostDirectory,
    private readonly lookAgainAfterMs = LOOK_AGAIN_AFTER_MS,
  ) {}

  /** Who holds what today. */
  async view(): Promise<RosterView> {
    if (this.loaded === undefined || this.isOld()) await this.refresh();
    return this.present();
  }

  /**
   * Who holds what today as it was last read, for callers that cannot wait; `view` was awaited before.
   *
   * When it is time to look again it is looked at in the background, so that a process that only ever asks this follows
   * changes too, one question later; a database that cannot be reached leaves what is known.
   */
  latest(): RosterView {
    if (this.isOld() && this.loading === undefined) this.refresh().catch(() => {});
    return this.present();
  }

  /** Reads posts and accounts again where they have changed. */
  async refresh(): Promise<void> {
    // A reading under way may have begun before the change that the caller knows of.
    if (this.loading !== undefined) await this.loading.catch(() => {});
    this.loading ??= this.read().finally(() => {
      this.loading = undefined;
    });
    await this.loading;
  }

  private isOld(): boolean {
    return performance.now() - this.lookedAt > this.lookAgainAfterMs;
  }

  private present(): RosterView {
    if (this.loaded === undefined) throw new Error('Expected to have read the roster, but there is none');
    const { rows } = this.loaded;
    const directory = this.directory.latest();
    if (this.current?.rows !== rows || this.current.directory !== directory) {
      this.current = { rows, directory, view: new RosterView(rows, directory) };
    }
    return this.current.view;
  }

  private async read(): Promise<void> {
    await this.directory.view();
    // The revision is read before the rows: a change in between is read now and once more, never missed.
    const [row] = await this.db.query<{ revision: string }>('SELECT revision FROM roster_revision');
    const revision = row?.revision ?? '';
    if (this.loaded?.revision !== revision) this.loaded = { revision, rows: await readRoster(this.db) };
    this.lookedAt = performance.now();
  }
}

const readRoster = (db: Sql): Promise<RosterRow[]> =>
  db.query<RosterRow>(`
    SELECT account.id AS "accountId", account.username, account.name, account.disabled_at IS NULL AS open,
           coalesce((SELECT jsonb_agg(jsonb_build_object('post', post_code, 'from', valid_from, 'to', valid_to)
                                      ORDER BY valid_from, id)
                     FROM post_assignment WHERE account_id = account.id), '[]') AS spans
    FROM account ORDER BY account.username`);
