import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CodedName } from '../api/contract';
import { unitsQuery } from '../api/queries';
import { useLanguage } from '../language/language';

/**
 * `full` is how a unit is called, `short` how a table calls it whose heading says what kind of unit is meant, `taskForce`
 * the name of the task force that it forms.
 */
export type NameForm = 'full' | 'short' | 'taskForce';

/** Gives a unit's name for its code; the code itself while the list is on its way or does not know it. */
export const useUnitNames = (form: NameForm = 'full') => {
  const { say, language } = useLanguage();
  const { data } = useQuery(unitsQuery);
  return useCallback(
    (unit: CodedName | string | null | undefined): string => {
      if (!unit) return '';
      const code = typeof unit === 'string' ? unit : unit.code;
      const known = data?.find((candidate) => candidate.code === code);
      // Short names are kept in Chinese only.
      if (form === 'short' && language === 'zh' && known?.shortName) return known.shortName;
      if (typeof unit !== 'string' && form !== 'short') return say(unit.name) || code;
      const name = form === 'taskForce' ? say(known?.taskForce) || say(known?.name) : say(known?.name);
      return name || (typeof unit === 'string' ? '' : say(unit.name)) || code;
    },
    [data, say, form, language],
  );
};
