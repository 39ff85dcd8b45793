import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import type { LightReason } from './light';
import type { MeasureKind } from './light-measures';

/** A message to people; who is in the groups is found when it is told. */
export interface LightNotice {
  /** The same key is told once. */
  readonly key: string;
  readonly kind: string;
  readonly urgency: 'normal' | 'urgent';
  readonly title: LocalizedText;
  readonly body: LocalizedText;
  readonly groups: readonly string[];
  readonly projectId: string;
}

/** What lights ask of others. Each may be asked twice with the same key and acts once. */
export interface LightPorts {
  /** Raises an issue of a type on a project, unless one of that type is open. */
  raiseIssue(request: {
    readonly key: string;
    readonly projectId: string;
    readonly type: string;
    readonly reasons: readonly LightReason[];
  }): Promise<void>;
  /** Drafts a supervision item (source: red light) for the office to approve. */
  proposeSupervision(request: {
    readonly key: string;
    readonly projectId: string;
    readonly reasons: readonly LightReason[];
  }): Promise<void>;
  tell(notice: LightNotice): Promise<void>;
}

interface MeasureRow {
  readonly id: string;
  readonly project_id: string;
  readonly kind: MeasureKind;
  readonly subject: string;
  readonly reasons: readonly LightReason[];
  readonly name: string;
  readonly lead_task_force: string | null;
}

const OFFICE = 'LGO.staff';
const OFFICE_DIRECTOR = 'LGO.director';
const DEPUTY_LEADERS = 'LG.deputy';

/** The head of a task force: a street's or town's is its commander (总指挥); without one the office's director. */
const headOf = (unit: string | null): string => {
  if (unit === null) return OFFICE_DIRECTOR;
  return unit.startsWith('T') ? `${unit}.commander` : `${unit}.head`;
};

/**
 * Carries a measure out by its port and notes that it is done; again it does nothing. A crash between the two asks the port
 * once more with the same key.
 */
export const carryOutMeasure =
  ({ database, clock, ports }: { readonly database: Database; readonly clock: Clock; readonly ports: LightPorts }) =>
  async (payload: Readonly<Record<string, unknown>>): Promise<void> => {
    const [row] = await database.query<MeasureRow>(
      `SELECT m.id, m.project_id, m.kind, m.subject, m.reasons, p.name, p.lead_task_force
       FROM light_measure m JOIN project p ON p.id = m.project_id WHERE m.id = $1 AND m.done_at IS NULL`,
      [String(payload.measureId)],
    );
    if (row === undefined) return;
    await ask(row, ports);
    await database.query('UPDATE light_measure SET done_at = $2 WHERE id = $1', [row.id, clock.now()]);
  };

const ask = (row: MeasureRow, ports: LightPorts): Promise<void> => {
  const { id, project_id: projectId, subject: type, reasons } = row;
  const key = `light:${id}`;
  switch (row.kind) {
    case 'raiseIssue':
      return ports.raiseIssue({ key, projectId, type, reasons });
    case 'proposeSupervision':
      return ports.proposeSupervision({ key, projectId, reasons });
    default:
      return ports.tell({ key, projectId, ...noticeOf(row.kind, row) });
  }
};

const noticeOf = (
  kind: 'remindHead' | 'officeCall' | 'deputyInterview',
  { name, lead_task_force, reasons }: MeasureRow,
): Omit<LightNotice, 'key' | 'projectId'> => {
  const body = {
    zh: reasons.map(({ text }) => text.zh).join('；'),
    en: reasons.map(({ text }) => text.en).join('; '),
  };
  switch (kind) {
    case 'remindHead':
      return {
        kind: 'light.yellow',
        urgency: 'normal',
        title: { zh: `项目“${name}”亮黄灯`, en: `The project '${name}' is yellow` },
        body,
        groups: [headOf(lead_task_force)],
      };
    case 'officeCall':
      return {
        kind: 'light.officeCall',
        urgency: 'normal',
        title: { zh: `项目“${name}”连续两周黄灯，请致电了解`, en: `'${name}' was yellow for two weeks: please call` },
        body,
        groups: [OFFICE],
      };
    case 'deputyInterview':
      return {
        kind: 'light.deputyInterview',
        urgency: 'urgent',
        title: {
          zh: `项目“${name}”连续两周红灯，建议约谈`,
          en: `'${name}' was red for two weeks: an interview is due`,
        },
        body,
        groups: [DEPUTY_LEADERS, OFFICE],
      };
  }
};
