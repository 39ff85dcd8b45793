/** Values that a rejection's sentence is filled with, kept so that it can be said again in another language. */
export type RejectionParams = Readonly<Record<string, string | number | boolean | null>>;

/** One refused field of a form or a body: where, which rule, and one sentence. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
  readonly params?: RejectionParams;
}

export interface RejectionDetails {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly params?: RejectionParams;
  readonly problems?: readonly FieldProblem[];
}

/**
 * Says no in one sentence ("Expected to …, but …") with a dotted code and an HTTP status.
 *
 * A rejection is an expected answer, not a fault: nothing was written when it is given. It is thrown across service
 * borders and returned by `advance`.
 */
export class Rejection extends Error {
  readonly code: string;
  readonly status: number;
  readonly params: RejectionParams;
  readonly problems: readonly FieldProblem[];

  constructor(details: RejectionDetails) {
    super(details.message);
    this.name = 'Rejection';
    this.code = details.code;
    this.status = details.status;
    this.params = details.params ?? {};
    this.problems = details.problems ?? [];
  }
}
