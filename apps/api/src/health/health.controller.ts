import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { READINESS_CHECKS } from '../platform.module';
import { Public } from '../session/access';
import { checkReadiness, type ReadinessCheck } from './readiness';

const Alive = z.object({ status: z.literal('alive') }).meta({ id: 'Alive' });

const Readiness = z
  .object({
    status: z.enum(['ready', 'notReady']),
    checks: z.array(z.object({ name: z.string(), ready: z.boolean(), detail: z.string().optional() })),
  })
  .meta({ id: 'Readiness' });

@ApiTags('health')
@Controller()
@Public()
export class HealthController {
  constructor(@Inject(READINESS_CHECKS) private readonly checks: readonly ReadinessCheck[]) {}

  @Get('healthz')
  @ApiOperation({ summary: 'The process is alive' })
  @ApiOkResponse({ standardSchema: Alive })
  alive(): z.infer<typeof Alive> {
    return { status: 'alive' };
  }

  @Get('readyz')
  @ApiOperation({ summary: 'Requests can be served: database, migrations, queue' })
  @ApiOkResponse({ standardSchema: Readiness })
  @ApiServiceUnavailableResponse({ standardSchema: Readiness })
  async ready(@Res({ passthrough: true }) response: Response): Promise<z.infer<typeof Readiness>> {
    const checks = await checkReadiness(this.checks);
    const isReady = checks.every((check) => check.ready);
    response.status(isReady ? 200 : 503);
    return { status: isReady ? 'ready' : 'notReady', checks };
  }
}
