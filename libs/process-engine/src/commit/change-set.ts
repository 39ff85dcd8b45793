export type Row = Readonly<Record<string, unknown>>;

/**
 * The rows that one event will write. Command handlers add to it and do nothing else (design law 2).
 *
 * Tables are named by their SQL names, columns by theirs; every updated table has a primary key `id`.
 */
export interface ChangeSet {
  insert(table: string, row: Row, options?: { onConflict?: 'nothing' }): void;
  update(table: string, id: string, patch: Row): void;
  /** Adds the keys of `patch` to a jsonb column that holds an object. */
  merge(table: string, id: string, column: string, patch: Row): void;
  /** Puts a job into the outbox; it runs after the commit, at least once, not before `runAt`. */
  enqueue(job: string, payload: Row, runAt?: Date): void;
}

export type Mutation =
  | { readonly kind: 'insert'; readonly table: string; readonly row: Row; readonly onConflict?: 'nothing' }
  | { readonly kind: 'update'; readonly table: string; readonly id: string; readonly patch: Row }
  | {
      readonly kind: 'merge';
      readonly table: string;
      readonly id: string;
      readonly column: string;
      readonly patch: Row;
    };

/** Collects the mutations of one event, in order, so that a refused event can be dropped whole. */
export class EventChanges implements ChangeSet {
  readonly mutations: Mutation[] = [];

  constructor(private readonly at: Date) {}

  insert(table: string, row: Row, options: { onConflict?: 'nothing' } = {}): void {
    this.mutations.push({ kind: 'insert', table, row, ...options });
  }

  update(table: string, id: string, patch: Row): void {
    this.mutations.push({ kind: 'update', table, id, patch });
  }

  merge(table: string, id: string, column: string, patch: Row): void {
    this.mutations.push({ kind: 'merge', table, id, column, patch });
  }

  enqueue(job: string, payload: Row, runAt?: Date): void {
    this.insert('outbox_message', { job, payload, run_at: runAt ?? null, created_at: this.at });
  }
}

interface PendingRow {
  readonly row: Record<string, unknown>;
  readonly onConflict?: 'nothing' | undefined;
}

/** All that a batch changes in one row: PostgreSQL applies only one of two updates of a row in one statement. */
interface PendingUpdate {
  readonly patch: Record<string, unknown>;
  readonly merges: Record<string, Row>;
}

/** One set of rows to write with one statement part: same table, same kind, same columns. */
export interface RowGroup {
  readonly kind: 'insert' | 'update';
  readonly table: string;
  readonly columns: readonly string[];
  /** The jsonb columns among them whose keys are added instead of replaced. */
  readonly merged: readonly string[];
  readonly onConflict?: 'nothing' | undefined;
  readonly rows: readonly Record<string, unknown>[];
}

/**
 * Joins the changes of all accepted events of a batch. A row is written once per statement, so changes to a row that the
 * same batch inserts or updates are folded into it.
 */
export class BatchChanges {
  private readonly inserts = new Map<string, PendingRow[]>();
  private readonly inserted = new Map<string, PendingRow>();
  private readonly updates = new Map<string, Map<string, PendingUpdate>>();

  get isEmpty(): boolean {
    return this.inserts.size === 0 && this.updates.size === 0;
  }

  /** Whether a table gets new rows; the outbox relay is woken by it. */
  insertsInto(table: string): boolean {
    return this.inserts.has(table);
  }

  apply(mutations: readonly Mutation[]): void {
    for (const mutation of mutations) {
      if (mutation.kind === 'insert') this.addInsert(mutation);
      else if (mutation.kind === 'update') this.addUpdate(mutation);
      else this.addMerge(mutation);
    }
  }

  groups(): RowGroup[] {
    const groups = new Map<string, { group: Omit<RowGroup, 'rows'>; rows: Record<string, unknown>[] }>();
    const add = (group: Omit<RowGroup, 'rows'>, row: Record<string, unknown>) => {
      const key = `${group.kind} ${group.table} ${group.onConflict ?? ''} ${group.columns.join(',')} ${group.merged.join(',')}`;
      const known = groups.get(key);
      if (known) known.rows.push(row);
      else groups.set(key, { group, rows: [row] });
    };
    for (const [table, rows] of this.inserts) {
      for (const { row, onConflict } of rows) {
        add({ kind: 'insert', table, columns: Object.keys(row), merged: [], onConflict }, row);
      }
    }
    for (const [table, rows] of this.updates) {
      for (const [id, { patch, merges }] of rows) {
        const row = { ...patch, ...merges };
        add({ kind: 'update', table, columns: Object.keys(row), merged: Object.keys(merges) }, { ...row, id });
      }
    }
    return [...groups.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { group, rows }]) => ({ ...group, rows }));
  }

  private addInsert(mutation: Extract<Mutation, { kind: 'insert' }>): void {
    const pending: PendingRow = { row: { ...mutation.row }, onConflict: mutation.onConflict };
    const rows = this.inserts.get(mutation.table);
    if (rows) rows.push(pending);
    else this.inserts.set(mutation.table, [pending]);
    if (typeof mutation.row.id === 'string') this.inserted.set(`${mutation.table} ${mutation.row.id}`, pending);
  }

  private addUpdate({ table, id, patch }: Extract<Mutation, { kind: 'update' }>): void {
    const fresh = this.inserted.get(`${table} ${id}`);
    if (fresh) {
      Object.assign(fresh.row, patch);
      return;
    }
    const pending = this.pendingUpdate(table, id);
    for (const [column, value] of Object.entries(patch)) {
      pending.patch[column] = value;
      delete pending.merges[column];
    }
  }

  private addMerge({ table, id, column, patch }: Extract<Mutation, { kind: 'merge' }>): void {
    const fresh = this.inserted.get(`${table} ${id}`);
    if (fresh) {
      fresh.row[column] = { ...(fresh.row[column] as Row | undefined), ...patch };
      return;
    }
    const pending = this.pendingUpdate(table, id);
    const written = pending.patch[column] as Row | undefined;
    if (written) pending.patch[column] = { ...written, ...patch };
    else pending.merges[column] = { ...pending.merges[column], ...patch };
  }

  private pendingUpdate(table: string, id: string): PendingUpdate {
    const rows = this.updates.get(table) ?? new Map<string, PendingUpdate>();
    this.updates.set(table, rows);
    const pending = rows.get(id) ?? { patch: {}, merges: {} };
    rows.set(id, pending);
    return pending;
  }
}
