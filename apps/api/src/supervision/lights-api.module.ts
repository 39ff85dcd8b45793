import { Lights, Waiting, WaitingDisputes } from '@landfall/supervision';
import { type DynamicModule, Module } from '@nestjs/common';
import { LightsController } from './lights.controller';
import { WaitingController } from './waiting.controller';

export interface LightsApiParts {
  readonly lights: Lights;
  readonly waiting: Waiting;
  readonly waitingDisputes: WaitingDisputes;
}

@Module({})
class LightsApiModule {}

/** Lights and waiting time over HTTP; it stands on the module of projects, which says who may see what. */
export const createLightsApiModule = ({ lights, waiting, waitingDisputes }: LightsApiParts): DynamicModule => ({
  module: LightsApiModule,
  controllers: [LightsController, WaitingController],
  providers: [
    { provide: Lights, useValue: lights },
    { provide: Waiting, useValue: waiting },
    { provide: WaitingDisputes, useValue: waitingDisputes },
  ],
});
