import { shippedCalendar, WorkingCalendar } from '@landfall/calendar';
import type { MeetingQueue, Waiting } from '../queue/read-queue';
import type { MeetingRules } from '../rules/meeting-rules';
import { nextCalls } from './next-call';

const calendar = new WorkingCalendar(shippedCalendar());
const rules: MeetingRules = {
  streetTown: { cutOffDays: [10, 25], fromWaiting: 5, longestWaitWorkingDays: 10, itemsAtMost: 8 },
  push: {
    ...{ fromWaiting: 5, longestWaitWorkingDays: 10, holdWithinWorkingDays: 5 },
    ...{ urgentWithinWorkingDays: 2, callAheadWorkingDays: 4, itemsAtMost: 8 },
  },
  leadingGroup: { fromWaiting: 1, longestWaitWorkingDays: 10, itemsAtMost: 8 },
  quorums: { streetTownReview: [1, 2], push: [2, 3], conference: [2, 3], special: [1, 2], plenary: [2, 3] },
};

const waiting = (id: string, queue: MeetingQueue, since: string): Waiting => ({
  ...{ id, instanceId: id, queue, title: id, projectId: null, projectName: null, landingUnit: null },
  ...{ leadTaskForce: null, units: [], presenter: null, question: null, urgent: false, holdBy: null },
  waitingSince: new Date(`${since}T10:00:00+08:00`),
});

const called = (queue: readonly Waiting[], today: string) => nextCalls(queue, today, rules, calendar);

describe('the next meetings by rule', () => {
  it('are none while nobody waits', () => {
    for (const call of called([], '2026-11-16')) {
      expect(call).toMatchObject({ waiting: 0, oldestWorkingDays: 0, on: null, because: null });
    }
  });

  it('fall on the next cut-off day for a street and town project', () => {
    const [streetTown, push] = called([waiting('a', 'streetTown', '2026-11-16')], '2026-11-18');
    expect(streetTown).toMatchObject({ waiting: 1, oldestWorkingDays: 2, on: '2026-11-25' });
    expect(streetTown?.because?.zh).toContain('集中研判日');
    expect(push?.waiting).toBe(0);
  });

  it('come at once when enough wait', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((id) => waiting(id, 'streetTown', '2026-11-17'));
    expect(called(five, '2026-11-18')[0]).toMatchObject({ on: '2026-11-18', waiting: 5 });
    // On a Saturday the next working day is meant.
    expect(called(five, '2026-11-21')[0]?.on).toBe('2026-11-23');
  });

  it('come when somebody has waited long enough, each kind by its own queue', () => {
    const [, push, leadingGroup] = called(
      [waiting('d', 'district', '2026-11-16'), waiting('l', 'leadingGroup', '2026-11-17')],
      '2026-11-18',
    );
    expect(push).toMatchObject({ queues: ['push', 'district'], on: '2026-11-30' });
    expect(leadingGroup).toMatchObject({ on: '2026-12-01', oldestWorkingDays: 1 });
  });
});
