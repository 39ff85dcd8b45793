import type { LifecycleContext, LifecycleInput } from '../v2/context';
import { investmentProjectV2 } from '../v2/investment-project.v2';
import { ProjectStory } from './story';
import { walkingOf } from './walking';

const walking = walkingOf(investmentProjectV2);

export const { formFor, formsOf, exploreLifecycle } = walking;

/** A project under version 2 of the lifecycle. */
export class Story extends ProjectStory<LifecycleContext> {
  static of(input: LifecycleInput): Story {
    return new Story(investmentProjectV2, walking, input);
  }
}
