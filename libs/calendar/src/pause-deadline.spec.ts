import type { DeadlineRule } from '@landfall/process-definition';
import fc from 'fast-check';
import { addDays, dayOf, instantAt } from './calendar-day';
import { computeDeadline, type Deadline } from './deadline';
import { isPaused, pauseDeadline, resumeDeadline } from './pause-deadline';
import { recomputeDeadline } from './recompute-deadline';
import { shippedCalendar } from './shipped-calendar';
import { WorkingCalendar } from './working-calendar';

const calendar = new WorkingCalendar(shippedCalendar());

const due = (deadline: Deadline): string => `${dayOf(deadline.dueAt)} ${clockTime(deadline.dueAt)}`;
const clockTime = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
const at = (text: string): Date => instantAt(text.slice(0, 10), text.slice(11));
const rule = (amount: number, unit: DeadlineRule['unit']): DeadlineRule => ({ amount, unit, source: 'test' });

const paused = (deadline: Deadline, ...pauses: [from: string, to: string][]): Deadline =>
  pauses.reduce((last, [from, to]) => resumeDeadline(pauseDeadline(last, at(from)), at(to), calendar), deadline);

describe('pausing a deadline', () => {
  // Received on Monday 9 March 2026, due on Monday 16 March.
  const fiveDays = computeDeadline(rule(5, 'workingDay'), at('2026-03-09 10:00'), calendar);

  it.each<[what: string, pauses: [string, string][], due: string]>([
    ['never', [], '2026-03-16 17:30'],
    ['within a day', [['2026-03-11 09:00', '2026-03-11 17:29']], '2026-03-16 17:30'],
    ['over one evening', [['2026-03-11 17:30', '2026-03-12 08:00']], '2026-03-16 17:30'],
    ['for one day', [['2026-03-11 09:00', '2026-03-12 09:00']], '2026-03-17 17:30'],
    ['over a weekend only', [['2026-03-13 18:00', '2026-03-16 09:00']], '2026-03-16 17:30'],
    ['for a week', [['2026-03-11 09:00', '2026-03-18 09:00']], '2026-03-23 17:30'],
    [
      'twice',
      [
        ['2026-03-10 09:00', '2026-03-11 09:00'],
        ['2026-03-16 16:00', '2026-03-18 09:00'],
      ],
      '2026-03-19 17:30',
    ],
    ['over Qingming, whose days count for nobody', [['2026-03-16 09:00', '2026-04-07 09:00']], '2026-04-07 17:30'],
    ['after it was overdue', [['2026-03-16 17:30', '2026-03-20 09:00']], '2026-03-16 17:30'],
  ])('%s', (_what, pauses, expected) => {
    expect(due(paused(fiveDays, ...pauses))).toBe(expected);
  });

  it('adds exactly the hours that the clock stood', () => {
    const hours = computeDeadline(rule(24, 'hour'), at('2026-03-09 10:00'), calendar);
    expect(due(paused(hours, ['2026-03-09 12:00', '2026-03-09 12:45'], ['2026-03-10 10:00', '2026-03-10 11:00']))).toBe(
      '2026-03-10 11:45',
    );
    // 1.5 h until noon, 4 h after lunch, 2.5 h the next morning.
    const working = computeDeadline(rule(8, 'workingHour'), at('2026-03-09 10:30'), calendar);
    expect(due(working)).toBe('2026-03-10 11:00');
    // An hour and a half of work falls into the first pause, the lunch break of the second day is nobody's.
    expect(
      due(paused(working, ['2026-03-09 16:00', '2026-03-10 08:30'], ['2026-03-10 11:30', '2026-03-10 14:00'])),
    ).toBe('2026-03-10 15:00');
  });

  it('keeps every pause and says whether the clock stands', () => {
    const waiting = pauseDeadline(fiveDays, at('2026-03-11 09:00'), { zh: '待企业补正', en: 'waiting for material' });
    expect(isPaused(waiting.arithmetic)).toBe(true);
    expect(waiting.dueAt).toEqual(fiveDays.dueAt);
    expect(() => pauseDeadline(waiting, at('2026-03-12 09:00'))).toThrow('clock runs');
    const resumed = resumeDeadline(waiting, at('2026-03-12 09:00'), calendar);
    expect(isPaused(resumed.arithmetic)).toBe(false);
    expect(resumed.arithmetic.pauses).toEqual([
      {
        from: '2026-03-11T01:00:00.000Z',
        to: '2026-03-12T01:00:00.000Z',
        reason: { zh: '待企业补正', en: 'waiting for material' },
      },
    ]);
    expect(() => resumeDeadline(resumed, at('2026-03-12 10:00'), calendar)).toThrow('paused');
  });

  it('gives no time twice when a clock was set back', () => {
    const one = paused(computeDeadline(rule(24, 'hour'), at('2026-03-09 10:00'), calendar), [
      '2026-03-09 12:00',
      '2026-03-09 14:00',
    ]);
    expect(due(paused(one, ['2026-03-09 13:00', '2026-03-09 15:00']))).toBe('2026-03-10 13:00');
    expect(due(paused(one, ['2026-03-09 16:00', '2026-03-09 15:00']))).toBe('2026-03-10 12:00');
  });

  describe('whatever the rule, the day and the pauses', () => {
    const minute = 60_000;
    const scenario = fc.record({
      rule: fc.record({
        amount: fc.integer({ min: 1, max: 40 }),
        unit: fc.constantFrom('workingDay' as const, 'workingHour' as const, 'day' as const, 'hour' as const),
        source: fc.constant('test'),
      }),
      // Three years of minutes from 2024 on.
      from: fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }).map((n) => new Date(Date.UTC(2024, 0, 1) + n * minute)),
      // Minutes until the pause, minutes that it lasts; up to a fortnight each.
      pauses: fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 20_000 })), {
        maxLength: 4,
      }),
    });

    const play = (start: Deadline, from: Date, pauses: readonly (readonly [number, number])[]): Deadline[] => {
      let now = from.getTime();
      const steps = [start];
      for (const [wait, length] of pauses) {
        const stopped = pauseDeadline(steps.at(-1) ?? start, new Date(now + wait * minute));
        now += (wait + length) * minute;
        steps.push(resumeDeadline(stopped, new Date(now), calendar));
      }
      return steps;
    };

    it('a pause never makes it earlier', () => {
      fc.assert(
        fc.property(scenario, ({ rule, from, pauses }) => {
          const times = play(computeDeadline(rule, from, calendar), from, pauses).map(({ dueAt }) => dueAt.getTime());
          expect(times).toEqual([...times].sort((a, b) => a - b));
        }),
        { numRuns: 500 },
      );
    });

    it('the days counted up to the due day, without those of the pauses, are the amount', () => {
      fc.assert(
        fc.property(scenario, ({ rule: any, from, pauses }) => {
          const rule = { ...any, unit: 'workingDay' as const };
          const last = play(computeDeadline(rule, from, calendar), from, pauses).at(-1);
          if (last === undefined) throw new Error('Expected a deadline');
          // A day is lost to a pause when it began before that day's closing and ended on a later day.
          const lost = (day: string): boolean =>
            last.arithmetic.pauses.some(
              ({ from, to }) => new Date(from) < instantAt(day, '17:30') && to !== null && dayOf(new Date(to)) > day,
            );
          let counted = 0;
          for (let day = addDays(dayOf(from), 1); day <= dayOf(last.dueAt); day = addDays(day, 1)) {
            if (calendar.isWorkday(day) && !lost(day)) counted += 1;
          }
          expect(counted).toBe(rule.amount);
        }),
        { numRuns: 300 },
      );
    });

    it('the same calendar computes the same again', () => {
      fc.assert(
        fc.property(scenario, ({ rule, from, pauses }) => {
          const last = play(computeDeadline(rule, from, calendar), from, pauses).at(-1);
          const same = new WorkingCalendar(JSON.parse(JSON.stringify(shippedCalendar())));
          expect(last && recomputeDeadline(JSON.parse(JSON.stringify(last.arithmetic)), same)).toEqual(last);
        }),
        { numRuns: 100 },
      );
    });
  });
});
