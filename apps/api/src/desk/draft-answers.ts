import type { FormDraft as KeptDraft } from '@landfall/desk';
import { z } from 'zod';

/** A form as far as it was filled in; nothing of it has been checked. */
export const FormDraft = z
  .object({ taskId: z.string(), form: z.record(z.string(), z.unknown()), updatedAt: z.string() })
  .meta({ id: 'FormDraft' });

export type FormDraft = z.infer<typeof FormDraft>;

export const sayDraft = ({ taskId, form, updatedAt }: KeptDraft): FormDraft => ({
  taskId,
  form: { ...form },
  updatedAt: updatedAt.toISOString(),
});
