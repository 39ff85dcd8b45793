import type { HistoryPage as Read } from '@landfall/projects';
import { z } from 'zod';
import type { HistoryPage } from './project-answers';

export const HistoryQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});

export type HistoryQuery = z.infer<typeof HistoryQuery>;

/** A page of what happened, as answers carry it. */
export const sayHistory = ({ items, nextCursor }: Read): HistoryPage => ({
  items: items.map((item) => ({
    ...item,
    from: [...item.from],
    to: [...item.to],
    form: item.form === null ? null : { ...item.form },
    commands: [...item.commands],
  })),
  nextCursor,
});
