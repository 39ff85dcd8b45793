import type { ProcessEvent } from '@landfall/process-definition';
import type { MeetingResolution } from '../commands';
import type { PreviousConference } from '../conference-facts';
import type { ItemInput } from './context';

/** A resolution as the editor of the minutes sends it; a key that is known is replaced. */
export type ResolutionDraft = Omit<MeetingResolution, 'key' | 'standing' | 'note' | 'fulfilledOn'> & {
  readonly key?: string;
};

/** What the agenda's editor sends for one item, in the new order. */
export interface ArrangedItem {
  readonly key: string;
  readonly minutes: number;
  readonly units: readonly string[];
}

/** What a meeting is told: outcomes of tasks, events of people, timers, editors of the page, and other processes. */
export type MeetingEvent = ProcessEvent & {
  /** Of events about one item its key, of `agenda.add` the item, of `supervisionItem.*` the key of that item. */
  readonly item?: string | ItemInput;
  /** Of `agenda.arrange`. */
  readonly items?: readonly ArrangedItem[];
  /** Of `attendance.*`. */
  readonly unit?: string;
  readonly present?: boolean;
  readonly person?: string | null;
  readonly post?: string | null;
  readonly reply?: string;
  /** Of `resolution.put` the draft, of the answers of other processes its key. */
  readonly resolution?: string | ResolutionDraft;
  readonly reason?: string;
  readonly note?: string | null;
  /** Of `numbered`. */
  readonly number?: string;
  /** Of `readBack.asked` the instance that asks, of `readBack.told` the answer. */
  readonly from?: string;
  readonly previous?: PreviousConference;
};
