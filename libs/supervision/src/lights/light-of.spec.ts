import fc from 'fast-check';
import { plainCalendar } from '../../test/plain-calendar';
import { issue, node, quiet, rules } from '../../test/situations';
import { addDays, instantOn } from '../business-day';
import { type Light, rankOf } from './light';
import { lightOf } from './light-of';
import type { ProjectSituation } from './project-situation';

const read = (situation: Partial<ProjectSituation>, today: string) =>
  lightOf({ ...quiet, ...situation }, rules, instantOn(today, 7), plainCalendar);

type Edge = readonly [what: string, situation: Partial<ProjectSituation>, today: string, light: Light];

// 2026-11-23 is a Monday.
const EDGES: readonly Edge[] = [
  ['a node due today', { nodes: [node('2026-11-23')] }, '2026-11-23', 'green'],
  ['a node one working day late', { nodes: [node('2026-11-23')] }, '2026-11-24', 'yellow'],
  ['a node due on Friday, on Sunday', { nodes: [node('2026-11-20')] }, '2026-11-22', 'green'],
  ['a node five working days late', { nodes: [node('2026-11-23')] }, '2026-11-30', 'yellow'],
  ['a node six working days late', { nodes: [node('2026-11-23')] }, '2026-12-01', 'red'],
  ['a late node while the clock is paused', { nodes: [node('2026-10-01')], clockPaused: true }, '2026-11-23', 'green'],

  ['13 days without update', { lastUpdateAt: instantOn('2026-11-01', 9) }, '2026-11-14', 'green'],
  ['14 days without update', { lastUpdateAt: instantOn('2026-11-01', 9) }, '2026-11-15', 'yellow'],
  ['30 days without update', { lastUpdateAt: instantOn('2026-11-01', 9) }, '2026-12-01', 'yellow'],
  ['31 days without update', { lastUpdateAt: instantOn('2026-11-01', 9) }, '2026-12-02', 'red'],

  ['the last day of the month of the start', { plannedStartOn: '2026-03-10' }, '2026-03-31', 'green'],
  ['the month of the start over', { plannedStartOn: '2026-03-10' }, '2026-04-01', 'yellow'],
  ['a day less than three months late', { plannedStartOn: '2026-03-10' }, '2026-06-09', 'yellow'],
  ['three months late', { plannedStartOn: '2026-03-10' }, '2026-06-10', 'red'],
  ['late, but started', { plannedStartOn: '2026-03-10', startedOn: '2026-06-01' }, '2026-12-10', 'green'],
  ['three months after 30 November', { plannedStartOn: '2025-11-30' }, '2026-02-28', 'red'],

  // 200 days are planned; each is half a point.
  ['9.5 points behind', building(10.5), '2026-02-10', 'green'],
  ['10 points behind', building(10), '2026-02-10', 'yellow'],
  ['30 points behind', building(10), addDays('2026-01-01', 80), 'yellow'],
  ['30.01 points behind', building(9.99), addDays('2026-01-01', 80), 'red'],
  ['ahead of the plan', building(99), '2026-02-10', 'green'],
  ['planned to be over for long', building(70), '2028-01-01', 'yellow'],
  ['completed', { ...building(10), completedOn: '2026-05-01' }, '2026-06-10', 'green'],
  ['operating', { ...building(10), operatedOn: '2026-05-01' }, '2026-06-10', 'green'],

  ['no funds a day before three months', { startedOn: '2026-01-15', fundsInPlace: '0' }, '2026-04-14', 'green'],
  ['no funds after three months', { startedOn: '2026-01-15', fundsInPlace: '0.00' }, '2026-04-15', 'yellow'],
  ['some funds after three months', { startedOn: '2026-01-15', fundsInPlace: '0.01' }, '2026-04-15', 'green'],

  ['funds low, six months to the day', funds('14.99'), '2026-07-15', 'green'],
  ['funds low, more than six months', funds('14.99'), '2026-07-16', 'red'],
  ['funds of 15 percent', funds('15'), '2026-07-16', 'green'],
  ['funds above 15 percent', funds('15.0001'), '2026-07-16', 'green'],

  ['not entered after a month', { startedOn: '2026-01-15', statEntryOn: null }, '2026-02-15', 'green'],
  ['not entered after more than a month', { startedOn: '2026-01-15', statEntryOn: null }, '2026-02-16', 'yellow'],
  ['not entered after two months', { startedOn: '2026-01-15', statEntryOn: null }, '2026-03-15', 'yellow'],
  ['not entered after more than two months', { startedOn: '2026-01-15', statEntryOn: null }, '2026-03-16', 'red'],
  ['entered', { startedOn: '2026-01-15', statEntryOn: '2026-03-01' }, '2026-12-16', 'green'],

  ['signed twelve months ago', { signedOn: '2025-11-23' }, '2026-11-23', 'green'],
  ['signed more than twelve months ago', { signedOn: '2025-11-23' }, '2026-11-24', 'red'],
  ['signed long ago and started', { signedOn: '2024-01-01', startedOn: '2024-05-01' }, '2026-11-24', 'green'],

  ['signed long ago and in operation', { signedOn: '2017-06-30', operatedOn: '2019-06-30' }, '2026-11-24', 'green'],
  ['signed long ago and completed', { signedOn: '2017-06-30', completedOn: '2019-06-30' }, '2026-11-24', 'green'],
  ['late by plan, but in operation', { plannedStartOn: '2024-03-10', operatedOn: '2026-06-01' }, '2026-12-10', 'green'],

  ['an issue open for 5 working days', { issues: [issue('2026-11-02')] }, '2026-11-09', 'green'],
  ['an issue open for 6 working days', { issues: [issue('2026-11-02')] }, '2026-11-10', 'yellow'],
  ['an issue open for 15 working days', { issues: [issue('2026-11-02')] }, '2026-11-23', 'yellow'],
  ['an issue open for 16 working days', { issues: [issue('2026-11-02')] }, '2026-11-24', 'red'],
  ['a new issue with the office', { issues: [issue('2026-11-23', 1)] }, '2026-11-23', 'green'],
  ['a new issue with the deputy leader', { issues: [issue('2026-11-23', 2)] }, '2026-11-23', 'red'],
  ['a new issue with the leading group', { issues: [issue('2026-11-23', 3)] }, '2026-11-23', 'red'],

  ['30 days after the agreed registration', { agreedRegistrationOn: '2026-10-01' }, '2026-10-31', 'green'],
  ['31 days after the agreed registration', { agreedRegistrationOn: '2026-10-01' }, '2026-11-01', 'red'],
  ['registered', { agreedRegistrationOn: '2026-10-01', registeredOn: '2026-10-30' }, '2026-11-01', 'green'],
];

