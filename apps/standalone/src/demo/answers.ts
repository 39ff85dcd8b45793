interface Text {
  readonly zh: string;
  readonly en: string;
}

/** The parts of the API's answers that the demonstration reads. */
export interface Task {
  readonly userTaskId: string;
  readonly taskKey: string;
  readonly title: Text;
  readonly candidateGroup: string;
  readonly groupName: Text;
  readonly stage: string | null;
}

export interface Field {
  readonly type: string;
  readonly title: string;
  readonly 'x-widget': string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: { readonly enum?: readonly string[] };
}

export interface TaskPage extends Task {
  readonly form: { readonly properties: Readonly<Record<string, Field>> };
  readonly prefill: Readonly<Record<string, unknown>>;
  readonly outcomes: readonly {
    readonly key: string;
    readonly label: Text;
    readonly tone: 'positive' | 'negative' | 'neutral';
    readonly fields: readonly string[];
    readonly required: readonly string[];
  }[];
}

export interface ProjectPage {
  readonly projectId: string;
  readonly projectName: string;
  readonly leadNo: string;
  readonly status: 'active' | 'suspended' | 'closed';
  readonly closedAs?: string | null;
  readonly stage: string | null;
  readonly openTasks: readonly Task[];
  readonly leadTaskForce: { readonly code: string; readonly name: Text } | null;
  readonly landingUnit: { readonly code: string; readonly name: Text } | null;
  readonly milestones: Readonly<Record<string, string | null>>;
}

export interface ImportPage {
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number | null;
  readonly detail?: string | null;
  readonly counts: { readonly created: number; readonly duplicate: number; readonly refused: number };
  readonly rows: readonly {
    readonly row: number;
    readonly outcome: string;
    readonly projectId: string | null;
    readonly projectName: string | null;
    readonly leadTaskForce: string | null;
    readonly code: string | null;
    readonly detail: string | null;
  }[];
  readonly nextCursor: string | null;
}

/** A meeting as its page shows it, as far as the demonstration reads it. */
export interface MeetingPage {
  readonly meetingId: string;
  readonly title: string;
  readonly state: string;
  readonly rev: number;
  readonly plannedOn: string | null;
  readonly plannedTime: string | null;
  readonly place: string | null;
  readonly minutesNumber: string | null;
  readonly calledBecause: Text;
  readonly agenda: readonly {
    readonly key: string;
    readonly title: string;
    readonly standing: string;
    readonly projectId: string | null;
    readonly outcome: string | null;
  }[];
  readonly seats: readonly {
    readonly unit: { readonly code: string };
    readonly reply: string;
    readonly present: boolean;
  }[];
  readonly resolutions: readonly {
    readonly key: string;
    readonly item: string | null;
    readonly text: string;
    readonly kind: { readonly key: string };
    readonly dueOn: string | null;
    readonly criterion: string | null;
    readonly unit: { readonly code: string } | null;
    readonly missing: readonly string[];
    readonly standing: string;
  }[];
  readonly openTasks: readonly Task[];
}
