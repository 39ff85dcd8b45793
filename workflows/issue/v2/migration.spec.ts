import {
  assertMigration,
  type ExploredEvent,
  persist,
  Rejection,
  restore,
  statePaths,
  takeStep,
  type Walk,
} from '@landfall/process-definition';
import { contextOf, eventsOf, exploreIssue } from '../test/walking';
import { issueV1 } from '../v1/issue.v1';
import { issueV2 } from './issue.v2';
import { contextOfVersion1 } from './migration';

/** A walk of version 1 that goes on under version 2. */
const moved = (walk: Walk): Walk => {
  const stored = JSON.parse(JSON.stringify(persist(issueV1.machine, walk.snapshot)));
  const context = JSON.parse(JSON.stringify(contextOfVersion1(contextOf(walk))));
  return { ...walk, snapshot: restore(issueV2.machine, { ...stored, context }) };
};

const { walks } = exploreIssue();
const running = walks.filter(({ snapshot }) => snapshot.status === 'active');

const after = (definition: typeof issueV1, walk: Walk, event: ExploredEvent) => {
  const next = takeStep(definition, walk, event);
  return next instanceof Rejection
    ? next.code
    : { states: next.states, tasks: next.tasks, timers: next.timers, ended: next.snapshot.status };
};

describe('an issue of version 1 that goes on with version 2', () => {
  it('comes over by a way that the boot accepts', () => {
    expect(issueV2.migratesFrom?.map(({ version }) => version)).toEqual([1]);
    for (const way of issueV2.migratesFrom ?? []) assertMigration(issueV1, issueV2, way);
  });

  it('stands where it stood, knows what it knew and has asked for no meeting', () => {
    expect(running.length).toBeGreaterThan(50);
    for (const walk of running) {
      const { snapshot } = moved(walk);
      expect(statePaths(snapshot.value)).toEqual(walk.states);
      const { resolvedByUnit, ...known } = contextOf(walk);
      expect(snapshot.context).toEqual({
        ...known,
        projectLevel: null,
        push: null,
        pushes: 0,
        resolvedByUnits: resolvedByUnit === null ? [] : [resolvedByUnit],
      });
    }
  });

  it('takes the same events, with the same tasks, timers and ends', () => {
    for (const walk of running) {
      for (const event of eventsOf(walk)) {
        const said = { states: walk.states, event: event.type };
        expect({ ...said, leads: after(issueV2, moved(walk), event) }).toEqual({
          ...said,
          leads: after(issueV1, walk, event),
        });
      }
    }
  });
});