function building(progress: number): Partial<ProjectSituation> {
  return { startedOn: '2026-01-01', plannedOperationOn: addDays('2026-01-01', 200), progress };
}

function funds(fundsInPlace: string): Partial<ProjectSituation> {
  return { startedOn: '2026-01-15', fundsInPlace, totalInvestment: '100' };
}

describe('the light of a project', () => {
  it.each(EDGES)('%s', (_what, situation, today, light) => {
    expect(read(situation, today).light).toBe(light);
  });

  it('says every reason with its numbers, the day it counts from and the rule, worst first', () => {
    const situation = {
      nodes: [node('2026-11-23', 'a'), node('2026-11-10', 'b')],
      signedOn: '2025-01-05',
      lastUpdateAt: instantOn('2026-11-08', 9),
    };
    const { light, reasons } = read(situation, '2026-11-24');
    expect(light).toBe('red');
    expect(reasons.map(({ code, light: colour, since, subject }) => [code, colour, since, subject])).toEqual([
      ['signedNotStarted', 'red', '2025-01-05', ''],
      ['nodeOverdue', 'red', '2026-11-10', 'b'],
      ['noUpdate', 'yellow', '2026-11-08', ''],
      ['nodeOverdue', 'yellow', '2026-11-23', 'a'],
    ]);
    expect(reasons[1]?.text).toEqual({
      zh: '“初步研判”应于2026-11-10办结，已逾期10个工作日',
      en: "'Screening' was due on 2026-11-10; it is 10 working days late",
    });
    expect(reasons.every(({ source }) => source.startsWith('业务规则 3.7'))).toBe(true);
  });

  it.each(['suspended', 'closed'] as const)('is grey for a %s project, whatever is late', (state) => {
    expect(read({ state, nodes: [node('2026-01-05')] }, '2026-11-23')).toEqual({ light: 'grey', reasons: [] });
  });

  it('says nothing of what nobody has said', () => {
    expect(read({}, '2030-01-01')).toEqual({ light: 'green', reasons: [] });
    // Without the planned end, the total or the entry nothing is guessed from the start alone.
    const started = { startedOn: '2024-01-01', progress: 1, fundsInPlace: '1' };
    expect(read(started, '2030-01-01').reasons).toEqual([]);
  });

  it('takes thresholds from the version of the rules', () => {
    const patient = { ...rules, noUpdate: { yellowFromDays: 40, redOverDays: 80 } };
    const situation = { ...quiet, lastUpdateAt: instantOn('2026-11-01', 9) };
    expect(lightOf(situation, patient, instantOn('2026-12-05'), plainCalendar).light).toBe('green');
    expect(lightOf(situation, rules, instantOn('2026-12-05'), plainCalendar).light).toBe('red');
  });
});

