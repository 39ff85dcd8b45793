import { LeavingPost, Roster, Substitutions } from '@landfall/identity';
import { type DynamicModule, Module } from '@nestjs/common';
import { HandoversController } from './handovers.controller';
import { SubstitutionsController } from './substitutions.controller';

export interface SubstitutionApiParts {
  readonly substitutions: Substitutions;
  readonly roster: Roster;
  readonly leavingPost: LeavingPost;
}

@Module({})
class SubstitutionApiModule {}

/** Substitutes and hand-overs over HTTP. */
export const createSubstitutionApiModule = (parts: SubstitutionApiParts): DynamicModule => ({
  module: SubstitutionApiModule,
  controllers: [SubstitutionsController, HandoversController],
  providers: [
    { provide: Substitutions, useValue: parts.substitutions },
    { provide: Roster, useValue: parts.roster },
    { provide: LeavingPost, useValue: parts.leavingPost },
  ],
});
