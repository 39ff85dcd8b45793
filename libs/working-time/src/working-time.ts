import { type CalendarVersion, dayOf, WorkingCalendar } from '@landfall/calendar';
import type { Clock } from '@landfall/clock';
import type { Outbox } from '@landfall/outbox';
import type { Database } from '@landfall/persistence';
import { type Actor, SYSTEM_ACTOR } from '@landfall/process-definition';
import {
  applyDeadlineChanges,
  countProvisionalDeadlines,
  type DeadlineChanges,
  previewDeadlineChanges,
} from '@landfall/process-engine';
import { type CalendarChange, changeCalendar } from './calendar-change';
import {
  addVersion,
  type CalendarHistoryEntry,
  latestVersionNumber,
  lockCalendar,
  readHistory,
  readLatestVersion,
} from './calendar-versions';
import { type MissingYear, missingYears } from './missing-years';
import { REALIGN_DEADLINES } from './realign-deadlines';
import { refuse } from './refusal-texts';

const LOOK_AGAIN_AFTER_MS = 5_000;

/** Longer than any process takes to see a new version: no deadline is opened by the old one afterwards. */
const REALIGN_AFTER_MS = 30_000;

/** The days before a year begins in which its notice is looked for: from 1 November on. */
const HORIZON_DAYS = 61;

/** What a change would do; nothing is written yet. */
export interface CalendarPreview extends DeadlineChanges {
  /** The version that the preview was made on; `apply` wants it back. */
  readonly basedOn: number;
  readonly next: CalendarVersion;
}

export interface AppliedChange extends DeadlineChanges {
  readonly version: number;
}

/**
 * The working-time calendar of the installation: what it is, and how it changes together with every open deadline.
 *
 * The latest version is kept in memory. Every few seconds of use the database is asked for its number, so that a change
 * made by another process is seen within that time; `refresh` sees it at once.
 */
export class WorkingTime {
  private loaded: WorkingCalendar | undefined;
  private loading: Promise<void> | undefined;
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** The calendar as it stands. */
  async view(): Promise<WorkingCalendar> {
    if (this.isOld()) await this.refresh();
    return this.known();
  }

  /**
   * The calendar as it was last read, for callers that cannot wait; `view` was awaited before. When that was long ago, it
   * is read again in the background.
   */
  latest(): WorkingCalendar {
    // A failure is met again, and reported, by the next caller of `view`.
    if (this.isOld()) this.refresh().catch(() => undefined);
    return this.known();
  }

  /** Reads the calendar again when it has changed. */
  async refresh(): Promise<void> {
    this.loading ??= this.read().finally(() => {
      this.loading = undefined;
    });
    await this.loading;
  }

  /** Every version, the latest first. */
  history(): Promise<CalendarHistoryEntry[]> {
    return readHistory(this.db);
  }

  /**
   * Tells which open deadlines a change would move.
   *
   * @throws Rejection `CALENDAR.CHANGE_INVALID` (422), `CALENDAR.NOTHING_CHANGES` (409).
   */
  async preview(change: CalendarChange): Promise<CalendarPreview> {
    const current = await readLatestVersion(this.db);
    if (current === undefined) throw notLoaded();
    const next = changeCalendar(current, change);
    const changes = await previewDeadlineChanges(this.db, new WorkingCalendar(next));
    return { basedOn: current.version, next, ...changes };
  }

  /**
   * Makes the next version of the calendar and moves every open deadline by it, all or nothing.
   *
   * @param by `basedOn` is the version of the preview that was decided on; `reason` is kept in the calendar's history.
   * @throws Rejection `CALENDAR.CHANGED_MEANWHILE` (409) when somebody was faster, and what `preview` throws.
   */
  async apply(
    change: CalendarChange,
    by: { readonly basedOn: number; readonly actor: Actor; readonly reason: string },
  ): Promise<AppliedChange> {
    const applied = await this.db.transaction(async (tx) => {
      await lockCalendar(tx);
      const current = await readLatestVersion(tx);
      if (current === undefined) throw notLoaded();
      if (current.version !== by.basedOn) {
        throw refuse('CALENDAR.CHANGED_MEANWHILE', 409, { basedOn: by.basedOn, current: current.version });
      }
      const document = changeCalendar(current, change);
      const { version } = document;
      const at = this.clock.now();
      const { actor, reason } = by;
      const changes = await applyDeadlineChanges(tx, new WorkingCalendar(document), { actor, at });
      const counts = { moved: changes.moved.length, confirmed: changes.confirmed.length };
      await addVersion(tx, { document, change, reason, actor, at, ...counts });
      await this.outbox.enqueue(tx, REALIGN_DEADLINES, { version }, new Date(at.getTime() + REALIGN_AFTER_MS));
      return { version, ...changes };
    });
    await this.refresh();
    return applied;
  }

  /** Counts every open deadline by the calendar as it stands; those that were counted by it already stay untouched. */
  async realign(actor: Actor = SYSTEM_ACTOR): Promise<DeadlineChanges> {
    return this.db.transaction(async (tx) => {
      await lockCalendar(tx);
      const current = await readLatestVersion(tx);
      if (current === undefined) throw notLoaded();
      return applyDeadlineChanges(tx, new WorkingCalendar(current), { actor, at: this.clock.now() });
    });
  }

  /** The years whose notice is missing: running, beginning within some days, or counted by open deadlines. */
  async missingYears(horizonDays = HORIZON_DAYS): Promise<MissingYear[]> {
    const [calendar, deadlines] = await Promise.all([this.view(), countProvisionalDeadlines(this.db)]);
    return missingYears(calendar, dayOf(this.clock.now()), horizonDays, deadlines);
  }

  private isOld(): boolean {
    return this.loaded === undefined || performance.now() - this.lookedAt > LOOK_AGAIN_AFTER_MS;
  }

  private known(): WorkingCalendar {
    if (this.loaded === undefined) throw notLoaded();
    return this.loaded;
  }

  private async read(): Promise<void> {
    const number = await latestVersionNumber(this.db);
    if (this.loaded === undefined || this.loaded.version !== number) {
      const version = await readLatestVersion(this.db);
      if (version === undefined) throw notLoaded();
      this.loaded = new WorkingCalendar(version);
    }
    this.lookedAt = performance.now();
  }
}

const notLoaded = (): Error => new Error('Expected to have loaded the calendar, but there is none');