const days = fc.integer({ min: -400, max: 60 }).map((offset) => addDays('2026-11-23', offset));
const nodes = fc.uniqueArray(fc.record({ on: days, id: fc.uuid() }), { maxLength: 6, selector: ({ id }) => id });
const issues = fc.uniqueArray(fc.record({ on: days, level: fc.nat(3), id: fc.uuid() }), {
  maxLength: 4,
  selector: ({ id }) => id,
});
const situations: fc.Arbitrary<ProjectSituation> = fc
  .record({
    nodes: nodes.map((all) => all.map(({ on, id }) => node(on, id))),
    issues: issues.map((all) => all.map(({ on, level, id }) => issue(on, level, id))),
    lastUpdateAt: fc.option(
      days.map((on) => instantOn(on, 9)),
      { nil: undefined },
    ),
    signedOn: fc.option(days),
    registeredOn: fc.option(days),
    startedOn: fc.option(days),
    plannedStartOn: fc.option(days, { nil: undefined }),
    plannedOperationOn: fc.option(days, { nil: undefined }),
    progress: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    fundsInPlace: fc.option(fc.nat(200).map(String), { nil: undefined }),
    totalInvestment: fc.option(fc.integer({ min: 1, max: 1000 }).map(String), { nil: undefined }),
  })
  .map((some) => ({ ...quiet, ...some }));

describe('laws of the light', () => {
  const now = instantOn('2026-11-23', 7);
  const of = (situation: ProjectSituation) => lightOf(situation, rules, now, plainCalendar);

  it('the worst reason wins', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { light, reasons } = of(situation);
        expect(rankOf(light)).toBe(Math.max(0, ...reasons.map((reason) => rankOf(reason.light))));
      }),
    );
  });

  it('a further task or issue never makes it better and takes no reason away', () => {
    fc.assert(
      fc.property(situations, days, days, fc.nat(3), (situation, dueOn, openedOn, level) => {
        const before = of(situation);
        const after = of({
          ...situation,
          nodes: [...situation.nodes, node(dueOn, 'further')],
          issues: [...situation.issues, issue(openedOn, level, 'further')],
        });
        expect(rankOf(after.light)).toBeGreaterThanOrEqual(rankOf(before.light));
        expect(after.reasons).toEqual(expect.arrayContaining([...before.reasons]));
      }),
    );
  });

  it('the order of tasks and issues does not matter', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const turned = {
          ...situation,
          nodes: [...situation.nodes].reverse(),
          issues: [...situation.issues].reverse(),
        };
        expect(of(turned)).toEqual(of(situation));
      }),
    );
  });

  it('time alone never makes it better', () => {
    fc.assert(
      fc.property(situations, fc.nat(200), (situation, later) => {
        const then = lightOf(situation, rules, instantOn(addDays('2026-11-23', later), 7), plainCalendar);
        expect(rankOf(then.light)).toBeGreaterThanOrEqual(rankOf(of(situation).light));
      }),
    );
  });
});
