import { z } from 'zod';

/** RFC 9457 problem document with the code of what was refused. */
export const Problem = z.object({
  type: z.string().describe('urn:landfall:problem: and the code'),
  title: z.string().describe('What the status means'),
  status: z.int(),
  code: z.string().describe('Dotted and stable: for programs'),
  detail: z.string().describe('One sentence: for people, Chinese unless Accept-Language wants English'),
  errors: z
    .array(
      z.object({
        path: z.string().describe('The field, with dots into nested ones; empty for the body as a whole'),
        code: z.string(),
        detail: z.string(),
      }),
    )
    .optional()
    .describe('Each refused field of a form or a body'),
  reference: z.string().optional().describe('Names a fault of the server in its log'),
});

export type Problem = z.infer<typeof Problem>;

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';
