import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FormSchema } from '../api/contract';
import { definitionsQuery } from '../api/queries';

/** The forms of all deployed definitions, newest last, for reading values whose form is not at hand. */
export const useKnownForms = () => {
  const { data } = useQuery(definitionsQuery);
  return useMemo(() => {
    const forms = new Map<string, FormSchema>();
    const everything: FormSchema = { type: 'object', properties: {} };
    for (const definition of data ?? []) {
      for (const [key, form] of Object.entries(definition.forms)) {
        forms.set(key, form);
        Object.assign(everything.properties, form.properties);
      }
    }
    return {
      /** The form behind an event: that of the event itself, or of the task whose outcome it is (`<task>.<outcome>`). */
      formOf: (event: string | null): FormSchema | undefined => {
        if (event === null) return undefined;
        return forms.get(event) ?? forms.get(event.slice(0, Math.max(0, event.lastIndexOf('.'))));
      },
      everything,
    };
  }, [data]);
};
