import { Organization } from '@landfall/organization';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Industry, OrganizationUnit, RoutingPreview, sayRouting } from './organization-answers';

const Day = z.strictObject({ on: z.iso.date().optional().describe('The day asked about; today when left out') });

const LeadToRoute = z.strictObject({
  industry: z.string().max(120),
  landingUnit: z.string().max(120).optional().describe('Code, full name, short name or alias'),
  ownership: z.string().max(40).optional(),
});

@ApiTags('organization')
@Controller('api/organization')
export class OrganizationController {
  constructor(private readonly organization: Organization) {}

  @Get('units')
  @ApiOperation({ summary: 'The units of the organisation, as they are called on a day' })
  @ApiOkResponse({ standardSchema: z.array(OrganizationUnit) })
  async units(@Query({ schema: Day }) { on }: z.infer<typeof Day>): Promise<OrganizationUnit[]> {
    const view = await this.organization.view(on);
    return view.units.map(({ code, kind, name, shortName, aliases, parentCode, isMember }) => ({
      code,
      kind,
      name,
      shortName,
      aliases: [...aliases],
      parentCode,
      isMember,
      taskForce: view.taskForce(code)?.name ?? null,
    }));
  }

  @Get('industries')
  @ApiOperation({ summary: "The notice's industry keywords and the task force of each" })
  @ApiOkResponse({ standardSchema: z.array(Industry) })
  async industries(@Query({ schema: Day }) { on }: z.infer<typeof Day>): Promise<Industry[]> {
    const view = await this.organization.view(on);
    return view.industryRules.map(({ keyword, synonyms, leadTaskForce, assistTaskForces, appliesTo, source }) => ({
      keyword,
      synonyms: [...synonyms],
      leadTaskForce,
      assistTaskForces: [...assistTaskForces],
      appliesTo,
      source,
    }));
  }

  @Get('routing')
  @ApiOperation({ summary: 'Which task force would lead a project, and why' })
  @ApiOkResponse({ standardSchema: RoutingPreview })
  async routing(@Query({ schema: LeadToRoute }) lead: z.infer<typeof LeadToRoute>): Promise<RoutingPreview> {
    const view = await this.organization.view();
    return sayRouting(view.route({ industryFocus: lead.industry, ...lead }), view);
  }
}
