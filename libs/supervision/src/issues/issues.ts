import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import { type Actor, Rejection, SYSTEM_ACTOR } from '@landfall/process-definition';
import type { Receipt, StartRequest } from '@landfall/process-engine';
import { v5, v7 } from 'uuid';
import { calendarDay } from '../calendar-day';
import { leaderInCharge } from '../leader-in-charge';
import type { ViewedProjects } from '../viewed-projects';
import {
  type BlockedProject,
  type BlockedQuery,
  type IssueItem,
  readBlocked,
  readIssue,
  readIssuesOf,
} from './issue-list';
import { type IssueMeasure, readMeasures } from './issue-measures';
import { isIssueType } from './issue-types';
import { refuse } from './refusal-texts';

/** The process that every issue starts. */
export const ISSUE_PROCESS = 'issue';

/** What of the process engine an issue needs. */
export interface ProcessStarter {
  start(request: StartRequest): Promise<Receipt>;
}

export interface IssuesParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: ProcessStarter;
}

export interface IssueBody {
  readonly projectId: string;
  readonly type: string;
  readonly title: string;
  /** What was tried before. */
  readonly tried: string;
  readonly urgent?: boolean | undefined;
  readonly clientKey?: string | undefined;
}

export interface RedLightIssue {
  /** The same key raises once. */
  readonly key: string;
  readonly projectId: string;
  readonly type: string;
  readonly reasons: readonly { readonly text: { readonly zh: string } }[];
}

export interface RaisedIssue {
  readonly issueId: string;
  /** Whether the same client key had raised it before. */
  readonly repeated: boolean;
}

interface ProjectRow {
  readonly name: string;
  readonly level: string | null;
  readonly lead_task_force: string | null;
  readonly landing_unit: string | null;
  readonly landing_kind: 'ZONE' | 'STREET_TOWN' | null;
  readonly status: string;
}

interface Raising {
  readonly projectId: string;
  readonly type: string;
  readonly title: string;
  readonly tried: string;
  readonly urgent: boolean;
  readonly source: 'person' | 'redLight' | 'track';
  readonly raiser: { readonly account: string; readonly name: string; readonly unit: string; readonly group: string };
  readonly clientKey: string | undefined;
}

/** A key that was used before leads to the same issue. */
const KEYED_ISSUES = '9b0c2f0e-6a1d-4f0b-9a53-2f7a1c5f6f10';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const TITLE_LENGTH = 120;

/** Raises issues on projects and says what blocks which project. */
export class Issues {
  constructor(private readonly parts: IssuesParts) {}

  /**
   * Raises an issue; whoever sees a project may. The project is blocked from the same commit on.
   *
   * @param body.clientKey the same key with the same issue answers the first one again
   * @throws Rejection `ISSUE.ALREADY_OPEN` (409): one of the type is open on the project, also when two raise at once;
   * `ISSUE.PROJECT_NOT_FOUND` (404), `ISSUE.PROJECT_ENDED` (409), `ISSUE.TYPE_UNKNOWN`, `ISSUE.TEXT_MISSING` (422),
   * `ISSUE.RAISER_WITHOUT_POST` (403)
   */
  async raise(actor: Actor, body: IssueBody): Promise<RaisedIssue> {
    const group = ownGroup(actor);
    if (group === undefined) throw refuse('ISSUE.RAISER_WITHOUT_POST', 403);
    return this.start(actor, {
      projectId: body.projectId,
      type: body.type,
      title: body.title.trim(),
      tried: body.tried.trim(),
      urgent: body.urgent ?? false,
      source: 'person',
      raiser: { account: actor.accountId, name: actor.name, unit: actor.unit, group },
      clientKey: body.clientKey === undefined ? undefined : `issue:${actor.accountId}:${body.clientKey}`,
    });
  }

  /** Raises the issue that a red light asks for; nothing happens where one of its type is open or it was raised before. */
  async raiseForRedLight({ key, projectId, type, reasons }: RedLightIssue): Promise<void> {
    const said = reasons.map(({ text }) => text.zh).join('；');
    try {
      await this.start(SYSTEM_ACTOR, {
        projectId,
        type,
        title: `红灯：${said}`.slice(0, TITLE_LENGTH),
        tried: `系统按红灯规则自动提出：${said}`,
        urgent: false,
        source: 'redLight',
        // The office answers for what the rules raise.
        raiser: { account: SYSTEM_ACTOR.accountId, name: '红灯', unit: 'LGO', group: 'LGO.staff' },
        clientKey: `issue:${key}`,
      });
    } catch (error) {
      if (error instanceof Rejection && DONE_ALREADY.includes(error.code)) return;
      throw error;
    }
  }

