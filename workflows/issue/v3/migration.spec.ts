import {
  assertMigration,
  type ExploredEvent,
  migrate,
  type ProcessDefinition,
  Rejection,
  SYSTEM_ACTOR,
  statePaths,
  takeStep,
  type Walk,
} from '@landfall/process-definition';
import { exploreIssue as exploreVersion2, eventsOf as ofVersion2 } from '../test/version-2';
import { exploreIssue as exploreVersion1, eventsOf as ofVersion1 } from '../test/walking';
import { issueV1 } from '../v1/issue.v1';
import { issueV2 } from '../v2/issue.v2';
import type { IssueContext } from './context';
import { issueV3 } from './issue.v3';

interface Version {
  readonly definition: ProcessDefinition;
  readonly walks: readonly Walk[];
  readonly eventsOf: (walk: Walk) => ExploredEvent[];
}

const VERSIONS: readonly Version[] = [
  { definition: issueV1, walks: exploreVersion1().walks, eventsOf: ofVersion1 },
  { definition: issueV2, walks: exploreVersion2().walks, eventsOf: ofVersion2 },
];

const wayFrom = ({ definition: { version } }: Version) => {
  const way = issueV3.migratesFrom?.find((known) => known.version === version);
  if (!way) throw new Error(`No way leads from version ${version}`);
  return way;
};

/** A walk that goes on under version 3, with what coming over says. */
const moved = (from: Version, walk: Walk) => {
  const occasion = { at: walk.at, actor: SYSTEM_ACTOR, instanceId: String(walk.input.issueId) };
  return migrate(from.definition, issueV3, wayFrom(from), walk.snapshot, occasion);
};

const isBeforeTheLeadingGroup = ({ states }: Pick<Walk, 'states'>): boolean =>
  states.some((state) => state.startsWith('unresolved.l3'));

/** Where version 3 has the same place. */
const inVersion3 = (states: readonly string[]): string[] =>
  states.flatMap((state) =>
    state.startsWith('unresolved.l3.') ? [state.replace('l3.', 'l3.limit.'), 'unresolved.l3.meeting.queued'] : [state],
  );

const leadsTo = (definition: ProcessDefinition, walk: Walk, event: ExploredEvent) => {
  const next = takeStep(definition, walk, event);
  if (next instanceof Rejection) return next.code;
  const tasks = next.tasks.map(({ task, group }) => `${task} ${group}`);
  return { states: next.states, tasks, ended: next.snapshot.status };
};

describe.each(VERSIONS.map((version) => [version.definition.version, version] as const))(
  'an issue of version %i that goes on with version 3',
  (_number, from) => {
    const running = from.walks.filter(({ snapshot }) => snapshot.status === 'active');

    it('comes over by a way that the boot accepts', () => {
      assertMigration(from.definition, issueV3, wayFrom(from));
    });

    it('stands where it stood and knows what it knew', () => {
      expect(running.length).toBeGreaterThan(50);
      for (const walk of running) {
        const { snapshot } = moved(from, walk);
        expect(statePaths(snapshot.value)).toEqual(inVersion3(walk.states));
        const { resolvedByUnit, meetings, ...known } = walk.snapshot.context as Record<string, unknown>;
        if (!isBeforeTheLeadingGroup(walk)) {
          expect(snapshot.context).toMatchObject({ ...known, meetings: { turn: 0, agenda: null, taken: [] } });
        }
      }
    });

    it('keeps its work, but what stands before the leading group comes before it anew, and queues for its meeting', () => {
      const before = running.filter(isBeforeTheLeadingGroup);
      expect(before.length).toBeGreaterThan(0);
      for (const walk of running) {
        const { leaving, entering, snapshot } = moved(from, walk);
        const said = [...leaving, ...entering].map(({ type }) => type);
        if (!before.includes(walk)) expect(said).toEqual([]);
        else {
          expect(said.filter((type) => /UserTask$|MeetingQueue$|ForMeeting$/.test(type))).toEqual([
            'cancelUserTask',
            'openUserTask',
            ...(walk.states.some((state) => state.endsWith('overdue')) ? ['remindUserTask'] : []),
            'queueForMeeting',
          ]);
          expect((snapshot.context as IssueContext).meetings.turn).toBe(1);
        }
      }
    });

    it('takes the same events, which lead to the same places, tasks and ends', () => {
      for (const walk of running.filter((each) => !isBeforeTheLeadingGroup(each))) {
        const here = { ...walk, snapshot: moved(from, walk).snapshot };
        for (const event of from.eventsOf(walk)) {
          const what = { states: walk.states, event: event.type };
          const old = leadsTo(from.definition, walk, event);
          expect({ ...what, leads: leadsTo(issueV3, here, event) }).toEqual({
            ...what,
            leads: typeof old === 'string' ? old : { ...old, states: inVersion3(old.states) },
          });
        }
      }
    });
  },
);
