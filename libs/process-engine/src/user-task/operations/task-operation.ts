import type { FormValues } from '@landfall/process-definition';
import type { Candidate } from '../acting';

/** Where a task is returned to. */
export type ReturnTarget =
  | { readonly kind: 'previous' }
  /** Whoever started the process, or the step in which he mends what he filed. */
  | { readonly kind: 'initiator' }
  | { readonly kind: 'step'; readonly task: string; readonly slot?: string };

/** After the returned work is done again: through the steps in between, or straight back to whoever returned it. */
export type AfterReturn = 'inOrder' | 'jumpBack';

/** Everything that people can do with a task; there is nothing else. */
export type TaskOperation =
  | { readonly kind: 'complete'; readonly outcome: string; readonly form: FormValues }
  | { readonly kind: 'claim' }
  | { readonly kind: 'unclaim' }
  | { readonly kind: 'assign'; readonly to: Candidate }
  | { readonly kind: 'transfer'; readonly to: Candidate; readonly reason: string }
  | { readonly kind: 'delegate'; readonly to: Candidate; readonly note: string }
  | { readonly kind: 'resolve'; readonly note: string }
  | {
      readonly kind: 'addSigners';
      readonly position: 'before' | 'after' | 'parallel';
      readonly signers: readonly Candidate[];
      readonly reason: string;
    }
  | { readonly kind: 'removeSigner'; readonly reason: string }
  | { readonly kind: 'return'; readonly to: ReturnTarget; readonly afterwards: AfterReturn; readonly reason: string }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'redo'; readonly reason: string }
  | { readonly kind: 'urge'; readonly note: string }
  | { readonly kind: 'copy'; readonly to: readonly Candidate[]; readonly note: string }
  /** 交接: what somebody leaves behind goes to a successor, or back to its group. */
  | { readonly kind: 'handOver'; readonly from: string; readonly to: Candidate | null; readonly reason: string };

export type TaskOperationOf<Kind extends TaskOperation['kind']> = Extract<TaskOperation, { readonly kind: Kind }>;
