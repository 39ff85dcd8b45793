import { Schedules } from '@landfall/schedules';
import { type DynamicModule, Module } from '@nestjs/common';
import { SchedulesController } from './schedules.controller';

@Module({})
class SchedulesApiModule {}

/** What happens again and again, over HTTP. */
export const createSchedulesApiModule = (schedules: Schedules): DynamicModule => ({
  module: SchedulesApiModule,
  controllers: [SchedulesController],
  providers: [{ provide: Schedules, useValue: schedules }],
});
