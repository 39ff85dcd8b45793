import type { ProcessDefinition } from './process-definition';
import type { Routes } from './routes';
import type { Statechart } from './statechart';

/** One thing that keeps a definition from running: a dotted code and one sentence that shows the path to it. */
export interface DefinitionProblem {
  readonly code: string;
  readonly message: string;
}

/** What every rule looks at. */
export interface CheckedDefinition {
  readonly definition: ProcessDefinition;
  readonly chart: Statechart;
  readonly routes: Routes;
}

export const problem = (code: string, message: string): DefinitionProblem => ({
  code: `PROCESS_DEFINITION.${code}`,
  message,
});
