import { checkDefinition, type ProcessDefinition } from '@landfall/process-definition';
import * as exceptions from '../../test/patterns/exception.definitions';
import * as flow from '../../test/patterns/flow.definitions';
import * as joins from '../../test/patterns/join.definitions';
import * as merges from '../../test/patterns/merge.definitions';
import * as resource from '../../test/patterns/resource.definitions';
import * as several from '../../test/patterns/several-instances.definitions';
import * as state from '../../test/patterns/state.definitions';
import { ENGINE_COMMANDS, engineCommandHandlers } from '../engine-command-handlers';

const DEFINITIONS: readonly ProcessDefinition[] = [
  ...[exceptions, flow, merges, several, state].flatMap((module) => Object.values(module)),
  ...Object.values(joins.JOINS),
  ...[resource.desk, resource.direct, resource.deferred, resource.caseHandling, resource.organisational],
  ...[
    resource.capability,
    resource.pool('random'),
    resource.checkedPool,
    resource.early,
    resource.late,
    resource.ahead,
  ],
  ...[resource.automatic, resource.bundle, resource.jointWork, resource.inTurn],
  joins.generalizedJoin,
];

describe('the processes that the workflow patterns are shown by', () => {
  it.each(DEFINITIONS.map((definition) => [definition.key, definition] as const))(
    '%s passes the boot check',
    (_key, definition) => {
      const commands = [...ENGINE_COMMANDS, ...Object.keys(engineCommandHandlers), 'giveNumber'];
      expect(checkDefinition(definition, { commands, formats: [] }).map(({ message }) => message)).toEqual([]);
    },
  );
});
