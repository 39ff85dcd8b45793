import type { Person } from '@landfall/identity';
import { Organization } from '@landfall/organization';
import { Database } from '@landfall/persistence';
import { Rejection } from '@landfall/process-definition';
import { ProcessEngine } from '@landfall/process-engine';
import { Projects, readHistory } from '@landfall/projects';
import { ITEM_SOURCES, SupervisionItems } from '@landfall/supervision';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { LocalizedText } from '../coded-name';
import { HistoryPage } from '../projects/project-answers';
import { HistoryQuery, sayHistory } from '../projects/say-history';
import { CurrentPerson } from '../session/current-person';
import { viewerOf } from '../session/viewer-of';
import { PersonEvent, PersonEventAnswer, SupervisionItem, SupervisionItemDetail } from './supervision-answers';
import { SupervisionPages } from './supervision-pages';

const Id = z.uuid();

const DraftedBody = z.strictObject({
  source: z.enum(['resolution', 'instruction', 'redLight', 'assessment', 'superior']),
  title: z.string().trim().min(1).max(120),
  requirement: z.string().trim().min(1).max(1000).describe('What has to be delivered'),
  projectId: z.uuid().optional(),
  leadUnit: z.string().min(1).max(16),
  assistUnits: z.array(z.string().min(1).max(16)).max(10).default([]),
  dueOn: z.iso.date(),
  onBehalfOf: z
    .strictObject({
      account: z.uuid().optional(),
      name: z.string().trim().min(1).max(40),
      post: z.string().trim().min(1).max(60),
    })
    .optional()
    .describe('The leader whose instruction the caller records; both names are kept'),
  clientKey: z.string().min(1).max(120).optional().describe('The same key twice drafts one item'),
});

const Drafted = z.object({ itemId: z.string(), repeated: z.boolean() }).meta({ id: 'DraftedSupervisionItem' });

const ListQuery = z.strictObject({
  colour: z.enum(['none', 'blue', 'yellow', 'red']).optional(),
  leadUnit: z.string().max(16).optional(),
  projectId: z.uuid().optional(),
  inBulletin: z.enum(['true', 'false']).optional(),
  status: z.enum(['open', 'closed', 'all']).default('open'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

const Items = z
  .object({ items: z.array(SupervisionItem), mayDraft: z.boolean().describe('Whether the caller may draft items') })
  .meta({ id: 'SupervisionItems' });
const Sources = z.object({ items: z.array(z.object({ value: z.string(), label: LocalizedText })) });

@ApiTags('supervision-items')
@Controller('api/supervision-items')
export class SupervisionItemsController {
  constructor(
    private readonly items: SupervisionItems,
    private readonly projects: Projects,
    private readonly organization: Organization,
    private readonly pages: SupervisionPages,
    private readonly database: Database,
    private readonly engine: ProcessEngine,
  ) {}

  @Get('sources')
  @ApiOperation({ summary: 'Where supervision items come from' })
  @ApiOkResponse({ standardSchema: Sources })
  sources(): z.infer<typeof Sources> {
    return { items: Object.entries(ITEM_SOURCES).map(([value, label]) => ({ value, label })) };
  }

  @Get()
  @ApiOperation({ summary: 'Supervision items that the caller may see, red ones first' })
  @ApiOkResponse({ standardSchema: Items })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: ListQuery }) { inBulletin, ...query }: z.infer<typeof ListQuery>,
  ): Promise<z.infer<typeof Items>> {
    const items = await this.items.list(person.projectScope, {
      ...query,
      inBulletin: inBulletin === undefined ? undefined : inBulletin === 'true',
    });
    return { items: await this.pages.sayItems(person, items), mayDraft: this.items.mayDraft(person.actor) };
  }

  @Post()
  @ApiOperation({ summary: 'Draft a supervision item, or record a leader’s instruction on his behalf' })
  @ApiCreatedResponse({ standardSchema: Drafted })
  async draft(
    @CurrentPerson() person: Person,
    @Body({ schema: DraftedBody }) body: z.infer<typeof DraftedBody>,
  ): Promise<z.infer<typeof Drafted>> {
    if (body.projectId !== undefined) await this.projects.requireVisible(viewerOf(person), body.projectId);
    await this.requireUnits([body.leadUnit, ...body.assistUnits]);
    return this.items.draft(person.actor, body);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A supervision item with its process and what the caller may do with it' })
  @ApiOkResponse({ standardSchema: SupervisionItemDetail })
  async detail(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
  ): Promise<SupervisionItemDetail> {
    const item = await this.items.find(person.projectScope, id);
    return this.pages.itemDetail(person, item, await this.items.ending(item));
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'What happened to a supervision item, newest first' })
  @ApiOkResponse({ standardSchema: HistoryPage })
  async history(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: HistoryQuery }) query: HistoryQuery,
  ): Promise<HistoryPage> {
    const { itemId } = await this.items.find(person.projectScope, id);
    return sayHistory(await readHistory(this.database, this.engine.definitions, itemId, query, false));
  }

  @Post(':id/events')
  @HttpCode(200)
  @ApiOperation({ summary: 'Void a supervision item; its page says what is offered' })
  @ApiOkResponse({ standardSchema: PersonEventAnswer })
  async event(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PersonEvent }) event: z.infer<typeof PersonEvent>,
  ): Promise<z.infer<typeof PersonEventAnswer>> {
    await this.items.find(person.projectScope, id);
    return this.pages.send(person, id, event);
  }

  private async requireUnits(codes: readonly string[]): Promise<void> {
    const view = await this.organization.view();
    const unknown = codes.find((code) => view.unit(code) === undefined);
    if (unknown === undefined) return;
    throw new Rejection({
      code: 'ORGANIZATION_UNIT.NOT_FOUND',
      status: 422,
      message: `Expected a unit, but there is no unit '${unknown}'`,
      params: { unit: unknown },
    });
  }
}
