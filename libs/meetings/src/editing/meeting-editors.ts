import { dayOf } from '@landfall/calendar';
import type { Clock } from '@landfall/clock';
import type { Database, Transaction } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import type { ProcessEngine } from '@landfall/process-engine';
import { type ItemInput, itemOf, nextItemKey } from '../calling/agenda-of';
import { type FreeItem, freeItem, requireHeard, requireMinutes } from '../calling/free-item';
import { isLive, type Meeting, type MeetingKind, type Reply, type ResolutionKind } from '../meeting';
import { lockQueue } from '../queue/lock-queue';
import { LEADING_GROUP_QUEUES, MEETING_QUEUES, type MeetingQueue, readQueue } from '../queue/read-queue';
import { readMeeting } from '../read-meetings';
import { refuse } from '../refusal-texts';
import { type MeetingCast, type MeetingPorts, readCast } from '../standing/meeting-cast';
import { type MeetingEdit, refusalOf } from '../standing/rights';

export interface MeetingEditorsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: Pick<ProcessEngine, 'send' | 'definitions'>;
  readonly ports: MeetingPorts;
}

/** The order, times and units of an agenda, as its editor sends them. */
export interface ArrangedItem {
  readonly key: string;
  readonly minutes: number;
  readonly units: readonly string[];
}

/** Somebody who waits, by his place in the queue; or an item of the office's own. */
export type AddedItem = { readonly place: string } | FreeItem;

export interface ReplyChange {
  readonly unit: string;
  readonly reply: Extract<Reply, 'attend' | 'substitute' | 'written' | 'decline'>;
  readonly person?: string | null | undefined;
  readonly post?: string | null | undefined;
  readonly reason?: string | null | undefined;
}

export interface CheckIn {
  readonly unit: string;
  readonly present: boolean;
  /** Who came, where it is another than announced. */
  readonly person?: string | null | undefined;
}

export interface ResolutionDraft {
  readonly item: string | null;
  readonly kind: ResolutionKind;
  readonly text: string;
  readonly unit: string | null;
  readonly assistUnits: readonly string[];
  readonly dueOn: string | null;
  readonly criterion: string | null;
  readonly conditions: string | null;
  readonly landingUnit: string | null;
}

/** Which queues a kind of meeting hears. */
const QUEUES: Readonly<Record<MeetingKind, readonly MeetingQueue[]>> = {
  streetTownReview: ['streetTown'],
  push: ['push', 'district'],
  // A conference hears topics only.
  conference: [],
  plenary: LEADING_GROUP_QUEUES,
  special: LEADING_GROUP_QUEUES,
};

/** What may be resolved beside the conclusions of items: work, and what is merely noted. */
const ADDED_KINDS: readonly ResolutionKind[] = ['order', 'unblock', 'deadline', 'note'];

const DECISIONS: readonly ResolutionKind[] = [
  ...(['approve', 'conditions', 'supplement', 'transfer'] as const),
  ...(['notRecommended', 'defer', 'refuse', 'referUp'] as const),
];

type MachineEvent = { readonly type: string } & Readonly<Record<string, unknown>>;

interface Editing {
  readonly meeting: Meeting;
  readonly cast: MeetingCast;
  readonly tx: Transaction;
}

/**
 * What people change on the page of a meeting. Editors of one meeting take turns; whoever changes agenda or resolutions
 * says which step he has seen (`seen`), and is refused when somebody changed the same part since.
 */
export class MeetingEditors {
  constructor(private readonly parts: MeetingEditorsParts) {}

  /** @throws Rejection `MEETING.CHANGED_MEANWHILE` (409), `MEETING.ITEM_NOT_FOUND` (404), `MEETING.ITEM_INVALID` (422) */
  async arrangeAgenda(actor: Actor, id: string, seen: number, items: readonly ArrangedItem[]): Promise<void> {
    await this.edit(actor, id, 'arrangeAgenda', ({ meeting }) => {
      requireSeen(seen, meeting.agendaRev);
      for (const { key, minutes } of items) {
        if (!meeting.agenda.some((item) => item.key === key)) throw noItem(key);
        requireMinutes(minutes);
      }
      return { type: 'agenda.arrange', items: items.map(withoutDoubles) };
    });
  }

