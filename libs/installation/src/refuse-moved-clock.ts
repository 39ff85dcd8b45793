import { SettingError } from '@landfall/config';
import type { Sql } from '@landfall/persistence';

const DAY_MS = 86_400_000;

/** @throws SettingError where the database's time was moved: by the real time, much of it would lie in the future. */
export const refuseMovedClock = async (database: Sql): Promise<void> => {
  const [row] = await database.query<{ offset_ms: string }>('SELECT offset_ms FROM demo_clock WHERE offset_ms > 0');
  if (!row) return;
  const days = Math.max(1, Math.round(Number(row.offset_ms) / DAY_MS));
  throw new SettingError([
    {
      name: 'LANDFALL_DEMO',
      sentence: `Expected LANDFALL_DEMO to be 1 for a database whose time was moved forward by ${days} ${days === 1 ? 'day' : 'days'} for a demonstration, but it is not; set it, or use another database.`,
    },
  ]);
};
