import fc from 'fast-check';
import { applyDisputes } from './apply-disputes';
import { attributeWaiting, type StateInterval, type TaskInterval, type WaitingInterval } from './attribute-waiting';
import type { WaitingRules } from './waiting-rules';

const rules: WaitingRules = {
  states: [
    { state: 'active.review.queued', kind: 'meetingQueue', owner: 'district' },
    { state: 'active.lead.correction', kind: 'enterprise' },
    { state: 'active.signing', kind: 'unit', owner: 'Z01' },
    { state: 'suspended', kind: 'suspended' },
  ],
  tasks: {
    districtReview: { kind: 'meetingQueue', owner: 'district' },
    leadCorrection: { kind: 'enterprise', owner: 'enterprise' },
  },
  stages: [
    { state: 'active.lead', stage: 'lead' },
    { state: 'active.review', stage: 'review' },
  ],
  fallback: 'LGO',
};

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 2, hour));
const states = (hour: number, ...active: string[]): StateInterval => ({
  kind: 'states',
  at: at(hour),
  seq: hour,
  states: active,
});
const task = (group: string, from: number, to: number | null, due: number, key = 'work'): TaskInterval => ({
  kind: 'task',
  id: `${group} ${from}`,
  task: key,
  group,
  from: at(from),
  to: to === null ? null : at(to),
  dueAt: at(due),
});
const attributed = (from: number, to: number, ...intervals: WaitingInterval[]) =>
  attributeWaiting(intervals, at(from), at(to), rules).map(({ kind, owner, from: start, to: end, alsoWaiting }) => [
    `${kind === 'unit' ? '' : `${kind}:`}${owner}`,
    start.getUTCHours(),
    end.getUTCHours(),
    ...alsoWaiting.map((other) => other.owner),
  ]);

describe('attributing waiting time', () => {
  it('gives a time to the unit of the open task, with stage and states', () => {
    const intervals = [states(0, 'active.lead.screening'), task('D01.specialist', 0, null, 20)];
    expect(attributeWaiting(intervals, at(0), at(5), rules)).toEqual([
      {
        kind: 'unit',
        owner: 'D01',
        from: at(0),
        to: at(5),
        stage: 'lead',
        states: ['active.lead.screening'],
        alsoWaiting: [],
      },
    ]);
  });

  it('of several open tasks the one due first owns it, the others are told', () => {
    const opinions = [task('D10.reviewer', 0, 4, 9), task('M02.reviewer', 0, 6, 8), task('L07.reviewer', 1, 3, 10)];
    expect(attributed(0, 6, states(0, 'active.evaluation'), ...opinions)).toEqual([
      ['M02', 0, 1, 'D10'],
      ['M02', 1, 3, 'D10', 'L07'],
      ['M02', 3, 4, 'D10'],
      ['M02', 4, 6],
    ]);
  });

  it("a meeting's queue and the enterprise own what the rules give them", () => {
    expect(
      attributed(
        0,
        6,
        states(0, 'active.lead.correction'),
        task('L03.liaison', 0, 2, 9, 'leadCorrection'),
        states(2, 'active.review.queued'),
        task('LGO.staff', 2, 6, 9, 'districtReview'),
      ),
    ).toEqual([
      ['enterprise:enterprise', 0, 2],
      ['meetingQueue:district', 2, 6],
    ]);
  });

  it('a state without a task belongs to whom the rules name, the longest path first', () => {
    expect(attributed(0, 2, states(0, 'active.signing.ready'))).toEqual([['Z01', 0, 2]]);
    const deeper = {
      ...rules,
      states: [...rules.states, { state: 'active.signing.ready', kind: 'enterprise' as const }],
    };
    expect(attributeWaiting([states(0, 'active.signing.ready')], at(0), at(2), deeper)[0]?.kind).toBe('enterprise');
    expect(attributed(0, 2, states(0, 'active.signingElsewhere'))).toEqual([['LGO', 0, 2]]);
  });

  it('a suspension owns its time alone, whatever is open', () => {
    expect(
      attributed(
        0,
        3,
        states(0, 'active.lead'),
        task('D01.x', 0, null, 9),
        states(1, 'suspended.reviewing'),
        task('LGO.x', 1, 3, 2),
      ),
    ).toEqual([
      ['D01', 0, 1],
      ['suspended:suspended', 1, 3],
    ]);
  });

  it("the system's time belongs to the next owner, at the end to the last, without any to the fallback", () => {
    const check = states(0, 'active.lead.duplicateCheck');
    expect(attributed(0, 9, check, task('D01.x', 2, 5, 9))).toEqual([['D01', 0, 9]]);
    expect(attributed(0, 4, check)).toEqual([['LGO', 0, 4]]);
    expect(attributed(3, 3, check)).toEqual([]);
  });

  it('of two entries at one instant the later one counts', () => {
    const first = { ...states(0, 'suspended'), seq: 1 };
    const second = { ...states(0, 'active.signing'), seq: 2 };
    expect(attributed(0, 2, second, first)).toEqual([['Z01', 0, 2]]);
  });
});

