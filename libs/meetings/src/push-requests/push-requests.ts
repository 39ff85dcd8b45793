import type { Database } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import type { ProcessEngine } from '@landfall/process-engine';
import { v5, v7 } from 'uuid';
import { refuse } from '../refusal-texts';

/** 问题类型 (notice 四（二）). */
export const PROBLEM_TYPES = [
  ...(['site', 'planning', 'environment', 'policy'] as const),
  ...(['energy', 'safety', 'registration', 'other'] as const),
] as const;
export type ProblemType = (typeof PROBLEM_TYPES)[number];

export interface PushRequestBody {
  readonly projectId: string;
  readonly problemTypes: readonly ProblemType[];
  readonly question: string;
  readonly urgent: boolean;
  readonly issueId?: string | undefined;
  readonly clientKey?: string | undefined;
}

interface ProjectRow {
  readonly name: string;
  readonly level: string | null;
  readonly landing_unit: string | null;
  readonly lead_task_force: string | null;
  readonly assist_task_forces: readonly string[];
  readonly status: string;
}

/** The process that every push request starts. */
export const PUSH_REQUEST = 'push-request';

const KEYED_REQUESTS = '4b0f8f5e-71b4-4b7a-9f3e-6f5b0e6a2f31';

/** Asks for push meetings. */
export class PushRequests {
  constructor(private readonly parts: { readonly database: Database; readonly engine: Pick<ProcessEngine, 'start'> }) {}

  /**
   * Asks for a push meeting on a project: its task forces, its landing unit and the office may. Who may see the project is
   * the caller's to say.
   *
   * @throws Rejection `PUSH_REQUEST.PROJECT_NOT_FOUND` (404), `PUSH_REQUEST.PROJECT_ENDED` (409),
   * `PUSH_REQUEST.REQUESTING_NOT_ALLOWED` (403), `PUSH_REQUEST.ISSUE_OF_OTHERS` (422)
   */
  async request(
    actor: Actor,
    body: PushRequestBody,
  ): Promise<{ readonly requestId: string; readonly repeated: boolean }> {
    const project = await this.project(body.projectId);
    const group = requesterGroup(actor, project);
    if (group === undefined) throw refuse('PUSH_REQUEST.REQUESTING_NOT_ALLOWED', 403);
    if (body.issueId !== undefined) await this.requireIssue(body.issueId, body.projectId);
    const clientKey = body.clientKey === undefined ? undefined : `push:${actor.accountId}:${body.clientKey}`;
    const requestId = clientKey === undefined ? v7() : v5(clientKey, KEYED_REQUESTS);
    const requestKey = `push:${requestId}`;
    const receipt = await this.parts.engine.start({
      definition: PUSH_REQUEST,
      id: requestId,
      correlationKey: requestKey,
      belongsTo: body.projectId,
      input: {
        requestKey,
        projectId: body.projectId,
        projectName: project.name,
        projectLevel: project.level,
        landingUnit: project.landing_unit,
        leadTaskForce: project.lead_task_force,
        problemTypes: [...new Set(body.problemTypes)],
        question: body.question.trim(),
        urgent: body.urgent,
        requester: { account: actor.accountId, name: actor.name, unit: actor.unit, group },
        issueId: body.issueId ?? null,
      },
      actor,
      ...(clientKey === undefined ? {} : { clientKey }),
    });
    return { requestId: receipt.instanceId, repeated: receipt.repeated };
  }

  /** Whether somebody's posts let him ask for a meeting on a project that is under way. */
  async mayRequest({ groups }: Pick<Actor, 'groups'>, projectId: string): Promise<boolean> {
    const project = await this.find(projectId);
    return project?.status === 'active' && requesterGroup({ groups }, project) !== undefined;
  }

  private async find(projectId: string): Promise<ProjectRow | undefined> {
    const [project] = await this.parts.database.query<ProjectRow>(
      `SELECT p.name, p.level, p.landing_unit, p.lead_task_force, p.assist_task_forces, i.status
       FROM project p JOIN process_instance i ON i.id = p.id WHERE p.id = $1`,
      [projectId],
    );
    return project;
  }

  private async project(projectId: string): Promise<ProjectRow> {
    const project = await this.find(projectId);
    if (project === undefined) throw refuse('PUSH_REQUEST.PROJECT_NOT_FOUND', 404);
    if (project.status !== 'active') throw refuse('PUSH_REQUEST.PROJECT_ENDED', 409);
    return project;
  }

  private async requireIssue(issueId: string, projectId: string): Promise<void> {
    const found = await this.parts.database.query(
      'SELECT 1 FROM issue WHERE id = $1 AND project_id = $2 AND closed_at IS NULL',
      [issueId, projectId],
    );
    if (found.length === 0) throw refuse('PUSH_REQUEST.ISSUE_OF_OTHERS', 422);
  }
}

const OFFICE = 'LGO';

/** The post in which somebody asks: of the lead task force first, then of an assisting one, the landing unit, the office. */
const requesterGroup = ({ groups }: Pick<Actor, 'groups'>, project: ProjectRow): string | undefined =>
  [project.lead_task_force, ...project.assist_task_forces, project.landing_unit, OFFICE]
    .flatMap((unit) => groups.filter((group) => unit !== null && group.startsWith(`${unit}.`)))
    .at(0);
