import type { Person } from '@landfall/identity';
import { Organization } from '@landfall/organization';
import { Projects } from '@landfall/projects';
import { Lights } from '@landfall/supervision';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RequirePermission } from '../session/access';
import { CurrentPerson } from '../session/current-person';
import { viewerOf } from '../session/viewer-of';
import { LightBoard, LightHistory, ProjectLight, sayBoardItem, sayLight, sayLightHistory } from './light-answers';

const ProjectId = z.uuid();

const BoardRequest = z.strictObject({
  light: z.enum(['yellow', 'red']).optional(),
  leadTaskForce: z.string().max(16).optional(),
  landingUnit: z.string().max(16).optional(),
  stage: z.string().max(40).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const OverrideBody = z.strictObject({
  light: z.enum(['green', 'yellow', 'red']),
  reason: z.string().max(500),
  untilOn: z.iso.date().describe('Its last day, at most 30 days from today'),
});

@ApiTags('supervision')
@Controller('api')
export class LightsController {
  constructor(
    private readonly lights: Lights,
    private readonly projects: Projects,
    private readonly organization: Organization,
  ) {}

  @Get('lights')
  @ApiOperation({ summary: 'The yellow and red projects that the caller may see: red first, longest first' })
  @ApiOkResponse({ standardSchema: LightBoard })
  async board(
    @CurrentPerson() person: Person,
    @Query({ schema: BoardRequest }) { light, ...query }: z.infer<typeof BoardRequest>,
  ): Promise<LightBoard> {
    const lights = light === undefined ? {} : { lights: [light] };
    const { items, counts, nextCursor } = await this.lights.board(person.projectScope, { ...query, ...lights });
    const view = await this.organization.view();
    return { items: items.map((item) => sayBoardItem(item, view)), counts: { ...counts }, nextCursor };
  }

  @Get('projects/:id/light')
  @ApiOperation({ summary: 'The light of a project with every reason' })
  @ApiOkResponse({ standardSchema: ProjectLight })
  async light(@CurrentPerson() person: Person, @Param('id', { schema: ProjectId }) id: string): Promise<ProjectLight> {
    await this.projects.requireVisible(viewerOf(person), id);
    return sayLight(await this.lights.require(id), mayOverride(person));
  }

  @Get('projects/:id/light/history')
  @ApiOperation({ summary: 'How the light of a project changed, and what was set by hand; newest first' })
  @ApiOkResponse({ standardSchema: LightHistory })
  async history(
    @CurrentPerson() person: Person,
    @Param('id', { schema: ProjectId }) id: string,
  ): Promise<LightHistory> {
    await this.projects.requireVisible(viewerOf(person), id);
    return sayLightHistory(await this.lights.changes(id), await this.lights.overrides(id));
  }

  @Post('projects/:id/light/override')
  @HttpCode(200)
  @RequirePermission('light.override')
  @ApiOperation({ summary: 'Set a light by hand, with a reason, until a day' })
  @ApiOkResponse({ standardSchema: ProjectLight })
  async override(
    @CurrentPerson() person: Person,
    @Param('id', { schema: ProjectId }) id: string,
    @Body({ schema: OverrideBody }) body: z.infer<typeof OverrideBody>,
  ): Promise<ProjectLight> {
    await this.projects.requireVisible(viewerOf(person), id);
    return sayLight(await this.lights.override(person.actor, id, body), mayOverride(person));
  }

  @Post('projects/:id/light/override/end')
  @HttpCode(200)
  @RequirePermission('light.override')
  @ApiOperation({ summary: 'End the light set by hand before its day' })
  @ApiOkResponse({ standardSchema: ProjectLight })
  async endOverride(
    @CurrentPerson() person: Person,
    @Param('id', { schema: ProjectId }) id: string,
  ): Promise<ProjectLight> {
    await this.projects.requireVisible(viewerOf(person), id);
    return sayLight(await this.lights.endOverride(person.actor, id), mayOverride(person));
  }
}

const mayOverride = (person: Person): boolean => person.permissions.includes('light.override');
