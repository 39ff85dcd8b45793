import { checkDefinition, type ProcessDefinition } from '@landfall/process-definition';
import * as flow from '../../test/patterns/flow.definitions';
import { ENGINE_COMMANDS, engineCommandHandlers } from '../engine-command-handlers';

const DEFINITIONS: readonly ProcessDefinition[] = [flow].flatMap((module) => Object.values(module));

describe('the processes that the workflow patterns are shown by', () => {
  it.each(DEFINITIONS.map((definition) => [definition.key, definition] as const))(
    '%s passes the boot check',
    (_key, definition) => {
      const commands = [...ENGINE_COMMANDS, ...Object.keys(engineCommandHandlers)];
      expect(checkDefinition(definition, { commands, formats: [] }).map(({ message }) => message)).toEqual([]);
    },
  );
});
