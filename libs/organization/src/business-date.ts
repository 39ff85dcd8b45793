const CALENDAR_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day (YYYY-MM-DD) that an instant falls on in Binhai, wherever the server runs. */
export const businessDate = (instant: Date): string => CALENDAR_DAY.format(instant);
