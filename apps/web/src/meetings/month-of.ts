const two = (value: number): string => String(value).padStart(2, '0');

/** “2026-11” so many months away. */
export const monthAway = (month: string, months: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + months;
  return `${Math.floor(count / 12)}-${two((count % 12) + 1)}`;
};

/** The first and the last day of a month, YYYY-MM-DD. */
export const daysOfMonth = (month: string): { from: string; to: string } => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: `${month}-01`, to: `${month}-${two(new Date(Date.UTC(year, number, 0)).getUTCDate())}` };
};