  /**
   * Puts somebody who waits, or an item of the office's own, on the agenda; after the notice it is marked as late.
   *
   * @throws Rejection `MEETING.CHANGED_MEANWHILE`, `MEETING.NOT_WAITING`, `MEETING.ALREADY_ON_AGENDA` (409),
   * `MEETING.QUEUE_OF_OTHERS`, `MEETING.ITEM_KIND_UNHEARD`, `MEETING.ITEM_INVALID` (422)
   */
  async addItem(actor: Actor, id: string, seen: number, added: AddedItem): Promise<string> {
    let key = '';
    await this.edit(
      actor,
      id,
      'addItem',
      async (editing) => {
        requireSeen(seen, editing.meeting.agendaRev);
        key = nextItemKey(editing.meeting.agenda.map((item) => item.key));
        const item = 'place' in added ? await this.fromQueue(editing, added.place, key) : freeItem(added, key);
        requireHeard(this.parts.engine.definitions.latest(editing.meeting.definition), item.kind);
        return { type: 'agenda.add', item };
      },
      lockQueue,
    );
    return key;
  }

  /** @throws Rejection `MEETING.CHANGED_MEANWHILE` (409), `MEETING.ITEM_NOT_FOUND` (404), `MEETING.NOTE_MISSING` (422) */
  async removeItem(actor: Actor, id: string, seen: number, item: string, reason: string): Promise<void> {
    await this.edit(actor, id, 'removeItem', ({ meeting }) => {
      requireSeen(seen, meeting.agendaRev);
      if (!meeting.agenda.some((known) => known.key === item && isLive(known))) throw noItem(item);
      return { type: 'agenda.remove', item, reason: requireNote(reason) };
    });
  }

  /** The secretary checks in any seat, a unit its own. @throws Rejection `MEETING.SEAT_NOT_FOUND` (404) */
  async checkIn(actor: Actor, id: string, { unit, present, person }: CheckIn): Promise<void> {
    await this.edit(
      actor,
      id,
      'checkIn',
      ({ meeting }) => {
        requireSeat(meeting, unit);
        return { type: 'attendance.checkIn', unit, present, ...(person ? { person } : {}) };
      },
      undefined,
      unit,
    );
  }

  /** @throws Rejection `MEETING.SEAT_NOT_FOUND` (404), `MEETING.REPLY_MISSING` (409), `MEETING.REPLY_INCOMPLETE` (422) */
  async changeReply(actor: Actor, id: string, { unit, reply, person, post, reason }: ReplyChange): Promise<void> {
    await this.edit(
      actor,
      id,
      'changeReply',
      ({ meeting }) => {
        if (requireSeat(meeting, unit).reply === 'none') throw refuse('MEETING.REPLY_MISSING', 409, { unit });
        const comes = reply === 'attend' || reply === 'substitute';
        const missing = [
          ...(comes && !person?.trim() ? ['参会人员'] : []),
          ...(comes && !post?.trim() ? ['职务'] : []),
          ...(reply !== 'attend' && !reason?.trim() ? ['理由'] : []),
        ];
        if (missing.length > 0) throw refuse('MEETING.REPLY_INCOMPLETE', 422, { missing: missing.join('、') });
        const said = {
          person: person ?? null,
          post: post ?? null,
          ...(reason?.trim() ? { reason: reason.trim() } : {}),
        };
        return { type: 'attendance.change', unit, reply, ...said };
      },
      undefined,
      unit,
    );
  }

  /**
   * Writes a resolution: words what an item was concluded with, or adds work that was agreed on. What is incomplete may be
   * kept and keeps the minutes from being issued.
   *
   * @param key of the resolution that is rewritten; a new one without it
   * @throws Rejection `MEETING.CHANGED_MEANWHILE` (409), `MEETING.RESOLUTION_NOT_FOUND`, `MEETING.ITEM_NOT_FOUND` (404),
   * `MEETING.RESOLUTION_KIND`, `MEETING.DUE_ON_PASSED`, `MEETING.NOTE_MISSING` (422)
   */
  async putResolution(actor: Actor, id: string, seen: number, draft: ResolutionDraft, key?: string): Promise<void> {
    await this.edit(actor, id, 'putResolution', ({ meeting }) => {
      requireSeen(seen, meeting.resolutionsRev);
      const known = meeting.resolutions.find((resolution) => resolution.key === key);
      if (key !== undefined && known === undefined)
        throw refuse('MEETING.RESOLUTION_NOT_FOUND', 404, { resolution: key });
      const keepsKind = known !== undefined && DECISIONS.includes(known.kind);
      if (!keepsKind && !ADDED_KINDS.includes(draft.kind)) {
        throw refuse('MEETING.RESOLUTION_KIND', 422, { resolutionKind: draft.kind });
      }
      if (draft.item !== null && !meeting.agenda.some((item) => item.key === draft.item)) throw noItem(draft.item);
      if (draft.dueOn !== null && draft.dueOn <= dayOf(this.parts.clock.now())) {
        throw refuse('MEETING.DUE_ON_PASSED', 422, { on: draft.dueOn });
      }
      const assistUnits = [...new Set(draft.assistUnits)].filter((unit) => unit !== draft.unit);
      const resolution = {
        ...draft,
        text: requireNote(draft.text),
        assistUnits,
        ...(key === undefined ? {} : { key }),
      };
      return { type: 'resolution.put', resolution };
    });
  }

