import type { StartInput } from '@landfall/process-definition';
import type { Drafter, ItemSource, Origin, RecordedFor } from '../commands';

/** What the item decides by: small and plain JSON. */
export interface ItemContext {
  /** Its correlation key: whoever ordered it knows it by it. */
  readonly itemKey: string;
  readonly source: ItemSource;
  readonly title: string;
  /** What has to be delivered. */
  readonly requirement: string;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly leadUnit: string;
  readonly assistUnits: readonly string[];
  /** YYYY-MM-DD. */
  readonly dueOn: string;
  readonly deputyGroup: string;
  readonly drafter: Drafter;
  readonly onBehalfOf: RecordedFor | null;
  readonly origin: Origin | null;
  readonly number: string | null;
  readonly extensions: number;
  /** YYYY-MM-DD; asked for and not yet decided. */
  readonly askedDueOn: string | null;
  readonly progress: number;
  readonly result: string | null;
  /** YYYY-MM-DD on which the lead unit said it is done; that day counts, not the day of the review. */
  readonly completedOn: string | null;
  /** How late it was when it went into review; a failed review goes on from there. */
  readonly lateness: 'none' | 'yellow' | 'red';
}

export interface SupervisionItemInput extends StartInput {
  readonly itemKey: string;
  readonly source: ItemSource;
  readonly title: string;
  readonly requirement: string;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly leadUnit: string;
  readonly assistUnits: readonly string[];
  readonly dueOn: string;
  readonly deputyGroup: string;
  readonly drafter: Drafter;
  readonly onBehalfOf: RecordedFor | null;
  readonly origin: Origin | null;
}

export const initialContext = (input: SupervisionItemInput): ItemContext => ({
  itemKey: input.itemKey,
  source: input.source,
  title: input.title,
  requirement: input.requirement,
  projectId: input.projectId,
  projectName: input.projectName,
  leadUnit: input.leadUnit,
  assistUnits: input.assistUnits.filter((unit) => unit !== input.leadUnit),
  dueOn: input.dueOn,
  deputyGroup: input.deputyGroup,
  drafter: { ...input.drafter },
  onBehalfOf: input.onBehalfOf,
  origin: input.origin,
  number: null,
  extensions: 0,
  askedDueOn: null,
  progress: 0,
  result: null,
  completedOn: null,
  lateness: 'none',
});
