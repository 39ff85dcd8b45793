import { z } from 'zod';

const AccountId = z.uuid();
const Reason = z.string().trim().min(2).max(1000);
const Note = z.string().trim().max(1000).default('');

/** What can be asked of a task besides completing it: one shape for each operation of the task algebra. */
export const TaskOperationBody = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('claim') }),
    z.strictObject({ kind: z.literal('unclaim') }),
    z.strictObject({ kind: z.literal('assign'), to: AccountId }),
    z.strictObject({ kind: z.literal('transfer'), to: AccountId, reason: Reason }),
    z.strictObject({ kind: z.literal('delegate'), to: AccountId, note: Note }),
    z.strictObject({ kind: z.literal('resolve'), note: Note }),
    z.strictObject({
      kind: z.literal('addSigners'),
      position: z.enum(['before', 'after', 'parallel']),
      signers: z.array(AccountId).min(1).max(20),
      reason: Reason,
    }),
    z.strictObject({ kind: z.literal('removeSigner'), reason: Reason }),
    z.strictObject({
      kind: z.literal('return'),
      to: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('previous') }),
        z.strictObject({ kind: z.literal('initiator') }),
        z.strictObject({ kind: z.literal('step'), task: z.string().max(80), slot: z.string().max(80).optional() }),
      ]),
      afterwards: z.enum(['inOrder', 'jumpBack']),
      reason: Reason,
    }),
    z.strictObject({ kind: z.literal('withdraw'), reason: Note }),
    z.strictObject({ kind: z.literal('skip'), reason: Reason }),
    z.strictObject({ kind: z.literal('redo'), reason: Reason }),
    z.strictObject({ kind: z.literal('urge'), note: Note }),
    z.strictObject({ kind: z.literal('copy'), to: z.array(AccountId).min(1).max(50), note: Note }),
  ])
  .meta({ id: 'TaskOperation' });

export type TaskOperationBody = z.infer<typeof TaskOperationBody>;
