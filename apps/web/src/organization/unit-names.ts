import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CodedName } from '../api/contract';
import { unitsQuery } from '../api/queries';
import { useLanguage } from '../language/language';

/**
 * Gives a unit's name for its code; the code itself while the list is on its way or does not know it. Tables take the
 * short name, because their headings already say what kind of unit it is.
 */
export const useUnitNames = (length: 'full' | 'short' = 'full') => {
  const { say, language } = useLanguage();
  const { data } = useQuery(unitsQuery);
  // Short names are kept in Chinese only.
  const short = length === 'short' && language === 'zh';
  return useCallback(
    (unit: CodedName | string | null | undefined): string => {
      if (!unit) return '';
      const code = typeof unit === 'string' ? unit : unit.code;
      const known = data?.find((candidate) => candidate.code === code);
      const name = (short && say(known?.shortName)) || say(known?.name);
      return name || (typeof unit === 'string' ? unit : say(unit.name)) || code;
    },
    [data, say, short],
  );
};