  /** @throws Rejection `MEETING.CHANGED_MEANWHILE`, `MEETING.RESOLUTION_KEPT` (409), `MEETING.RESOLUTION_NOT_FOUND` (404) */
  async removeResolution(actor: Actor, id: string, seen: number, key: string): Promise<void> {
    await this.edit(actor, id, 'removeResolution', ({ meeting }) => {
      requireSeen(seen, meeting.resolutionsRev);
      const found = meeting.resolutions.find((resolution) => resolution.key === key);
      if (found === undefined) throw refuse('MEETING.RESOLUTION_NOT_FOUND', 404, { resolution: key });
      const first = meeting.resolutions.find((resolution) => resolution.item === found.item);
      if (found.item !== null && first?.key === key) throw refuse('MEETING.RESOLUTION_KEPT', 409);
      return { type: 'resolution.remove', resolution: key };
    });
  }

  /**
   * Settles a resolution that nobody follows any more, with a word why.
   *
   * @throws Rejection `MEETING.RESOLUTION_NOT_FOUND` (404), `MEETING.RESOLUTION_SETTLED` (409), `MEETING.NOTE_MISSING` (422)
   */
  async settleResolution(actor: Actor, id: string, key: string, note: string): Promise<void> {
    await this.edit(actor, id, 'settleResolution', ({ meeting }) => {
      const found = meeting.resolutions.find((resolution) => resolution.key === key);
      if (found === undefined) throw refuse('MEETING.RESOLUTION_NOT_FOUND', 404, { resolution: key });
      const open = found.standing === 'issued' || found.standing === 'applied';
      if (!open) throw refuse('MEETING.RESOLUTION_SETTLED', 409, { resolution: key });
      return { type: 'resolution.settle', resolution: key, note: requireNote(note) };
    });
  }

  /** Editors of a meeting take turns: what one has checked still holds when his event is decided. */
  private async edit(
    actor: Actor,
    id: string,
    edit: MeetingEdit,
    decide: (editing: Editing) => MachineEvent | Promise<MachineEvent>,
    lockMore?: (tx: Transaction) => Promise<void>,
    unit?: string,
  ): Promise<void> {
    const { database, engine, ports } = this.parts;
    if ((await readMeeting(database, id)) === undefined) throw refuse('MEETING.NOT_FOUND', 404);
    await database.transaction(async (tx) => {
      await lockMore?.(tx);
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`meeting:${id}`]);
      const [meeting, cast] = [await readMeeting(tx, id), await readCast(tx, id)];
      if (meeting === undefined || cast === undefined) throw refuse('MEETING.NOT_FOUND', 404);
      const refusal = refusalOf(edit, { meeting, secretary: cast.secretary, ports }, actor.groups, unit);
      if (refusal !== undefined) throw refusal;
      const event = await decide({ meeting, cast, tx });
      await engine.send({ instanceId: id, event, actor });
    });
  }

  private async fromQueue({ meeting, tx }: Editing, place: string, key: string): Promise<ItemInput> {
    const waiting = (await readQueue(tx, MEETING_QUEUES)).find(({ id }) => id === place);
    if (waiting === undefined) throw refuse('MEETING.NOT_WAITING', 409);
    if (waiting.meeting !== null) throw refuse('MEETING.ALREADY_ON_AGENDA', 409, { meeting: waiting.meeting.title });
    if (!QUEUES[meeting.kind].includes(waiting.queue)) {
      throw refuse('MEETING.QUEUE_OF_OTHERS', 422, { meetingQueue: waiting.queue });
    }
    return itemOf(waiting, key);
  }
}

const withoutDoubles = ({ key, minutes, units }: ArrangedItem): ArrangedItem => ({
  key,
  minutes,
  units: [...new Set(units)],
});

const requireSeen = (seen: number, present: number): void => {
  if (seen < present) throw refuse('MEETING.CHANGED_MEANWHILE', 409, { seen, present });
};

const requireNote = (note: string): string => {
  if (note.trim() === '') throw refuse('MEETING.NOTE_MISSING', 422);
  return note.trim();
};

const requireSeat = ({ seats }: Meeting, unit: string) => {
  const seat = seats.find((known) => known.unit === unit);
  if (seat === undefined) throw refuse('MEETING.SEAT_NOT_FOUND', 404, { unit });
  return seat;
};

const noItem = (item: string) => refuse('MEETING.ITEM_NOT_FOUND', 404, { item });
