import type { ApiClient } from '../api-client';
import type { IssueLine, ItemLine, MeetingLine, MeetingView, OpenTask, ProjectLine, ProjectView } from './year-answers';

/** An open task and what it is about. */
export interface Work {
  readonly task: OpenTask;
  /** Names the subject in every run alike: a project, a meeting, an issue. */
  readonly subject: string;
  readonly project?: ProjectLine;
  readonly meeting?: MeetingView;
  readonly issue?: IssueLine;
  readonly item?: ItemLine;
}

/** What the office sees of everything that is under way. */
export interface Overview {
  readonly work: readonly Work[];
  readonly projects: readonly ProjectView[];
  readonly meetings: readonly MeetingView[];
  readonly issues: readonly IssueLine[];
  readonly items: readonly ItemLine[];
}

const OFFICE = 'lgo.staff';
const AT_WORK = ['created', 'claimed'];

const isAtWork = ({ state }: OpenTask): boolean => AT_WORK.includes(state);

/** The open tasks of meetings. */
export const workOf = (meetings: readonly MeetingView[]): Work[] =>
  meetings.flatMap((meeting) =>
    meeting.openTasks.filter(isAtWork).map((task) => ({ task, subject: meeting.title, meeting })),
  );

/**
 * Finds all open work with few questions: the office sees every project, meeting, issue and supervision item. The page of
 * a project is read again only after the list says that it changed, the page of a meeting while somebody has to act.
 */
export class OpenWork {
  private readonly pages = new Map<string, ProjectView>();
  private readonly followedUp = new Set<string>();

  constructor(private readonly api: ApiClient) {}

  async find(): Promise<Overview> {
    const [projects, meetings, issues, items, requests] = await Promise.all([
      this.projects(),
      this.meetings(),
      this.api.get<{ items: IssueLine[] }>(OFFICE, '/api/issues?limit=200'),
      this.api.get<{ items: ItemLine[] }>(OFFICE, '/api/supervision-items?status=open&limit=200'),
      this.api.get<{ items: (OpenTask & { projectName: string })[] }>(
        OFFICE,
        '/api/inbox?view=group&limit=100&taskKeys=requestTriage',
      ),
    ]);
    const work: Work[] = [
      ...workOf(meetings),
      ...issues.items.flatMap((issue) =>
        issue.running.openTasks.filter(isAtWork).map((task) => ({ task, subject: issue.title, issue })),
      ),
      ...items.items.flatMap((item) =>
        item.running.openTasks.filter(isAtWork).map((task) => ({ task, subject: item.title, item })),
      ),
      ...projects.flatMap((project) =>
        project.openTasks.filter(isAtWork).map((task) => ({ task, subject: project.projectName, project })),
      ),
      ...requests.items.filter(isAtWork).map((task) => ({ task, subject: task.projectName })),
    ];
    return { work, projects, meetings, issues: issues.items, items: items.items };
  }

  /** Every project, with what it was last seen to have open. */
  async projects(): Promise<ProjectView[]> {
    const lines: ProjectLine[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: { items: ProjectLine[]; nextCursor: string | null } = await this.api.get(
        OFFICE,
        `/api/projects?limit=100${query}`,
      );
      lines.push(...page.items);
      cursor = page.nextCursor;
    }
    const changed = lines.filter(({ projectId, updatedAt, state }) => {
      const known = this.pages.get(projectId);
      return known?.updatedAt !== updatedAt || known.state !== state;
    });
    for (let from = 0; from < changed.length; from += 8) {
      const read = await Promise.all(
        changed
          .slice(from, from + 8)
          .map(({ projectId }) => this.api.get<ProjectView>(OFFICE, `/api/projects/${projectId}`)),
      );
      for (const page of read) this.pages.set(page.projectId, page);
    }
    return lines.flatMap(({ projectId }) => this.pages.get(projectId) ?? []);
  }

  /** Only the meetings, whose steps follow each other on one day. */
  async meetings(): Promise<MeetingView[]> {
    const { items } = await this.api.get<{ items: MeetingLine[] }>(OFFICE, '/api/meetings?status=open&limit=200');
    const views: MeetingView[] = [];
    for (const line of items) {
      const isQuiet = this.followedUp.has(line.meetingId) && line.mustAct.length === 0;
      if (line.state === 'scheduled' || (line.state === 'followUp' && isQuiet)) continue;
      views.push(await this.api.get<MeetingView>(OFFICE, `/api/meetings/${line.meetingId}`));
      if (line.state === 'followUp') this.followedUp.add(line.meetingId);
    }
    return views;
  }
}
