import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CodedName } from '../api/contract';
import { unitsQuery } from '../api/queries';
import { useLanguage } from '../language/language';

/** Gives a unit's name for its code; the code itself while the list is on its way or does not know it. */
export const useUnitNames = () => {
  const { say } = useLanguage();
  const { data } = useQuery(unitsQuery);
  return useCallback(
    (unit: CodedName | string | null | undefined): string => {
      if (!unit) return '';
      if (typeof unit !== 'string') return say(unit.name) || unit.code;
      return say(data?.find((known) => known.code === unit)?.name) || unit;
    },
    [data, say],
  );
};
