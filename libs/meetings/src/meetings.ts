import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import type { Actor, FormValues, Rejection } from '@landfall/process-definition';
import { InstanceReader, type ProcessEngine, type Receipt } from '@landfall/process-engine';
import type { Meeting } from './meeting';
import { isMeetingVisible, type MeetingViewer } from './meeting-viewer';
import { type MeetingQuery, readMeeting, readMeetings } from './read-meetings';
import { refuse } from './refusal-texts';
import { type LastReply, readLastReplies } from './standing/last-replies';
import { type MeetingPorts, type Quorum, readCast } from './standing/meeting-cast';
import { type OfferedEvent, offeredEvents } from './standing/offered-events';
import { isPrepared, MEETING_EDITS, type MeetingEdit, refusalOf, runnersOf } from './standing/rights';
import { type Timetable, timetableOf } from './standing/timetable';

export interface MeetingsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: Pick<ProcessEngine, 'send' | 'sendPersonEvent' | 'definitions'>;
  readonly ports: MeetingPorts;
}

/** A meeting as its page shows it. */
export interface MeetingDetail {
  readonly meeting: Meeting;
  /** The step that this is; editors say it back as what they have seen. */
  readonly rev: number;
  readonly states: readonly string[];
  readonly secretary: string;
  readonly quorum: Quorum;
  readonly timetable: Timetable;
  readonly events: readonly OfferedEvent[];
  /** What the viewer may edit, and why not. */
  readonly edits: readonly { readonly edit: MeetingEdit; readonly refusal: Rejection | undefined }[];
  readonly timers: readonly { readonly delay: string; readonly dueAt: Date }[];
}

/** Meetings for people: the list, the whole of one, and what is done to one as a whole. */
export class Meetings {
  private readonly instances: InstanceReader;

  constructor(private readonly parts: MeetingsParts) {
    this.instances = new InstanceReader(parts.database, parts.engine.definitions);
  }

  list(viewer: MeetingViewer, query: MeetingQuery): Promise<Meeting[]> {
    return readMeetings(this.parts.database, viewer, query);
  }

  /** @throws Rejection `MEETING.NOT_FOUND` (404), also for one that the viewer may not see */
  async requireVisible(viewer: MeetingViewer, id: string): Promise<Meeting> {
    const meeting = await readMeeting(this.parts.database, id);
    if (meeting === undefined || !(await isMeetingVisible(this.parts.database, viewer, id))) {
      throw refuse('MEETING.NOT_FOUND', 404);
    }
    return meeting;
  }

  /**
   * Whose opinions on a meeting's items somebody may read; null is nobody's, and read by all.
   *
   * @throws Rejection `MEETING.NOT_FOUND` (404), also for one that the viewer may not see
   */
  async readableOpinions(viewer: MeetingViewer, id: string): Promise<(unit: string | null) => boolean> {
    const meeting = await this.requireVisible(viewer, id);
    const cast = await readCast(this.parts.database, id);
    if (cast === undefined) throw refuse('MEETING.NOT_FOUND', 404);
    return this.opinionsReadBy(viewer, meeting, cast.secretary);
  }

  /** Until the session only those who run the meeting read what other units think, so that each judges for itself. */
  private opinionsReadBy(viewer: MeetingViewer, meeting: Meeting, secretary: string): (unit: string | null) => boolean {
    const runners = runnersOf({ meeting, secretary, ports: this.parts.ports });
    const all = !isPrepared(meeting) || viewer.seesAll || runners.some((group) => viewer.groups.includes(group));
    return (unit) => all || unit === null || viewer.units.includes(unit);
  }

  /** Whom some units named the last time they came to a meeting, so that nobody writes it again. */
  lastReplies(units: readonly string[], exceptMeeting: string): Promise<LastReply[]> {
    return readLastReplies(this.parts.database, units, exceptMeeting);
  }

  /** @throws Rejection `MEETING.NOT_FOUND` (404), also for one that the viewer may not see */
  async find(actor: Actor, viewer: MeetingViewer, id: string): Promise<MeetingDetail> {
    const meeting = await this.requireVisible(viewer, id);
    const { database, engine, ports, clock } = this.parts;
    const [cast, instance] = await Promise.all([readCast(database, id), this.instances.view(id, actor)]);
    if (cast === undefined || instance === undefined) throw refuse('MEETING.NOT_FOUND', 404);
    const { secretary, rev } = cast;
    const { key, version } = instance.definition;
    const isRead = this.opinionsReadBy(viewer, meeting, secretary);
    return {
      meeting: { ...meeting, opinions: meeting.opinions.filter(({ unit }) => isRead(unit)) },
      rev,
      states: instance.states,
      secretary,
      quorum: ports.quorumOf(cast.context),
      timetable: timetableOf(meeting),
      events: offeredEvents(engine.definitions.get(key, version), instance, actor, clock.now()),
      edits: MEETING_EDITS.map((edit) => ({
        edit,
        refusal: refusalOf(edit, { meeting, secretary, ports }, actor.groups),
      })),
      timers: instance.timers.map(({ delay, dueAt }) => ({ delay, dueAt })),
    };
  }

  /**
   * Opens, closes, moves or cancels a meeting, as its definition offers it.
   *
   * @throws Rejection `MEETING.NOT_FOUND` (404) and what the definition refuses
   */
  async act(
    actor: Actor,
    id: string,
    {
      type,
      form,
      clientKey,
    }: { readonly type: string; readonly form: FormValues; readonly clientKey?: string | undefined },
  ): Promise<Receipt> {
    if ((await readMeeting(this.parts.database, id)) === undefined) throw refuse('MEETING.NOT_FOUND', 404);
    return this.parts.engine.sendPersonEvent({
      instanceId: id,
      type,
      form,
      actor,
      ...(clientKey === undefined ? {} : { clientKey: `event:${actor.accountId}:${clientKey}` }),
    });
  }
}
