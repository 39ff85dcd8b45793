import type { LifecycleContext, LifecycleInput } from '../v1/context';
import { investmentProjectV1 } from '../v1/investment-project.v1';
import { ProjectStory } from './story';
import { walkingOf } from './walking';

const walking = walkingOf(investmentProjectV1);

export const { formFor, formsOf, exploreLifecycle } = walking;

/** A project under version 1 of the lifecycle. */
export class Story extends ProjectStory<LifecycleContext> {
  static of(input: LifecycleInput): Story {
    return new Story(investmentProjectV1, walking, input);
  }
}