  /** What blocks the projects that somebody may see, the highest level first. */
  async blocked(scope: ViewedProjects, query: BlockedQuery): Promise<BlockedProject[]> {
    return readBlocked(this.parts.database, scope, query, this.parts.clock.now());
  }

  /** @throws Rejection `ISSUE.NOT_FOUND` (404), also for an issue that somebody may not see */
  async find(scope: ViewedProjects, issueId: string): Promise<BlockedProject> {
    const found = UUID.test(issueId)
      ? await readIssue(this.parts.database, scope, issueId, this.parts.clock.now())
      : undefined;
    if (!found) throw refuse('ISSUE.NOT_FOUND', 404);
    return found;
  }

  /** What was done for an issue on its way, the latest first. */
  async measures({ issueId }: Pick<IssueItem, 'issueId'>): Promise<IssueMeasure[]> {
    return readMeasures(this.parts.database, issueId);
  }

  /** All issues of a project, open ones first; whoever sees the project sees them. */
  async ofProject(projectId: string): Promise<IssueItem[]> {
    return readIssuesOf(this.parts.database, projectId, this.parts.clock.now());
  }

  private async start(actor: Actor, raising: Raising): Promise<RaisedIssue> {
    const { database, clock, engine } = this.parts;
    const { projectId, type, title, tried, clientKey } = raising;
    if (!isIssueType(type)) throw refuse('ISSUE.TYPE_UNKNOWN', 422, { type });
    if (title === '') throw refuse('ISSUE.TEXT_MISSING', 422, { field: 'title' });
    if (tried === '') throw refuse('ISSUE.TEXT_MISSING', 422, { field: 'tried' });
    const project = await this.project(projectId);
    const day = calendarDay(clock.now());
    const deputyGroup = await leaderInCharge(database, [project.lead_task_force, project.landing_unit], day);
    const issueId = clientKey === undefined ? v7() : v5(clientKey, KEYED_ISSUES);
    const receipt = await engine.start({
      definition: ISSUE_PROCESS,
      id: issueId,
      correlationKey: `${projectId}:${type}:${issueId}`,
      belongsTo: projectId,
      input: {
        issueId,
        projectId,
        projectName: project.name,
        projectLevel: project.level,
        type,
        title,
        tried,
        urgent: raising.urgent,
        source: raising.source,
        raiser: raising.raiser,
        leadTaskForce: project.lead_task_force,
        landingUnit: project.landing_unit,
        landingKind: project.landing_kind,
        deputyGroup,
      },
      actor,
      ...(clientKey === undefined ? {} : { clientKey }),
    });
    return { issueId: receipt.instanceId, repeated: receipt.repeated };
  }

  private async project(projectId: string): Promise<ProjectRow> {
    if (!UUID.test(projectId)) throw refuse('ISSUE.PROJECT_NOT_FOUND', 404);
    const [project] = await this.parts.database.query<ProjectRow>(
      `SELECT p.name, p.level, p.lead_task_force, p.landing_unit, p.landing_kind, i.status
       FROM project p JOIN process_instance i ON i.id = p.id WHERE p.id = $1`,
      [projectId],
    );
    if (!project) throw refuse('ISSUE.PROJECT_NOT_FOUND', 404);
    if (project.status !== 'active') throw refuse('ISSUE.PROJECT_ENDED', 409);
    return project;
  }
}

/** A light that asks again has been heard, whatever has become of the issue. */
const DONE_ALREADY: readonly string[] = [
  'ISSUE.ALREADY_OPEN',
  'ISSUE.PROJECT_ENDED',
  'PROCESS.ALREADY_STARTED',
  'COMMAND.CLIENT_KEY_REUSED',
];

const GROUP_ORDER = ['specialist', 'staff', 'coordinator', 'liaison', 'deputy', 'head', 'commander', 'director'];

/** The raiser's own group of the unit, those who do the daily work first: it is asked whether the issue is solved. */
const ownGroup = ({ unit, groups }: Actor): string | undefined => {
  const rank = (group: string): number => {
    const at = GROUP_ORDER.indexOf(group.slice(unit.length + 1));
    return at < 0 ? GROUP_ORDER.length : at;
  };
  return groups.filter((group) => group.startsWith(`${unit}.`)).sort((a, b) => rank(a) - rank(b))[0];
};
