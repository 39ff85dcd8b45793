import { Organization } from '@landfall/organization';
import { Rejection } from '@landfall/process-definition';
import { LeaderResponsibilities } from '@landfall/supervision';
import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CodedName } from '../coded-name';
import { RequirePermission } from '../session/access';

const Responsibilities = z
  .object({
    items: z.array(z.object({ unit: CodedName, leader: CodedName, from: z.string(), to: z.string().nullable() })),
    fallback: CodedName.describe('Who stands in for units without a leader in charge'),
  })
  .meta({ id: 'LeaderResponsibilities' });

const Arrangement = z.strictObject({ leaderGroup: z.enum(['LG.leader', 'LG.exec', 'LG.deputy']), from: z.iso.date() });

@ApiTags('leaders')
@Controller('api/leader-responsibilities')
export class LeadersController {
  constructor(
    private readonly leaders: LeaderResponsibilities,
    private readonly organization: Organization,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Which leader is in charge of which unit, now and later' })
  @ApiOkResponse({ standardSchema: Responsibilities })
  async list(): Promise<z.infer<typeof Responsibilities>> {
    const view = await this.organization.view();
    const group = (code: string) => ({ code, name: view.groupName(code) });
    const items = await this.leaders.list();
    return {
      items: items.map(({ unit, leaderGroup, from, to }) => ({
        unit: { code: unit, name: view.unitName(unit) },
        leader: group(leaderGroup),
        from,
        to,
      })),
      fallback: group(await this.leaders.of()),
    };
  }

  @Put(':unit')
  @HttpCode(204)
  @RequirePermission('organization.manage')
  @ApiOperation({ summary: 'Put a leader in charge of a unit from a day on' })
  @ApiNoContentResponse()
  async arrange(
    @Param('unit', { schema: z.string().min(1).max(16) }) unit: string,
    @Body({ schema: Arrangement }) body: z.infer<typeof Arrangement>,
  ): Promise<void> {
    const view = await this.organization.view();
    if (view.unit(unit) === undefined) {
      throw new Rejection({
        code: 'ORGANIZATION_UNIT.NOT_FOUND',
        status: 404,
        message: `Expected a unit, but there is no unit '${unit}'`,
        params: { unit },
      });
    }
    await this.leaders.arrange({ unit, ...body });
  }
}
