/** 督办来源 (domain-model 6.e): 议定事项, 领导批示, 红灯, 考核, 上级交办. */
export type ItemSource = 'resolution' | 'instruction' | 'redLight' | 'assessment' | 'superior';

/** How urgently the item is chased: blue 3 working days before it is due, yellow when it is late, red 5 working days later. */
export type ChasingColour = 'none' | 'blue' | 'yellow' | 'red';

export type ItemState = 'drafted' | 'dispatched' | 'inProgress' | 'extensionPending' | 'reviewing';

export interface Drafter {
  readonly account: string;
  readonly name: string;
  readonly unit: string;
}

/** 代录: the leader whose decision somebody else records; both names stay in the item. */
export interface RecordedFor {
  readonly account: string | null;
  readonly name: string;
  readonly post: string;
}

/** Where the item comes from, if a process waits for it. */
export interface Origin {
  readonly definition: string;
  readonly correlationKey: string;
}

/** Adds the item to the lists. */
export interface RecordItem {
  readonly source: ItemSource;
  readonly title: string;
  readonly requirement: string;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly leadUnit: string;
  readonly assistUnits: readonly string[];
  readonly dueOn: string;
  readonly drafter: Drafter;
  readonly onBehalfOf: RecordedFor | null;
  readonly origin: Origin | null;
}

/** Asks for the number 督办〔year〕n号; it comes back as `numbered`. */
export interface DrawItemNumber {
  readonly year: number;
}

export interface RecordItemNumber {
  readonly number: string;
}

/** Who has the item and until when. */
export interface AssignItem {
  readonly leadUnit: string;
  readonly assistUnits: readonly string[];
  readonly dueOn: string;
}

export interface MoveItem {
  readonly state: ItemState;
  /** Candidate groups. */
  readonly mustAct: readonly string[];
}

export interface RecordProgress {
  /** Per cent. */
  readonly progress: number;
  readonly note: string | null;
}

export interface RecordExtension {
  readonly dueOn: string;
  readonly extensions: number;
}

export interface RecordChasing {
  readonly colour: ChasingColour;
  /** 通报: a red item goes into the next bulletin and stays in it. */
  readonly bulletin: boolean;
}

export interface RecordInterview {
  readonly on: string;
  readonly note: string;
}

export interface CloseItem {
  readonly outcome: 'closed' | 'voided';
  readonly inTime: boolean;
  readonly result: string | null;
}
