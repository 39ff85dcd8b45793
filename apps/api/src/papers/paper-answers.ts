import { z } from 'zod';
import { PersonName } from '../person-name';

export const Attachment = z
  .object({
    id: z.string(),
    fileName: z.string(),
    size: z.number().int().describe('In bytes'),
    mediaType: z.string(),
    author: PersonName,
    at: z.string(),
  })
  .meta({ id: 'Attachment' });

export type Attachment = z.infer<typeof Attachment>;

export const Comment = z
  .object({ id: z.string(), text: z.string(), author: PersonName, at: z.string() })
  .meta({ id: 'Comment' });

export type Comment = z.infer<typeof Comment>;