const hour = fc.integer({ min: -5, max: 60 });
const path = fc.constantFrom(
  'active.lead.screening',
  'active.lead.correction',
  'active.review.queued',
  'active.signing.ready',
  'active.landing',
  'suspended.paused',
);
const interval: fc.Arbitrary<WaitingInterval> = fc.oneof(
  fc
    .record({ hour, seq: fc.nat(1_000_000), active: fc.array(path, { maxLength: 3 }) })
    .map((one): StateInterval => ({ kind: 'states', at: at(one.hour), seq: one.seq, states: one.active })),
  fc
    .record({
      id: fc.uuid(),
      unit: fc.constantFrom('D01', 'Z01', 'M02', 'LGO'),
      key: fc.constantFrom('work', 'districtReview', 'leadCorrection'),
      from: hour,
      length: fc.option(fc.nat(30)),
      due: hour,
    })
    .map(
      (one): TaskInterval => ({
        ...task(`${one.unit}.x`, one.from, one.length === null ? null : one.from + one.length, one.due, one.key),
        id: one.id,
      }),
    ),
);
const intervals = fc.uniqueArray(interval, {
  maxLength: 25,
  selector: (one) => (one.kind === 'task' ? one.id : `${one.at.getTime()} ${one.seq}`),
});

describe('laws of waiting time', () => {
  const life = { from: at(0), to: at(50) };
  const attribute = (all: readonly WaitingInterval[]) => attributeWaiting(all, life.from, life.to, rules);
  const lengthOf = (pieces: readonly { from: Date; to: Date }[]) =>
    pieces.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);
  const expectWhole = (pieces: readonly { from: Date; to: Date }[]) => {
    expect(pieces[0]?.from).toEqual(life.from);
    expect(pieces.at(-1)?.to).toEqual(life.to);
    expect(pieces.every(({ from, to }) => from < to)).toBe(true);
    expect(pieces.slice(1).map(({ from }) => from)).toEqual(pieces.slice(0, -1).map(({ to }) => to));
    expect(lengthOf(pieces)).toBe(life.to.getTime() - life.from.getTime());
  };

  it('the pieces cover the life without gap or overlap and add up to its age', () => {
    fc.assert(
      fc.property(intervals, (all) => expectWhole(attribute(all))),
      { numRuns: 300 },
    );
  });

  it('the order of what is known does not matter', () => {
    const shuffled = intervals.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(fc.property(shuffled, ([all, other]) => expect(attribute(other)).toEqual(attribute(all))));
  });

  it('looking later changes no owner but that of an end at which only the system worked', () => {
    fc.assert(
      fc.property(intervals, (all) => {
        const until = attributeWaiting(all, life.from, at(30), rules);
        const owned = attribute(all).filter((piece) => piece.from < at(30));
        const ownerAt = (pieces: typeof until, instant: Date) =>
          pieces.find((piece) => piece.from <= instant && piece.to > instant)?.owner;
        const open = all.some(
          (one) => one.kind === 'task' && one.from <= at(29) && (one.to === null || one.to > at(29)),
        );
        if (open) expect(ownerAt(until, at(29))).toBe(ownerAt(owned, at(29)));
        expectWholeUntil(until, at(30));
      }),
    );
  });
  const expectWholeUntil = (pieces: readonly { from: Date; to: Date }[], end: Date) =>
    expect(lengthOf(pieces)).toBe(end.getTime() - life.from.getTime());

  it('an accepted dispute moves exactly its interval, and the first attribution stays visible', () => {
    const owner = fc.constantFrom('D01', 'Z01', 'M02', 'LGO');
    fc.assert(
      fc.property(intervals, owner, fc.nat(40), fc.integer({ min: 1, max: 15 }), (all, against, start, length) => {
        const recorded = attribute(all);
        const dispute = {
          id: 'dispute',
          from: at(start),
          to: at(start + length),
          against: { kind: 'unit', owner: against },
          claimed: { kind: 'enterprise', owner: 'enterprise' },
          decidedAt: at(60),
        } as const;
        const counted = applyDisputes(recorded, [dispute]);
        expectWhole(counted);
        for (const piece of counted) {
          const before = recorded.find(({ from, to }) => from <= piece.from && to >= piece.to);
          expect(piece.recorded).toEqual({ kind: before?.kind, owner: before?.owner });
          const isDisputed =
            before?.kind === 'unit' && before.owner === against && piece.from >= dispute.from && piece.to <= dispute.to;
          expect([piece.kind, piece.owner, piece.disputeId]).toEqual(
            isDisputed ? ['enterprise', 'enterprise', 'dispute'] : [before?.kind, before?.owner, null],
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
