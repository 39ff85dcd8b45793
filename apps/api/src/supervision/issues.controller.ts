import type { Person } from '@landfall/identity';
import { Database } from '@landfall/persistence';
import { ProcessEngine } from '@landfall/process-engine';
import { Projects, readHistory } from '@landfall/projects';
import { ISSUE_TYPES, Issues } from '@landfall/supervision';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { LocalizedText } from '../coded-name';
import { HistoryPage } from '../projects/project-answers';
import { HistoryQuery, sayHistory } from '../projects/say-history';
import { CurrentPerson } from '../session/current-person';
import { viewerOf } from '../session/viewer-of';
import { BlockedProject, IssueDetail, IssueItem, PersonEvent, PersonEventAnswer } from './supervision-answers';
import { SupervisionPages } from './supervision-pages';

const Id = z.uuid();

const RaisedBody = z.strictObject({
  type: z.string().min(1).max(40),
  title: z.string().trim().min(1).max(120),
  tried: z.string().trim().min(1).max(1000).describe('What was tried before: required'),
  urgent: z.boolean().default(false),
  clientKey: z.string().min(1).max(120).optional().describe('The same key twice raises one issue'),
});

const Raised = z.object({ issueId: z.string(), repeated: z.boolean() }).meta({ id: 'RaisedIssue' });

const BoardQuery = z.strictObject({
  level: z.coerce.number().int().min(0).max(3).optional(),
  type: z.string().max(40).optional(),
  urgent: z.enum(['true', 'false']).optional(),
  mine: z.enum(['true', 'false']).optional().describe('Only what the caller’s posts must act on'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

const Blocked = z.object({ items: z.array(BlockedProject) }).meta({ id: 'BlockedProjects' });
const ProjectIssues = z.object({ items: z.array(IssueItem) }).meta({ id: 'ProjectIssues' });
const Types = z.object({ items: z.array(z.object({ value: z.string(), label: LocalizedText })) });

@ApiTags('issues')
@Controller('api')
export class IssuesController {
  constructor(
    private readonly issues: Issues,
    private readonly projects: Projects,
    private readonly pages: SupervisionPages,
    private readonly database: Database,
    private readonly engine: ProcessEngine,
  ) {}

  @Get('issues/types')
  @ApiOperation({ summary: 'The types of issues' })
  @ApiOkResponse({ standardSchema: Types })
  types(): z.infer<typeof Types> {
    return { items: Object.entries(ISSUE_TYPES).map(([value, label]) => ({ value, label })) };
  }

  @Get('issues')
  @ApiOperation({ summary: 'What blocks projects: the issue, its level, who must unblock it, and since when' })
  @ApiOkResponse({ standardSchema: Blocked })
  async blocked(
    @CurrentPerson() person: Person,
    @Query({ schema: BoardQuery }) { level, type, urgent, mine, limit }: z.infer<typeof BoardQuery>,
  ): Promise<z.infer<typeof Blocked>> {
    const items = await this.issues.blocked(person.projectScope, {
      level,
      type,
      urgent: urgent === undefined ? undefined : urgent === 'true',
      mustAct: mine === 'true' ? person.groups : undefined,
      limit,
    });
    return { items: await this.pages.sayBlocked(person, items) };
  }

  @Get('issues/:id')
  @ApiOperation({ summary: 'An issue with its process and what the caller may do with it' })
  @ApiOkResponse({ standardSchema: IssueDetail })
  async detail(@CurrentPerson() person: Person, @Param('id', { schema: Id }) id: string): Promise<IssueDetail> {
    const issue = await this.issues.find(person.projectScope, id);
    return this.pages.issueDetail(person, issue, await this.issues.measures(issue));
  }

  @Get('issues/:id/history')
  @ApiOperation({ summary: 'What happened to an issue, newest first' })
  @ApiOkResponse({ standardSchema: HistoryPage })
  async history(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: HistoryQuery }) query: HistoryQuery,
  ): Promise<HistoryPage> {
    const { issueId } = await this.issues.find(person.projectScope, id);
    return sayHistory(await readHistory(this.database, this.engine.definitions, issueId, query, false));
  }

  @Post('issues/:id/events')
  @HttpCode(200)
  @ApiOperation({ summary: 'Jump up, take up again or withdraw an issue; its page says what is offered' })
  @ApiOkResponse({ standardSchema: PersonEventAnswer })
  async event(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PersonEvent }) event: z.infer<typeof PersonEvent>,
  ): Promise<z.infer<typeof PersonEventAnswer>> {
    await this.issues.find(person.projectScope, id);
    return this.pages.send(person, id, event);
  }

  @Post('projects/:id/issues')
  @ApiOperation({
    summary: 'Raise an issue on a project; whoever sees the project may, and it never counts against him',
  })
  @ApiCreatedResponse({ standardSchema: Raised })
  async raise(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RaisedBody }) body: z.infer<typeof RaisedBody>,
  ): Promise<z.infer<typeof Raised>> {
    await this.projects.requireVisible(viewerOf(person), id);
    return this.issues.raise(person.actor, { ...body, projectId: id });
  }

  @Get('projects/:id/issues')
  @ApiOperation({ summary: 'All issues of a project, open ones first' })
  @ApiOkResponse({ standardSchema: ProjectIssues })
  async ofProject(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
  ): Promise<z.infer<typeof ProjectIssues>> {
    await this.projects.requireVisible(viewerOf(person), id);
    return { items: await this.pages.sayIssues(person, await this.issues.ofProject(id)) };
  }
}
