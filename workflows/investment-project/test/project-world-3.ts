import type { Actor } from '@landfall/process-definition';
import type { LifecycleInput } from '..';
import { investmentProjectV3 } from '../v3/investment-project.v3';
import { ProjectWorld as AnyProjectWorld, of } from './project-world';
import { formFor } from './version-3';
import { inputs } from './walking';

/** A project under version 3 in the engine's own hands. */
export class ProjectWorld extends AnyProjectWorld {
  constructor(input: LifecycleInput = inputs.ordinary, starter: Actor = of('L03.liaison')) {
    super(input, starter, { definition: investmentProjectV3, formFor });
  }

  /** Follows the shortest way to the review. */
  review(landingUnit = 'Z01'): this {
    this.preReview(landingUnit);
    for (const { task_key, slot } of this.open) {
      this.give(task_key, task_key === 'vetoCheck' ? 'clear' : 'agree', { slot });
    }
    return this.give('scoring', 'confirm', { form: { intensityScore: 10, taxScore: 9 } });
  }
}
