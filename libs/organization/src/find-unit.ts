import type { Unit } from './organization-rows';
import { comparable } from './term';

/** Units by everything they are called: code, names, short name, statistical name and code, aliases. */
export type UnitNames = ReadonlyMap<string, ReadonlySet<string>>;

export const unitNames = (units: readonly Unit[]): UnitNames => {
  const names = new Map<string, Set<string>>();
  for (const unit of units) {
    const spoken = [unit.code, unit.name.zh, unit.name.en, unit.shortName, unit.statName, unit.statCode];
    for (const name of [...spoken, ...unit.aliases]) {
      if (name === null) continue;
      const term = comparable(name);
      names.set(term, (names.get(term) ?? new Set()).add(unit.code));
    }
  }
  return names;
};

/** The code of the one unit that is called so, or null when none or several are. */
export const findUnit = (name: string, names: UnitNames): string | null => {
  const codes = [...(names.get(comparable(name)) ?? [])];
  return codes.length === 1 ? (codes[0] ?? null) : null;
};
