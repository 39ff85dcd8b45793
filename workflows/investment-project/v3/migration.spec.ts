import {
  advance,
  type ExploredEvent,
  type ProcessDefinition,
  persist,
  possibleEvents,
  Rejection,
  restore,
  statePaths,
  type Walk,
} from '@landfall/process-definition';
import { readStatechart } from '../../../libs/process-definition/src/statechart';
import * as version1 from '../test/version-1';
import * as version2 from '../test/version-2';
import { inputs, OFFICER } from '../test/walking';
import { investmentProjectV1 } from '../v1/investment-project.v1';
import { investmentProjectV2 } from '../v2/investment-project.v2';
import { initialContext } from './context';
import { investmentProjectV3 } from './investment-project.v3';
import { migratesFrom } from './migration';

const VERSIONS = [
  { from: investmentProjectV1, walking: version1, gone: ['evaluationCollecting.needMore'] },
  { from: investmentProjectV2, walking: version2, gone: [] },
] as const;

interface Stored {
  readonly context: Readonly<Record<string, unknown>>;
}

const wayFrom = ({ version }: ProcessDefinition) => {
  const way = migratesFrom.find((known) => known.version === version);
  if (!way) throw new Error(`Version ${version} has no way to version 3`);
  return way;
};

/** The walk's snapshot as version 3 reads it: stored by the old machine, with the context that the way makes of it. */
const cameOver = (from: ProcessDefinition, walk: Walk) => {
  const stored = JSON.parse(JSON.stringify(persist(from.machine, walk.snapshot))) as Stored;
  return restore(investmentProjectV3.machine, { ...stored, context: wayFrom(from).context(stored.context) });
};

const REVIEW = /^(streetTownReview|districtReview|leadingGroupReview)\./;

describe.each(VERSIONS)('projects that come over from version $from.version', ({ from, walking, gone }) => {
  const eventsOf = (walk: Walk): ExploredEvent[] =>
    possibleEvents(from, walk, walking.formsOf).map((event) => ({ ...event, actor: OFFICER }));
  const running = walking
    .exploreLifecycle()
    .walks.filter(({ snapshot }) => snapshot.status === 'active')
    .map((walk) => ({ ...walk, here: cameOver(from, walk), events: eventsOf(walk) }));
  const entered = Object.keys(wayFrom(from).enter);

  it('stand where they stood', () => {
    const moved = running.filter(({ here, states }) => statePaths(here.value).join() !== states.join());
    expect(moved.map(({ states }) => states)).toEqual([]);
    expect(running.length).toBeGreaterThan(500);
  });

  it('take the events that they took, but the minutes that nobody types in any more', () => {
    const changed = running.flatMap(({ snapshot, here, events }) =>
      events.filter((event) => snapshot.can(event) !== here.can(event)).map(({ type }) => type),
    );
    expect([...new Set(changed)].filter((type) => !REVIEW.test(type))).toEqual([...gone]);
    expect(changed.filter((type) => REVIEW.test(type)).length).toBeGreaterThan(0);
  });

  it('go on the same way, to the same states, wherever they do not queue', () => {
    const wrong = running
      .filter(({ states }) => !states.some((state) => entered.includes(state)))
      .flatMap(({ snapshot, here, events, states }) =>
        events
          .filter((event) => snapshot.can(event) && !gone.some((name) => name === event.type))
          .filter((event) => {
            const before = advance(from, snapshot, event);
            const after = advance(investmentProjectV3, here, event);
            if (before instanceof Rejection || after instanceof Rejection) return true;
            return before.to.join() !== after.to.join();
          })
          .map(({ type }) => `${states.join(' ')} ${type}`),
      );
    expect(wrong).toEqual([]);
  });

  it('know everything that version 3 decides by, and nothing else', () => {
    const names = (context: object) => Object.keys(context).sort().join();
    const others = running.filter(({ here }) => names(here.context) !== names(initialContext(inputs.ordinary)));
    expect(others.map(({ states }) => states)).toEqual([]);
  });

  it('keep every state with its task, or enter it anew', () => {
    const [old, next] = [readStatechart(from.machine), readStatechart(investmentProjectV3.machine)];
    const lost = [...old.states.values()].filter(({ id, kind, meta }) => {
      const other = next.states.get(id);
      const same = other?.kind === kind && other.meta.task === meta.task;
      return !same && !entered.includes(id);
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});
