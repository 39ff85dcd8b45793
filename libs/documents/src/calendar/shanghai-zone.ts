/** Asia/Shanghai as iCalendar wants it: eight hours ahead of UTC, without summer time since 1991. */
export const SHANGHAI = 'Asia/Shanghai';

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
].join('\r\n');

/** The generator that `ical-generator` asks for the definition of a zone. */
export const shanghaiZone = { name: SHANGHAI, generator: (): string => VTIMEZONE };
