import { DemoTime } from '@landfall/installation';
import { type DynamicModule, Module } from '@nestjs/common';
import { DemoClockController } from './demo-clock.controller';

@Module({})
class DemoClockApiModule {}

/** The clock of a demonstration over HTTP; only an installation that has one gets this module. */
export const createDemoClockApiModule = (demoTime: DemoTime): DynamicModule => ({
  module: DemoClockApiModule,
  controllers: [DemoClockController],
  providers: [{ provide: DemoTime, useValue: demoTime }],
});
