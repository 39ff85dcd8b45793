import { Database } from '@landfall/persistence';
import { ProcessEngine } from '@landfall/process-engine';
import { WorkingTime } from '@landfall/working-time';
import { type DynamicModule, Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller';
import { MovedDeadlines } from './moved-deadlines';

@Module({})
class CalendarApiModule {}

/** The working-time calendar over HTTP; it stands on the module of processes. */
export const createCalendarApiModule = (workingTime: WorkingTime): DynamicModule => ({
  module: CalendarApiModule,
  controllers: [CalendarController],
  providers: [
    { provide: WorkingTime, useValue: workingTime },
    {
      provide: MovedDeadlines,
      inject: [Database, ProcessEngine],
      useFactory: (database: Database, engine: ProcessEngine) => new MovedDeadlines(database, engine),
    },
  ],
});
