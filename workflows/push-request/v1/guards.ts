import type { PushRequestContext, TakenResolution } from './context';
import type { PushRequestEvent } from './events';

interface On {
  readonly context: PushRequestContext;
  readonly event: PushRequestEvent;
}

/** Whether an event speaks of a resolution that was taken. */
export const speaksOf = (event: PushRequestEvent, { meeting, item, resolution }: TakenResolution): boolean =>
  event.meeting === meeting && event.item === item && event.resolution === resolution;

const ofItem = ({ context: { agenda }, event }: On): boolean =>
  agenda !== null && agenda.meeting === event.meeting && agenda.item === event.item;

/** What comes twice, late, or from a meeting that the request is no longer with, changes nothing. */
export const guards = {
  ofItem,
  newResolution: (on: On) => ofItem(on) && !on.context.taken.some((known) => speaksOf(on.event, known)),
  conclusion: (on: On) => ofItem(on) && on.context.concluded === null,
  openResolution: ({ context, event }: On) =>
    context.taken.some((known) => known.state === 'open' && speaksOf(event, known)),
  /** Resolutions arrive one after the other; the meeting's last word names them all. */
  allTaken: ({ context: { agenda, concluded, taken } }: On) =>
    concluded?.every((key) =>
      taken.some(
        ({ meeting, item, resolution }) => meeting === agenda?.meeting && item === agenda.item && resolution === key,
      ),
    ) ?? false,
  urgent: ({ context }: On) => context.urgent,
  nothingOpen: ({ context }: On) => context.taken.every(({ state }) => state !== 'open'),
  hasFailed: ({ context }: On) => context.failure !== null,
};
