import type { MeetingContext } from '../../meeting-parts/v1/context';
import { owingReports } from '../../meeting-parts/v1/context';
import type { MeetingEvent } from '../../meeting-parts/v1/events';
import { textOf } from '../../meeting-parts/v1/form-values';
import { guards as partGuards } from '../../meeting-parts/v1/guards';
import { owesReason } from './assignments';
import { factsOf, substitutesToDecide } from './context';

interface On {
  readonly context: MeetingContext;
  readonly event: MeetingEvent;
}

const TOPICS: readonly string[] = ['report', 'exchange', 'deployment', 'readBack', 'other'];

/** The conditions that only the conference knows. */
export const guards = {
  allReported: ({ context }: On) => owingReports(context).length === 0,
  owesReport: ({ context, event }: On) => owingReports(context).includes(event.slot ?? ''),
  unplanned: ({ context }: On) => context.plannedOn === null,
  /** A conference hears topics: projects and problems have meetings of their own. */
  topicIsNew: (on: On) =>
    partGuards.itemIsNew(on) &&
    typeof on.event.item === 'object' &&
    TOPICS.includes(on.event.item.kind) &&
    (on.event.item.waiting ?? null) === null,
  /** A conference that is held late says why. */
  mayOpenConference: (on: On) =>
    partGuards.mayOpen(on) && (!owesReason(on.context, on.event.at) || textOf(on.event.form, 'lateReason') !== null),
  ofPrevious: ({ context, event }: On) =>
    event.previous !== undefined && event.previous.meetingId === factsOf(context).previous?.meetingId,
  asks: ({ event }: On) => typeof event.from === 'string',
  substitutesToDecide: ({ context }: On) => substitutesToDecide(context).length > 0,
  substitutesDecided: ({ context }: On) => substitutesToDecide(context).length === 0,
  substitutesOutOfStep: ({ context }: On) => {
    const { askedSubstitutes: asked } = factsOf(context);
    const pending = substitutesToDecide(context);
    return pending.some((unit) => !asked.includes(unit)) || asked.some((unit) => !pending.includes(unit));
  },
  substitutePending: ({ context, event }: On) => substitutesToDecide(context).includes(event.slot ?? ''),
};
