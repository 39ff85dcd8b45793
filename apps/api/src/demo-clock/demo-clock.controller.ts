import { type DemoDestination, DemoTime, type DemoTimeState } from '@landfall/installation';
import type { Actor } from '@landfall/process-definition';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentActor } from '../session/current-person';

const DemoClockAnswer = z
  .object({
    now: z.string().describe('The time of the demonstration'),
    offsetMs: z.number().describe('How far it is ahead of the real time'),
    move: z
      .object({
        state: z.enum(['moving', 'done', 'cancelled']),
        from: z.string(),
        to: z.string(),
        reached: z.string(),
        steps: z.number().int().describe('How many moments at which something was due were gone through'),
        unsettled: z.number().int().describe('At how many of them something was still open after twenty seconds'),
      })
      .nullable()
      .describe('The move under way, or the last one'),
  })
  .meta({ id: 'DemoClock' });

type DemoClockAnswer = z.infer<typeof DemoClockAnswer>;

const Destination = z.union([
  z.strictObject({
    days: z.number().int().min(0).max(400).default(0),
    hours: z.number().int().min(0).max(23).default(0),
  }),
  z.strictObject({ to: z.literal('nextWorkday').describe('At nine') }),
  z.strictObject({ until: z.iso.datetime({ offset: true }) }),
]);

const destinationOf = (given: z.infer<typeof Destination>): DemoDestination =>
  'until' in given ? { until: new Date(given.until) } : given;

const say = ({ now, offsetMs, move }: DemoTimeState): DemoClockAnswer => ({
  now: now.toISOString(),
  offsetMs,
  move: move && {
    state: move.state,
    from: move.fromAt.toISOString(),
    to: move.toAt.toISOString(),
    reached: move.reachedAt.toISOString(),
    steps: move.steps,
    unsettled: move.unsettled,
  },
});

/** The clock of a demonstration. There is none of this where the time is the real one. */
@ApiTags('demo clock')
@Controller('api/demo-clock')
export class DemoClockController {
  constructor(private readonly demoTime: DemoTime) {}

  @Get()
  @ApiOperation({ summary: 'The time of the demonstration and how far its move is' })
  @ApiOkResponse({ standardSchema: DemoClockAnswer })
  async get(): Promise<DemoClockAnswer> {
    return say(await this.demoTime.state());
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Move the time forward; everything that falls between happens, in order' })
  @ApiAcceptedResponse({ standardSchema: DemoClockAnswer })
  async move(
    @CurrentActor() actor: Actor,
    @Body({ schema: Destination }) destination: z.infer<typeof Destination>,
  ): Promise<DemoClockAnswer> {
    return say(await this.demoTime.move(destinationOf(destination), actor));
  }

  @Post('cancel')
  @HttpCode(202)
  @ApiOperation({ summary: 'Stop the move under way at the moment that it has reached' })
  @ApiAcceptedResponse({ standardSchema: DemoClockAnswer })
  async cancel(): Promise<DemoClockAnswer> {
    return say(await this.demoTime.cancel());
  }
}
