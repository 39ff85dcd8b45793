import type { Actor } from '@landfall/process-definition';

/** What was done about a piece of work, told to those whom it concerns. */
export interface WorkNotice {
  readonly kind:
    | 'offered'
    | 'assigned'
    | 'transferred'
    | 'delegated'
    | 'resolved'
    | 'signersAdded'
    | 'signersObjected'
    | 'returned'
    | 'withdrawn'
    | 'reminded'
    | 'escalated'
    | 'urged'
    | 'copied'
    | 'handedOver'
    | 'redone';
  readonly instanceId: string;
  readonly rev: number;
  readonly definition: { readonly key: string; readonly version: number };
  /** What the instance is about. */
  readonly subject: string | null;
  readonly taskId: string | null;
  readonly task: string | null;
  readonly slot: string;
  readonly to: { readonly accounts: readonly string[]; readonly groups: readonly string[] };
  readonly actor: Actor;
  readonly note: string | null;
  readonly at: Date;
}
