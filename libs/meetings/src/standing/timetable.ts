import type { Meeting } from '../meeting';

/** A stretch of a meeting's day, HH:mm in Asia/Shanghai. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

export interface TimedItem extends Stretch {
  readonly item: string;
}

/** When a unit has to be there: one stretch for each run of items that it sits through. */
export interface TimedUnit {
  readonly unit: string;
  readonly stretches: readonly (Stretch & { readonly items: readonly string[] })[];
}

export interface Timetable {
  readonly items: readonly TimedItem[];
  readonly units: readonly TimedUnit[];
}

const MINUTES_PER_DAY = 1440;
const two = (value: number): string => String(value).padStart(2, '0');

const clockOf = (minutes: number): string => {
  const within = minutes % MINUTES_PER_DAY;
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
};

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Who sits through everything: those who call, chair and are members. */
const THROUGHOUT = ['convener', 'chair', 'member'];

/**
 * When each item is heard and when each unit has to be there, one item after the other from the planned time on. Without
 * a planned time there is no timetable. What has left the agenda takes no time.
 */
export const timetableOf = ({
  plannedTime,
  agenda,
  seats,
}: Pick<Meeting, 'plannedTime' | 'agenda' | 'seats'>): Timetable => {
  if (plannedTime === null) return { items: [], units: [] };
  let at = minutesOf(plannedTime);
  const heard = agenda.filter(({ standing }) => standing !== 'left');
  const items = heard.map(({ key, minutes }) => {
    const from = at;
    at += minutes;
    return { item: key, from: clockOf(from), to: clockOf(at) };
  });
  const units = seats.map(({ unit, role }) => {
    const stretches: { from: string; to: string; items: string[] }[] = [];
    let sat = false;
    heard.forEach((item, index) => {
      const timed = items[index];
      const sits = THROUGHOUT.includes(role) || item.presenter === unit || item.units.includes(unit);
      const last = stretches.at(-1);
      if (sits && timed !== undefined) {
        if (sat && last !== undefined) {
          last.to = timed.to;
          last.items.push(item.key);
        } else stretches.push({ from: timed.from, to: timed.to, items: [item.key] });
      }
      sat = sits;
    });
    return { unit, stretches };
  });
  return { items, units };
};
