import { Attachments } from '@landfall/attachments';
import type { Person } from '@landfall/identity';
import { ProcessEngine } from '@landfall/process-engine';
import { PROJECT_SORTS, Projects } from '@landfall/projects';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Attachment } from '../papers/paper-answers';
import { spokenLanguage } from '../problem/spoken-language';
import { CurrentPerson } from '../session/current-person';
import { viewerOf } from '../session/viewer-of';
import { EventAnswer, HistoryPage, ProjectDetail, ProjectPage } from './project-answers';
import { ProjectPages } from './project-pages';
import { HistoryQuery, sayHistory } from './say-history';

const ProjectId = z.uuid();

const ListQuery = z.strictObject({
  q: z.string().max(80).optional().describe('Part of a name, or the beginning of a number'),
  stage: z.string().max(40).optional(),
  leadTaskForce: z.string().max(16).optional(),
  landingUnit: z.string().max(16).optional(),
  industryFocus: z.string().max(60).optional(),
  status: z.enum(['active', 'suspended', 'closed']).optional(),
  closedAs: z.string().max(40).optional(),
  sort: z.enum(PROJECT_SORTS).optional(),
  cursor: z.string().max(800).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const ProjectEvent = z.strictObject({
  type: z.string().min(1).max(60),
  form: z.record(z.string().max(80), z.unknown()).default({}),
  clientKey: z.string().min(1).max(120).optional().describe('The same key twice has one effect and the same answer'),
});

@ApiTags('projects')
@Controller('api/projects')
export class ProjectsController {
  constructor(
    private readonly projects: Projects,
    private readonly pages: ProjectPages,
    private readonly engine: ProcessEngine,
    private readonly attachments: Attachments,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The projects that the caller may see' })
  @ApiOkResponse({ standardSchema: ProjectPage })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: ListQuery }) query: z.infer<typeof ListQuery>,
  ): Promise<ProjectPage> {
    const page = await this.projects.list(viewerOf(person), query);
    return { ...page, items: page.items.map((item) => ({ ...item, milestones: { ...item.milestones } })) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'A project with its process, tasks, files and what the caller may do' })
  @ApiOkResponse({ standardSchema: ProjectDetail })
  detail(
    @CurrentPerson() person: Person,
    @Param('id', { schema: ProjectId }) id: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<ProjectDetail> {
    return this.pages.detail(person, id, spokenLanguage(language));
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'What happened to a project, newest first' })
  @ApiOkResponse({ standardSchema: HistoryPage })
  async history(
    @CurrentPerson() person: Person,
    @Param('id', { schema: ProjectId }) id: string,
    @Query({ schema: HistoryQuery }) query: HistoryQuery,
  ): Promise<HistoryPage> {
    return sayHistory(await this.projects.history(viewerOf(person), id, query));
  }

  @Get(':id/attachments')
  @ApiOperation({ summary: 'The files of a project and of all its tasks, oldest first' })
  @ApiOkResponse({ standardSchema: z.array(Attachment) })
  async attachmentsOf(
    @CurrentPerson() person: Person,
    @Param('id', { schema: ProjectId }) id: string,
  ): Promise<Attachment[]> {
    await this.projects.requireVisible(viewerOf(person), id);
    return this.attachments.ofInstance(id);
  }

  @Post(':id/events')
  @HttpCode(200)
  @ApiOperation({ summary: 'Suspend, resume, correct, … a project as a whole; its page says what is offered' })
  @ApiOkResponse({ standardSchema: EventAnswer })
  async event(
    @CurrentPerson() person: Person,
    @Param('id', { schema: ProjectId }) id: string,
    @Body({ schema: ProjectEvent }) { type, form, clientKey }: z.infer<typeof ProjectEvent>,
  ): Promise<EventAnswer> {
    await this.projects.requireVisible(viewerOf(person), id);
    const receipt = await this.engine.sendPersonEvent({
      instanceId: id,
      type,
      form,
      actor: person.actor,
      ...(clientKey === undefined ? {} : { clientKey: `event:${person.accountId}:${clientKey}` }),
    });
    return {
      instanceId: receipt.instanceId,
      projectId: receipt.instanceId,
      state: [...receipt.states],
      status: receipt.status,
      historyId: receipt.historyId,
      repeated: receipt.repeated,
    };
  }
}
