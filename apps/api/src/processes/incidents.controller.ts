import type { Person } from '@landfall/identity';
import { type Incident, ProcessEngine } from '@landfall/process-engine';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RequirePermission } from '../session/access';
import { CurrentPerson } from '../session/current-person';

const IncidentAnswer = z
  .object({
    id: z.string(),
    instanceId: z.string().nullable(),
    kind: z.enum(['event', 'timer', 'job']),
    message: z.string(),
    state: z.enum(['open', 'resolved']),
    createdAt: z.string(),
    attempts: z.number().int(),
    resolvedAt: z.string().nullable(),
    resolvedBy: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Incident' });

type IncidentAnswer = z.infer<typeof IncidentAnswer>;

const Which = z.strictObject({ state: z.enum(['open', 'resolved']).default('open') });
const Nothing = z.strictObject({}).optional();
const Resolution = z.strictObject({ note: z.string().trim().min(2).max(500) });
const IncidentId = z.uuid();

const say = (incident: Incident): IncidentAnswer => ({
  ...incident,
  createdAt: incident.createdAt.toISOString(),
  resolvedAt: incident.resolvedAt?.toISOString() ?? null,
});

@ApiTags('incidents')
@Controller('api/incidents')
@RequirePermission('incident.manage')
export class IncidentsController {
  constructor(private readonly engine: ProcessEngine) {}

  @Get()
  @ApiOperation({ summary: 'What the engine could not do by itself' })
  @ApiOkResponse({ standardSchema: z.array(IncidentAnswer) })
  async list(@Query({ schema: Which }) { state }: z.infer<typeof Which>): Promise<IncidentAnswer[]> {
    return (await this.engine.incidents.list({ state })).map(say);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Try an open incident again; it is resolved when that works' })
  @ApiOkResponse({ standardSchema: IncidentAnswer })
  async retry(
    @CurrentPerson() person: Person,
    @Param('id', { schema: IncidentId }) id: string,
    @Body({ schema: Nothing }) _body: unknown,
  ): Promise<IncidentAnswer> {
    return say(await this.engine.incidents.retry(id, person.actor));
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Settle an incident without trying again, with a note that says why' })
  @ApiOkResponse({ standardSchema: IncidentAnswer })
  async resolve(
    @CurrentPerson() person: Person,
    @Param('id', { schema: IncidentId }) id: string,
    @Body({ schema: Resolution }) { note }: z.infer<typeof Resolution>,
  ): Promise<IncidentAnswer> {
    return say(await this.engine.incidents.resolve(id, person.actor, note));
  }
}
