import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  checkDefinition,
  fingerprint,
  type ProcessDefinition,
  persist,
  restore,
  statePaths,
  uncovered,
  type Walk,
} from '@landfall/process-definition';
import { contextOf, FORM_FORMATS, type Walking } from './walking';

export interface IssueUnderLaw {
  readonly definition: ProcessDefinition;
  readonly walking: Pick<Walking, 'eventsOf' | 'exploreIssue'>;
  /** What the version says to those who handle its commands. */
  readonly commands: readonly string[];
  /** Where snapshots are kept as the version stored them. */
  readonly golden: string;
  readonly fingerprint: string;
}

interface Golden {
  readonly reaches: readonly string[];
  readonly snapshot: unknown;
  readonly accepts: readonly string[];
}

/** What holds of an issue of every version, in everything that can happen to it. */
export const itKeepsTheLawsOfIssues = ({
  definition,
  walking: { eventsOf, exploreIssue },
  commands,
  golden,
  fingerprint: pinned,
}: IssueUnderLaw): void => {
  const { walks, reached } = exploreIssue();
  const running = walks.filter((walk) => walk.snapshot.status === 'active');

  const stored = (walk: Walk): unknown => JSON.parse(JSON.stringify(persist(definition.machine, walk.snapshot)));

  const accepted = (walk: Walk, snapshot = walk.snapshot): string[] =>
    [
      ...new Set(
        eventsOf(walk)
          .filter((event) => snapshot.can(event))
          .map(({ type }) => type),
      ),
    ].sort();

  describe(`issue, version ${definition.version}`, () => {
    it('can run: everything it says is understood, owned, limited and left again', () => {
      expect(checkDefinition(definition, { commands, formats: FORM_FORMATS })).toEqual([]);
    });

    it('is walked through completely: every state, every outcome, every timer, every event', () => {
      expect(uncovered(definition, exploreIssue())).toEqual({ states: [], transitions: [] });
    });

    it('says everything in both languages and names the article behind every task', () => {
      const silent = Object.entries(definition.userTasks).filter(
        ([, { title, owner, source }]) => !title.zh || !title.en || !owner.zh || !owner.en || !source,
      );
      expect(silent).toEqual([]);
    });

    it('has open exactly the tasks that its active states name', () => {
      const wrong = walks.filter((walk) => {
        const named = Object.values(walk.snapshot.getMeta()).flatMap((meta) => meta?.task ?? []);
        const open = walk.tasks.map(({ task }) => task);
        return [...new Set(named)].sort().join() !== [...new Set(open)].sort().join();
      });
      expect(wrong.map(({ states, tasks }) => ({ states, tasks }))).toEqual([]);
    });

    it('leaves neither task nor timer behind when it ends', () => {
      const ended = walks.filter((walk) => walk.snapshot.status === 'done');
      expect(new Set(ended.map(({ states }) => states[0]))).toEqual(
        new Set(['resolved', 'invalid', 'withdrawn', 'lapsed']),
      );
      expect(ended.filter(({ tasks, timers }) => tasks.length + timers.length > 0)).toEqual([]);
    });

    it('never closes as solved without a verification (6.2 invariant 7), nor by time alone', () => {
      const closed = walks.filter(({ states }) => states.includes('resolved') || states.includes('invalid'));
      const wrong = closed.filter(({ steps }) => {
        const last = steps.at(-1)?.event ?? '';
        return !/^(resolutionVerification|closureConfirmation|issueObjection|invalidityRuling)\./.test(last);
      });
      expect(wrong.map(({ steps }) => steps.map(({ event }) => event))).toEqual([]);
    });

    it('says on the project who must unblock it in every state, and frees the project at every end', () => {
      const lastOf = (walk: Walk, types: readonly string[]) =>
        walk.steps
          .flatMap(({ commands }) => commands)
          .filter(({ type }) => types.includes(type))
          .at(-1);
      for (const walk of walks) {
        const last = lastOf(walk, ['markBlocked', 'clearBlocked']);
        if (walk.snapshot.status === 'done') expect(last?.type).toBe('clearBlocked');
        else {
          expect(last).toMatchObject({ type: 'markBlocked', params: { level: contextOf(walk).level } });
          const mustAct = last?.params.mustAct as readonly string[];
          const working = walk.tasks.map(({ group }) => group).filter((group) => group !== 'SEO.staff');
          if (working.length > 0) expect([...mustAct].sort()).toEqual([...new Set(working)].sort());
        }
      }
    });

    it('keeps what it knows as plain JSON: stored and restored it takes the same events', () => {
      const changed = running.filter((walk) => {
        const back = restore(definition.machine, stored(walk));
        return (
          statePaths(back.value).join() !== walk.states.join() || accepted(walk, back).join() !== accepted(walk).join()
        );
      });
      expect(changed.map(({ states }) => states)).toEqual([]);
    });

    it('keeps no number on whoever raises issues', () => {
      const words = JSON.stringify([
        ...walks.flatMap(({ steps }) => steps.flatMap(({ commands }) => commands)),
        running.map(contextOf),
      ]);
      expect(words).not.toMatch(/score|penalty|raisedCount/i);
    });
  });

  /*
   * Snapshots as the version stored them. They never change: a machine that no longer restores them or takes other events
   * means something else, and that is a later version. `GOLDEN=write` adds snapshots for states that have none yet.
   */
  describe(`golden snapshots of version ${definition.version}`, () => {
    const read = (): readonly Golden[] => (existsSync(golden) ? JSON.parse(readFileSync(golden, 'utf8')) : []);
    const waiting = [...reached].filter(([, walk]) => walk.snapshot.status === 'active').map(([state]) => state);
    const missing = waiting.filter((state) => !read().some(({ reaches }) => reaches.includes(state)));

    if (process.env.GOLDEN === 'write' && missing.length > 0) {
      mkdirSync(dirname(golden), { recursive: true });
      const added = [...new Set(missing.flatMap((state) => reached.get(state) ?? []))].map((walk) => ({
        reaches: missing.filter((state) => reached.get(state) === walk),
        snapshot: stored(walk),
        accepts: accepted(walk),
      }));
      writeFileSync(golden, `${JSON.stringify([...read(), ...added], null, 2)}\n`);
    }

    it('mean what they meant when they were deployed', () => {
      const hint = `The meaning of version ${definition.version} has changed: restore it and put the change into a later one`;
      expect({ hint, fingerprint: fingerprint(definition) }).toEqual({ hint, fingerprint: pinned });
    });

    it('are kept for every state', () => {
      expect(waiting.filter((state) => !read().some(({ reaches }) => reaches.includes(state)))).toEqual([]);
    });

    it('restore and take what they took', () => {
      for (const { reaches, snapshot, accepts } of read()) {
        const hint = `'${reaches[0]}' has changed its meaning: restore it and put the change into a later version`;
        const back = restore(definition.machine, snapshot);
        const walk = reached.get(reaches[0] ?? '');
        expect({ hint, states: statePaths(back.value) }).toEqual({
          hint,
          states: expect.arrayContaining([...reaches]),
        });
        expect({ hint, accepts: walk ? accepted(walk, back) : [] }).toEqual({ hint, accepts });
      }
    });
  });
};
