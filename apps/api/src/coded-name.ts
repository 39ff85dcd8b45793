import { z } from 'zod';

export const LocalizedText = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'LocalizedText' });

/** A unit or task force with its present name. */
export const CodedName = z.object({ code: z.string(), name: LocalizedText }).meta({ id: 'CodedName' });

export type CodedName = z.infer<typeof CodedName>;
