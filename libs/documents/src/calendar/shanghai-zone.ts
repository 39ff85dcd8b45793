/** Asia/Shanghai as iCalendar wants it: eight hours ahead of UTC, without summer time since 1991. */
const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'X-LIC-LOCATION:Asia/Shanghai',
  'BEGIN:STANDARD',
  'TZNAME:CST',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'DTSTART:19910915T000000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const EIGHT_HOURS_MS = 8 * 60 * 60 * 1000;

const UTC_TIME = /^(DTSTART|DTEND):(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

/**
 * Says the times of a calendar's events, which are in UTC, in Shanghai time with its definition.
 *
 * The generator would write plain dates in the time of the machine that runs it, and stamps without their Z.
 */
export const inShanghai = (ics: string): string => {
  const lines = ics.split('\r\n').map((line) =>
    line.replace(UTC_TIME, (_match, name: string, ...parts: string[]) => {
      const [year, month, day, hour, minute, second] = parts.slice(0, 6).map(Number);
      const utc = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
      const local = new Date(utc + EIGHT_HOURS_MS).toISOString().replaceAll(/[-:]|\.\d+Z$/g, '');
      return `${name};TZID=Asia/Shanghai:${local}`;
    }),
  );
  const at = lines.findIndex((line) => line === 'BEGIN:VEVENT' || line === 'END:VCALENDAR');
  return [...lines.slice(0, at), ...VTIMEZONE, ...lines.slice(at)].join('\r\n');
};
