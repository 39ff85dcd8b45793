import { shippedCalendar, WorkingCalendar } from '@landfall/calendar';
import type { Waiting } from '../queue/read-queue';
import { leadingGroupBatch, pushBatch, streetTownBatch } from './batch-due';
import { lastCutOff } from './cut-off';

const calendar = new WorkingCalendar(shippedCalendar());
const streetTown = { cutOffDays: [10, 25], fromWaiting: 5, longestWaitWorkingDays: 10, itemsAtMost: 8 };
const push = {
  ...{ fromWaiting: 5, longestWaitWorkingDays: 10, holdWithinWorkingDays: 5 },
  ...{ urgentWithinWorkingDays: 2, callAheadWorkingDays: 4, itemsAtMost: 8 },
};

const waiting = (id: string, since: string, change: Partial<Waiting> = {}): Waiting => ({
  ...{ id, instanceId: id, queue: 'streetTown', title: id, projectId: null, projectName: null, landingUnit: null },
  ...{ leadTaskForce: null, units: [], presenter: null, question: null, urgent: false, holdBy: null },
  waitingSince: new Date(`${since}T10:00:00+08:00`),
  ...change,
});

const many = (count: number, since: string): Waiting[] =>
  Array.from({ length: count }, (_one, at) => waiting(`p${String(at).padStart(2, '0')}`, since));

describe('a cut-off day', () => {
  it.each([
    ['2026-11-10', { planned: '2026-11-10', on: '2026-11-10' }],
    ['2026-11-24', { planned: '2026-11-10', on: '2026-11-10' }],
    // 25 October 2026 is a Sunday; the National Day of 2026 ends on 7 October, and Saturday the 10th is worked for it.
    ['2026-10-25', { planned: '2026-10-10', on: '2026-10-10' }],
    ['2026-10-26', { planned: '2026-10-25', on: '2026-10-26' }],
  ])('of %s is the last one that has come, moved to a working day', (day, cutOff) => {
    expect(lastCutOff(day, [10, 25], calendar)).toEqual(cutOff);
  });

  it('is none where the rules name none', () => {
    expect(lastCutOff('2026-11-10', [], calendar)).toBeUndefined();
  });
});

describe('a batch of street and town projects', () => {
  const batch = (queue: readonly Waiting[], day: string) => streetTownBatch(queue, day, streetTown, calendar);

  it('is due with one project on a cut-off day, and not the day before', () => {
    expect(batch(many(1, '2026-11-05'), '2026-11-09')).toBeUndefined();
    expect(batch(many(1, '2026-11-05'), '2026-11-10')?.because.zh).toBe('11月10日集中研判日，待研判项目1个');
    expect(batch([], '2026-11-10')).toBeUndefined();
  });

  it('says both days where the cut-off day was moved', () => {
    expect(batch(many(2, '2026-10-20'), '2026-10-26')?.because).toEqual({
      zh: '10月26日集中研判日（原为10月25日，遇非工作日顺延），待研判项目2个',
      en: 'the batch of 26 Oct (25 Oct, moved to a working day), 2 projects wait',
    });
  });

  it('is due on a later day for whoever waited before the cut-off, and not for whoever came after', () => {
    expect(batch(many(1, '2026-11-09'), '2026-11-13')).toBeDefined();
    expect(batch(many(1, '2026-11-10'), '2026-11-13')).toBeUndefined();
  });

  it('is due with five, not with four', () => {
    expect(batch(many(4, '2026-11-12'), '2026-11-13')).toBeUndefined();
    expect(batch(many(5, '2026-11-12'), '2026-11-13')?.because.zh).toBe('待研判项目已达5个（满5个即召集）');
  });

  it('is due when one has waited ten working days, not nine', () => {
    const rules = { ...streetTown, cutOffDays: [] };
    const after = (day: string) => streetTownBatch(many(1, '2026-11-02'), day, rules, calendar);
    expect(after('2026-11-13')).toBeUndefined();
    expect(after('2026-11-16')?.because.zh).toContain('已等待10个工作日');
  });

  it('takes eight at most, those who have waited longest', () => {
    const queue = [...many(8, '2026-11-06'), waiting('oldest', '2026-11-04')];
    const found = batch(queue, '2026-11-10');
    expect(found?.items.map(({ id }) => id)).toEqual(['oldest', 'p00', 'p01', 'p02', 'p03', 'p04', 'p05', 'p06']);
    expect(found?.because.zh).toMatch(/按先后列入8个，其余1个下次上会$/);
  });
});

describe('a push meeting', () => {
  const problem = (id: string, since: string, change: Partial<Waiting> = {}) =>
    waiting(id, since, { queue: 'push', ...change });
  const batch = (queue: readonly Waiting[], day: string) => pushBatch(queue, day, push, calendar);

  it('is called in time for the day by which somebody has to be heard', () => {
    expect(batch([problem('a', '2026-11-04')], '2026-11-04')).toBeUndefined();
    expect(batch([problem('a', '2026-11-04')], '2026-11-05')).toBeDefined();
    expect(batch([problem('a', '2026-11-04', { holdBy: '2026-11-20' })], '2026-11-05')).toBeUndefined();
    expect(batch([problem('a', '2026-11-04', { urgent: true })], '2026-11-04')).toBeDefined();
  });

  it('hears urgent ones first, then those that have to be heard soonest', () => {
    const queue = [
      problem('later', '2026-11-03', { holdBy: '2026-11-12' }),
      waiting('review', '2026-11-02', { queue: 'district' }),
      problem('sooner', '2026-11-04', { holdBy: '2026-11-09' }),
      problem('urgent', '2026-11-05', { urgent: true }),
    ];
    expect(batch(queue, '2026-11-05')?.items.map(({ id }) => id)).toEqual(['urgent', 'sooner', 'later', 'review']);
  });

  it('is called for district reviews when many wait, or one too long', () => {
    const reviews = (count: number) =>
      many(count, '2026-11-02').map((each) => ({ ...each, queue: 'district' as const }));
    expect(batch(reviews(4), '2026-11-13')).toBeUndefined();
    expect(batch(reviews(5), '2026-11-03')).toBeDefined();
    expect(batch(reviews(1), '2026-11-16')).toBeDefined();
  });
});

describe('a meeting of the leading group', () => {
  it('is proposed when one has waited five working days', () => {
    const rules = { fromWaiting: 1, longestWaitWorkingDays: 5, itemsAtMost: 8 };
    const queue = many(1, '2026-11-02').map((each) => ({ ...each, queue: 'leadingGroup' as const }));
    expect(leadingGroupBatch(queue, '2026-11-06', rules, calendar)).toBeUndefined();
    expect(leadingGroupBatch(queue, '2026-11-09', rules, calendar)?.items).toHaveLength(1);
    expect(leadingGroupBatch([], '2026-11-09', rules, calendar)).toBeUndefined();
  });

  it('hears projects and issues, urgent ones first, and leaves the rest for the next one', () => {
    const rules = { fromWaiting: 1, longestWaitWorkingDays: 5, itemsAtMost: 2 };
    const queue = [
      waiting('project', '2026-11-02', { queue: 'leadingGroup' }),
      waiting('issue', '2026-11-03', { queue: 'leadingGroupIssue' }),
      waiting('urgent', '2026-11-09', { queue: 'leadingGroupIssue', urgent: true }),
    ];
    const batch = leadingGroupBatch(queue, '2026-11-09', rules, calendar);
    expect(batch?.items.map(({ id }) => id)).toEqual(['urgent', 'project']);
    expect(batch?.because.zh).toContain('其余1个下次上会');
  });
});
