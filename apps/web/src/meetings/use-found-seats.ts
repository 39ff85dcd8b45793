import { useState } from 'react';
import type { MeetingSeat } from '../api/contract';
import { useUnitNames } from '../organization/unit-names';

/** Seats by a few typed words: the unit's names, its code, or whoever comes for it. */
export const useFoundSeats = (seats: readonly MeetingSeat[]) => {
  const unitName = useUnitNames('short');
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const found = seats.filter(({ unit, person, checkedIn }) =>
    [unitName(unit), unit.name.zh, unit.name.en, unit.code, person ?? '', checkedIn ?? '']
      .join(' ')
      .toLowerCase()
      .includes(wanted),
  );
  return { typed, setTyped, found };
};
