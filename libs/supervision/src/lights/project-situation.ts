import type { LocalizedText } from '@landfall/process-definition';

/** An open task with its limit. */
export interface OpenNode {
  readonly taskId: string;
  readonly title: LocalizedText;
  readonly unit: string;
  readonly dueAt: Date;
}

export interface OpenIssue {
  readonly issueId: string;
  readonly type: string;
  /** 0 task force, 1 office, 2 deputy leader, 3 leading group. */
  readonly level: number;
  readonly openedAt: Date;
}

/**
 * What is known of a project when its light is set. `null` means that it is known not to be (yet); `undefined` that nobody
 * has said, and rules that need it say nothing. A date known to the month or year only stands for its last day, so that
 * nobody is warned about a delay that is not certain.
 */
export interface ProjectSituation {
  readonly projectId: string;
  readonly state: 'active' | 'suspended' | 'closed';
  /** The clock stands still (补正, 暂缓): open nodes are not late. */
  readonly clockPaused: boolean;
  readonly nodes: readonly OpenNode[];
  readonly issues: readonly OpenIssue[];
  /** When a person last did something. */
  readonly lastUpdateAt: Date | undefined;
  readonly signedOn: string | null;
  readonly registeredOn: string | null;
  readonly startedOn: string | null;
  readonly operatedOn: string | null;
  readonly plannedStartOn: string | undefined;
  readonly plannedOperationOn: string | undefined;
  readonly agreedRegistrationOn: string | undefined;
  /** Percent. */
  readonly progress: number | undefined;
  readonly completedOn: string | undefined;
  /** 万元, decimal. */
  readonly fundsInPlace: string | undefined;
  /** 万元, decimal. */
  readonly totalInvestment: string | undefined;
  /** When it entered statistics; null when it was asked and has not. */
  readonly statEntryOn: string | null | undefined;
}
