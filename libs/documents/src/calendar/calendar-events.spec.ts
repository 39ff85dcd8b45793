import { type CalendarMeeting, calendarFeed, meetingIcs } from './calendar-events';

const MEETING: CalendarMeeting = {
  id: 'meeting-1',
  sequence: 0,
  status: 'confirmed',
  title: '研判联席会议；第一次, <甲>',
  startsAt: '2026-12-10T09:30:00+08:00',
  endsAt: null,
  place: '第一会议室',
  description: '一、议题\n二、其他'.repeat(20),
  url: 'https://landfall.example/meetings/1',
  changedAt: '2026-12-03T02:00:00Z',
  organizer: { name: '领导小组办公室', email: 'office@example.cn' },
  remindMinutesBefore: [1440, 60],
};

/** The lines as a reader puts them together again (RFC 5545, 3.1). */
const linesOf = (ics: string): string[] => {
  for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return ics
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '');
};

describe('meetings as iCalendar', () => {
  it('an invitation in Shanghai time, with alarms and an organizer', () => {
    const lines = linesOf(meetingIcs(MEETING));
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'BEGIN:VTIMEZONE',
        'TZID:Asia/Shanghai',
        'TZOFFSETTO:+0800',
        'UID:meeting-1@landfall',
        'SEQUENCE:0',
        'STATUS:CONFIRMED',
        'DTSTART;TZID=Asia/Shanghai:20261210T093000',
        'DTEND;TZID=Asia/Shanghai:20261210T113000',
        'DTSTAMP:20261203T020000Z',
        'SUMMARY:研判联席会议；第一次\\, <甲>',
        'LOCATION:第一会议室',
      ]),
    );
    expect(lines.filter((line) => line === 'BEGIN:VALARM')).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER:-P1D', 'TRIGGER:-PT1H']);
    expect(lines.find((line) => line.startsWith('ORGANIZER'))).toMatch(/mailto:office@example.cn/i);
  });

  it('is moved by a higher sequence of the same meeting, and cancelled', () => {
    const moved = linesOf(meetingIcs({ ...MEETING, sequence: 1, startsAt: '2026-12-11T01:30:00Z' }));
    expect(moved).toEqual(
      expect.arrayContaining(['UID:meeting-1@landfall', 'SEQUENCE:1', 'DTSTART;TZID=Asia/Shanghai:20261211T093000']),
    );
    const cancelled = linesOf(meetingIcs({ ...MEETING, sequence: 2, status: 'cancelled' }));
    expect(cancelled).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:2']));
    expect(cancelled).not.toContain('BEGIN:VALARM');
    expect(linesOf(meetingIcs({ ...MEETING, organizer: null }))).toContain('METHOD:PUBLISH');
  });

  it('takes a title of several lines as a text', () => {
    const lines = linesOf(meetingIcs({ ...MEETING, title: '甲\r\nBEGIN:VEVENT' }));
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });

  it('a feed of meetings and deadlines, and an empty one', () => {
    const deadline = {
      id: 'task-1',
      sequence: 0,
      title: '报送材料',
      dueAt: '2026-12-09T17:00:00+08:00',
      description: null,
      url: null,
      changedAt: '2026-12-03T02:00:00Z',
    };
    const lines = linesOf(
      calendarFeed('招商会议', [MEETING, { ...MEETING, id: 'meeting-2', status: 'planned' }], [deadline]),
    );
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(3);
    expect(lines).toEqual(
      expect.arrayContaining(['METHOD:PUBLISH', 'STATUS:TENTATIVE', 'SUMMARY:截止：报送材料', 'X-WR-CALNAME:招商会议']),
    );
    expect(linesOf(calendarFeed('招商会议', [], [])).at(-1)).toBe('END:VCALENDAR');
  });
});
