import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AuthController } from './auth/auth.controller';
import { HealthController } from './health/health.controller';
import { MeController } from './me/me.controller';
import { OrganizationController } from './organization/organization.controller';
import { createPlatformModule, type Platform } from './platform.module';
import { ProblemFilter } from './problem/problem.filter';
import { SessionGuard } from './session/session.guard';
import { RequestValidationPipe } from './validation/request-validation.pipe';

@Module({})
class ApiModule {}

/** The whole HTTP interface: a route needs a session unless public, every schema is enforced, every refusal is said. */
export const createApiModule = (
  platform: Platform,
  modules: readonly (DynamicModule | Type)[] = [],
): DynamicModule => ({
  module: ApiModule,
  imports: [createPlatformModule(platform), ...modules],
  controllers: [AuthController, MeController, OrganizationController, HealthController],
  providers: [
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_PIPE, useClass: RequestValidationPipe },
    { provide: APP_FILTER, useValue: new ProblemFilter(platform.logger) },
  ],
});
