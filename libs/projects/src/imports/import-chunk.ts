import { type Actor, type FieldProblem, Rejection, type RejectionParams } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import { checkLead } from '../leads/check-lead';
import type { Lead } from '../leads/lead';
import type { RoutingView } from '../leads/lead-routing';
import { PROJECT_PROCESS, routedParts } from '../leads/leads';
import { dayInBinhai, type LeadNumbers, takeLeadNumbers } from '../leads/number-series';
import { type Filer, filerOf, fingerprintOf, insertProject, startInputOf } from '../leads/project-row';
import { refuse } from '../refusal-texts';
import type { ImportParts } from './import-leads';
import { findReportedBefore, type KnownProject, releaseFreedNames } from './reported-before';
import { draftOfRow, type RowCells } from './row-draft';

/** A row that has no answer yet. */
export interface WaitingRow {
  readonly id: string;
  readonly rowNo: number;
  readonly cells: RowCells;
}

interface ReadRow {
  readonly row: WaitingRow;
  readonly lead: Lead;
}

interface Answer {
  readonly id: string;
  readonly outcome: 'duplicate' | 'refused';
  readonly project_id: string | null;
  readonly project_name: string;
  readonly lead_task_force: string | null;
  readonly code: string;
  readonly params: RejectionParams;
}

interface Started extends KnownProject {
  readonly rowNo: number;
}

/** PostgreSQL's classes of errors that say the data is at fault, not the moment. */
const DATA_FAULT = /^2[23]/;

/** Answers some rows of an import: refused, a project reported before, or a new one that is started. */
export class ImportChunk {
  private readonly answers: Answer[] = [];
  private readonly started = new Map<string, Started>();
  private readonly filer: Filer;

  constructor(
    private readonly parts: ImportParts,
    private readonly upload: { readonly importId: string; readonly actor: Actor },
    private readonly rows: readonly WaitingRow[],
  ) {
    const filer = filerOf(upload.actor);
    if (!filer) throw refuse('LEAD.FILER_WITHOUT_POST', 403);
    this.filer = filer;
  }

  async work(): Promise<void> {
    const { database, clock, routing } = this.parts;
    const view = await routing.view();
    const now = clock.now();
    const read = this.rows.flatMap((row) => this.read(row, view, dayInBinhai(now)));
    const leads = read.map(({ lead }) => lead);
    await releaseFreedNames(database, leads, now);
    const known = await findReportedBefore(database, leads, this.filer.unit, now);
    const fresh = new Map<string, ReadRow>();
    const repeated: ReadRow[] = [];
    for (const [at, one] of read.entries()) {
      const before = known[at];
      const fingerprint = fingerprintOf(one.lead);
      if (before) this.duplicate(one, before, 'IMPORT.DUPLICATE', { leadNo: before.leadNo });
      else if (fresh.has(fingerprint)) repeated.push(one);
      else fresh.set(fingerprint, one);
    }
    const faults = await this.start([...fresh.values()], view, now);
    for (const one of repeated) {
      const first = this.started.get(fingerprintOf(one.lead));
      // Without a first one it was refused by the database; the row is looked at again on its own.
      if (first) this.duplicate(one, first, 'IMPORT.DUPLICATE_IN_FILE', { row: first.rowNo });
    }
    await this.store();
    const [fault] = faults;
    if (fault !== undefined) throw fault;
  }

  private read(row: WaitingRow, view: RoutingView, today: string): ReadRow[] {
    const { draft, problems } = draftOfRow(row.cells);
    const check = checkLead(draft, view, today);
    const [problem] = [...problems, ...check.problems];
    if (!problem) return [{ row, lead: check.lead }];
    this.refuse(row, problem);
    return [];
  }

  /** Starts the processes of new projects all at once; answers the faults that are worth another try. */
  private async start(rows: readonly ReadRow[], view: RoutingView, at: Date): Promise<unknown[]> {
    const numbers = await takeLeadNumbers(this.parts.database, at, rows.length);
    const attempts = rows.map(async (one, index) => {
      const taken = numbers[index];
      if (!taken) throw new Error('Expected a lead number for every row, but the series gave fewer');
      await this.startOne(one, taken, view, at);
    });
    const settled = await Promise.allSettled(attempts);
    const faults: unknown[] = [];
    for (const [index, outcome] of settled.entries()) {
      const one = rows[index];
      if (outcome.status === 'fulfilled' || !one) continue;
      const problem = await this.problemOf(outcome.reason, one, at);
      if (problem === undefined) faults.push(outcome.reason);
      else if (problem !== null) this.refuse(one.row, problem);
    }
    return faults;
  }

  private async startOne({ row, lead }: ReadRow, numbers: LeadNumbers, view: RoutingView, at: Date): Promise<void> {
    const { importId, actor } = this.upload;
    const route = view.route(routedParts(lead));
    const project = { id: uuid(), numbers, lead, route, filer: this.filer, actor, at };
    const receipt = await this.parts.engine.start({
      definition: PROJECT_PROCESS,
      id: project.id,
      input: startInputOf(project, view),
      actor,
      clientKey: `import:${importId}:${row.rowNo}`,
      also: (changes) => {
        insertProject(changes, project, view);
        changes.update('lead_import_row', row.id, {
          outcome: 'created',
          project_id: project.id,
          project_name: lead.projectName,
          lead_task_force: route.leadTaskForce,
        });
      },
    });
    this.started.set(fingerprintOf(lead), {
      id: receipt.instanceId,
      leadNo: numbers.leadNo,
      leadTaskForce: route.leadTaskForce,
      rowNo: row.rowNo,
    });
  }

  /** What a failed start says of its row; null when the row is answered otherwise, undefined when a retry may help. */
  private async problemOf(error: unknown, one: ReadRow, now: Date): Promise<FieldProblem | null | undefined> {
    if (error instanceof Rejection) {
      if (error.code === 'PROJECT.ALREADY_REPORTED') {
        const [before] = await findReportedBefore(this.parts.database, [one.lead], this.filer.unit, now);
        if (before) this.duplicate(one, before, 'IMPORT.DUPLICATE', { leadNo: before.leadNo });
        return before ? null : undefined;
      }
      return { path: '', code: error.code, detail: error.message, params: error.params };
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!DATA_FAULT.test(code)) return undefined;
    return { path: '', code: 'IMPORT.ROW_NOT_STORABLE', detail: '', params: { reason: code } };
  }

  private duplicate({ row, lead }: ReadRow, before: KnownProject, code: string, params: RejectionParams): void {
    this.answers.push({
      id: row.id,
      outcome: 'duplicate',
      project_id: before.id,
      project_name: lead.projectName,
      lead_task_force: before.leadTaskForce,
      code,
      params,
    });
  }

  private refuse(row: WaitingRow, { code, params }: FieldProblem): void {
    this.answers.push({
      id: row.id,
      outcome: 'refused',
      project_id: null,
      project_name: (row.cells.projectName ?? '').slice(0, 200),
      lead_task_force: null,
      code,
      params: params ?? {},
    });
  }

  private async store(): Promise<void> {
    if (this.answers.length === 0) return;
    await this.parts.database.query(
      `UPDATE lead_import_row t
       SET outcome = a.outcome, project_id = a.project_id, project_name = a.project_name,
         lead_task_force = a.lead_task_force, code = a.code, params = a.params
       FROM jsonb_to_recordset($1) AS a(id uuid, outcome text, project_id uuid, project_name text, lead_task_force text,
         code text, params jsonb)
       WHERE t.id = a.id AND t.outcome IS NULL`,
      [JSON.stringify(this.answers)],
    );
  }
}
