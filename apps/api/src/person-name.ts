import { z } from 'zod';

/** Somebody as lists name him. */
export const PersonName = z.object({ accountId: z.string(), name: z.string() }).meta({ id: 'PersonName' });
