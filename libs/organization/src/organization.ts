import type { Clock } from '@landfall/clock';
import type { Database, Sql } from '@landfall/persistence';
import { businessDate } from './business-date';
import { type OrganizationRows, readOrganizationRows } from './organization-rows';
import { OrganizationView } from './organization-view';

const LOOK_AGAIN_AFTER_MS = 5_000;

/**
 * Answers what the organisation is, today or on another day.
 *
 * The rows are kept in memory. Every few seconds of use the database is asked for its revision (a number that each change
 * raises), so that a change made by another process is seen within that time; `refresh` sees it at once.
 */
export class Organization {
  private loaded: { revision: string; rows: OrganizationRows } | undefined;
  private loading: Promise<void> | undefined;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private readonly views = new Map<string, OrganizationView>();

  constructor(
    private readonly db: Sql | Database,
    private readonly clock: Clock,
  ) {}

  /** The organisation as it is on a day (YYYY-MM-DD), today unless told. */
  async view(day: string = businessDate(this.clock.now())): Promise<OrganizationView> {
    if (this.loaded === undefined || performance.now() - this.lookedAt > LOOK_AGAIN_AFTER_MS) await this.refresh();
    const known = this.views.get(day);
    if (known !== undefined) return known;
    if (this.loaded === undefined) throw new Error('Expected to have read the organisation, but there is none');
    const view = new OrganizationView(this.loaded.rows, day);
    if (this.views.size >= 32) this.views.clear();
    this.views.set(day, view);
    return view;
  }

  /** The organisation of today as it was last read, for callers that cannot wait; `view` was awaited before. */
  latest(): OrganizationView {
    const day = businessDate(this.clock.now());
    const known = this.views.get(day);
    if (known !== undefined) return known;
    if (this.loaded === undefined) throw new Error('Expected to have read the organisation, but there is none');
    const view = new OrganizationView(this.loaded.rows, day);
    this.views.set(day, view);
    return view;
  }

  /** Reads the organisation again when it has changed. */
  async refresh(): Promise<void> {
    this.loading ??= this.read().finally(() => {
      this.loading = undefined;
    });
    await this.loading;
  }

  private async read(): Promise<void> {
    const [row] = await this.db.query<{ revision: string }>('SELECT revision FROM organization_revision');
    const revision = row?.revision ?? '';
    if (this.loaded?.revision !== revision) {
      this.loaded = { revision, rows: await readOrganizationRows(this.db) };
      this.views.clear();
    }
    this.lookedAt = performance.now();
  }
}
