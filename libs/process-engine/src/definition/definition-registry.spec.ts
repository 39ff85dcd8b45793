import type { ProcessDefinition } from '@landfall/process-definition';
import { EngineUnderTest } from '../../test/engine-under-test';
import { purchaseRequest } from '../../test/purchase-request.definition';

const withTask = (definition: ProcessDefinition, limit: number): ProcessDefinition => {
  const { approval } = definition.userTasks;
  if (!approval) throw new Error('The definition lost its task');
  return {
    ...definition,
    userTasks: {
      ...definition.userTasks,
      approval: { ...approval, deadline: { ...approval.deadline, amount: limit } },
    },
  };
};

describe('the definition registry', () => {
  let world: EngineUnderTest;
  beforeAll(async () => {
    world = await EngineUnderTest.open();
  });
  afterAll(() => world.close());

  it('boots again with the same definition', async () => {
    await expect(world.addEngine()).resolves.toBeDefined();
  });

  it('refuses to boot when a deployed version means something else, and says which version to add', async () => {
    await expect(world.addEngine({}, [withTask(purchaseRequest, 99)])).rejects.toThrow(
      "Process 'purchase-request' version 1 was deployed with another meaning. Restore version 1 and put the change into a new version 2.",
    );
  });

  it('starts new instances with the newest version and keeps running ones on theirs', async () => {
    const old = await world.start();
    const engine = await world.addEngine({}, [purchaseRequest, { ...withTask(purchaseRequest, 99), version: 2 }]);
    const { instanceId } = await engine.start({
      definition: 'purchase-request',
      input: { buyer: 'x' },
      actor: { accountId: 'x', name: 'x', unit: 'x', groups: [] },
    });
    const rows = await world.sql.query<{ definition_version: number }>(
      'SELECT definition_version FROM process_instance WHERE id = ANY($1::uuid[]) ORDER BY definition_version',
      [[old, instanceId]],
    );
    expect(rows.map(({ definition_version }) => definition_version)).toEqual([1, 2]);
  });

  it('refuses to boot without the version that running instances need', async () => {
    await expect(world.addEngine({}, [{ ...withTask(purchaseRequest, 99), version: 2 }])).rejects.toThrow(
      "Process 'purchase-request' version 1 is not part of this program",
    );
  });

  it('refuses two definitions of one version and two handlers of one command', async () => {
    await expect(world.addEngine({}, [purchaseRequest, purchaseRequest])).rejects.toThrow(
      'two definitions of version 1',
    );
    await expect(world.addEngine({ commandHandlers: [{ signalProcess: () => {} }] })).rejects.toThrow(
      "Command 'signalProcess' has two handlers",
    );
  });
});
