import type { MeetingQueue } from '../commands';
import type { LifecycleInput } from '../v3/context';
import { MEETING, Story } from './version-3';
import { inputs } from './walking';

export const OTHER = { meeting: '019b0000-0000-7000-8000-000000000022', meetingTitle: '另一次会议' };
export const major = { ...inputs.ordinary, totalInvestment: '100000' };

export const queued = (input: LifecycleInput): Story => Story.of(input).to('review');
export const onAgenda = (input: LifecycleInput): Story => queued(input).onAgenda();

/** The events that the project told a meeting in the last step, as `<type> <item or resolution>`. */
export const toldMeeting = (story: Story, meeting = MEETING.meeting): string[] =>
  story.said
    .flatMap(({ type, params }) => {
      if (type === 'signalProcess') return [params];
      return type === 'signalProcesses' ? (params as { signals: unknown[] }).signals : [];
    })
    .map((signal) => signal as { instanceId: string; event: Record<string, string> })
    .filter(({ instanceId }) => instanceId === meeting)
    .map(({ event }) => `${event.type} ${event.item ?? event.resolution}`);

export const saidOf = (story: Story, type: string): unknown[] =>
  story.said.filter((command) => command.type === type).map(({ params }) => params);

export const factsOf = (story: Story): Record<string, unknown> =>
  Object.assign({}, ...saidOf(story, 'recordFacts').map((params) => (params as { facts: object }).facts));

export const BODIES: readonly [MeetingQueue, LifecycleInput, string][] = [
  ['streetTown', inputs.streetTown, 'active.review.queuedStreetTown'],
  ['district', inputs.district, 'active.review.queuedDistrict'],
  ['leadingGroup', major, 'active.review.queuedLeadingGroup'],
];
