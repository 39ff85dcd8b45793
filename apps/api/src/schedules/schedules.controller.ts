import type { Actor } from '@landfall/process-definition';
import { Schedules } from '@landfall/schedules';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RequirePermission } from '../session/access';
import { CurrentActor } from '../session/current-person';
import { ScheduleItem, ScheduleRunPage, sayOperation, sayRun, saySchedule } from './schedule-answers';

const Key = z.string().min(1).max(60);
const Pause = z.strictObject({ reason: z.string().trim().min(2).max(500) });
const WhichRuns = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** Who sees them may also operate them: the office and the administrator of the system. */
@ApiTags('schedules')
@Controller('api/schedules')
@RequirePermission('schedule.manage')
export class SchedulesController {
  constructor(private readonly schedules: Schedules) {}

  @Get()
  @ApiOperation({ summary: 'Everything that happens again and again, when it is next and what was last' })
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(ScheduleItem) }) })
  async list(): Promise<{ items: ScheduleItem[] }> {
    return { items: (await this.schedules.list()).map(saySchedule) };
  }

  @Get(':key/runs')
  @ApiOperation({ summary: 'The runs of a schedule, the latest first, and what people did about it' })
  @ApiOkResponse({ standardSchema: ScheduleRunPage })
  async runs(
    @Param('key', { schema: Key }) key: string,
    @Query({ schema: WhichRuns }) page: z.infer<typeof WhichRuns>,
  ): Promise<z.infer<typeof ScheduleRunPage>> {
    const { runs, nextCursor } = await this.schedules.runs(key, page);
    const operations = await this.schedules.operations(key);
    return { items: runs.map(sayRun), nextCursor, operations: operations.map(sayOperation) };
  }

  @Post(':key/pause')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let a schedule stand still; what comes due meanwhile is skipped and not made up for' })
  @ApiOkResponse({ standardSchema: ScheduleItem })
  async pause(
    @CurrentActor() actor: Actor,
    @Param('key', { schema: Key }) key: string,
    @Body({ schema: Pause }) { reason }: z.infer<typeof Pause>,
  ): Promise<ScheduleItem> {
    return saySchedule(await this.schedules.pause(key, actor, reason));
  }

  @Post(':key/resume')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let a paused schedule go on' })
  @ApiOkResponse({ standardSchema: ScheduleItem })
  async resume(@CurrentActor() actor: Actor, @Param('key', { schema: Key }) key: string): Promise<ScheduleItem> {
    return saySchedule(await this.schedules.resume(key, actor));
  }

  @Post(':key/run-now')
  @HttpCode(202)
  @ApiOperation({ summary: 'Have a schedule run at once, besides its planned runs' })
  @ApiAcceptedResponse({ standardSchema: ScheduleItem })
  async runNow(@CurrentActor() actor: Actor, @Param('key', { schema: Key }) key: string): Promise<ScheduleItem> {
    return saySchedule(await this.schedules.runNow(key, actor));
  }
}
