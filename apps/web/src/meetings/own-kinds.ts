import type { MeetingKind } from '../api/contract';
import type { Dictionary } from '../language/zh';

export type OwnKind = keyof Dictionary['meetings']['agenda']['kinds'];

/** What of its own a kind of meeting can conclude. */
export const OWN_KINDS: Readonly<Record<MeetingKind, readonly OwnKind[]>> = {
  streetTownReview: ['judgement'],
  push: ['problem', 'decision'],
  special: ['problem', 'decision', 'report', 'deployment', 'other'],
  plenary: ['report', 'deployment', 'decision', 'other'],
  conference: ['report', 'exchange', 'deployment', 'readBack', 'other'],
};
