import type { Clock } from '@landfall/clock';
import type { Database, Transaction } from '@landfall/persistence';
import { type Actor, type LocalizedText, SYSTEM_ACTOR } from '@landfall/process-definition';
import type { ProcessEngine } from '@landfall/process-engine';
import { v5 } from 'uuid';
import { lockQueue } from '../queue/lock-queue';
import { type MeetingQueue, readFree, type Waiting } from '../queue/read-queue';
import { readMeeting } from '../read-meetings';
import { type MeetingRules, readMeetingRules } from '../rules/meeting-rules';
import type { WorkingDays } from '../working-days';
import { agendaOf } from './agenda-of';
import { type Batch, pushBatch, streetTownBatch } from './batch-due';
import { type BatchMeeting, meetingKeyOf, titleOf } from './meeting-titles';
import { orderForUnits } from './order-for-units';

export interface MeetingCallsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: Pick<ProcessEngine, 'start'>;
  readonly calendar: () => WorkingDays;
  /** Which leader is in charge of which unit today, as candidate groups. */
  readonly leadersInCharge: () => Promise<Readonly<Record<string, string>>>;
}

/** A meeting that a rule called. */
export interface CalledMeeting {
  readonly meetingId: string;
  readonly definition: BatchMeeting;
  readonly title: string;
  readonly items: number;
  readonly because: LocalizedText;
  /** The same trigger had called it before. */
  readonly repeated: boolean;
}

interface Calling {
  readonly definition: BatchMeeting;
  readonly queues: readonly MeetingQueue[];
  readonly quorum: 'streetTownReview' | 'push';
  batch(waiting: readonly Waiting[], day: string, rules: MeetingRules, calendar: WorkingDays): Batch | undefined;
  order(items: readonly Waiting[]): readonly Waiting[];
}

const CALLINGS: readonly Calling[] = [
  {
    definition: 'street-town-review',
    queues: ['streetTown'],
    quorum: 'streetTownReview',
    batch: (waiting, day, { streetTown }, calendar) => streetTownBatch(waiting, day, streetTown, calendar),
    order: (items) => items,
  },
  {
    definition: 'push-meeting',
    queues: ['push', 'district'],
    quorum: 'push',
    batch: (waiting, day, { push }, calendar) => pushBatch(waiting, day, push, calendar),
    order: orderForUnits,
  },
];

const CALLED_MEETINGS = '0d4f0b6a-8f0e-4c59-9d3c-1c2b7a0d8b0e';

/** Calls the meetings that the rules ask for. */
export class MeetingCalls {
  constructor(private readonly parts: MeetingCallsParts) {}

  /**
   * Calls what is due on a day: street-town meetings and push meetings. The same trigger calls each at most once, however
   * often it comes and however many come at once; who is on the agenda of one open meeting is not called to another.
   *
   * @param trigger what asks, such as a run of a schedule; the day itself where left out
   */
  async callByRule(day: string, trigger: string = day): Promise<CalledMeeting[]> {
    const called: CalledMeeting[] = [];
    for (const calling of CALLINGS) {
      const meeting = await this.call(calling, day, trigger);
      if (meeting !== undefined) called.push(meeting);
    }
    return called;
  }

  /** The same for one of them. */
  callOne(definition: BatchMeeting, day: string, trigger: string = day): Promise<CalledMeeting | undefined> {
    const calling = CALLINGS.find((known) => known.definition === definition);
    if (calling === undefined) throw new Error(`No rule calls '${definition}'`);
    return this.call(calling, day, trigger);
  }

  private call(calling: Calling, day: string, trigger: string): Promise<CalledMeeting | undefined> {
    const meetingId = v5(`${calling.definition}:${trigger}`, CALLED_MEETINGS);
    return this.parts.database.transaction(async (tx) => {
      await lockQueue(tx);
      const known = await readMeeting(tx, meetingId);
      if (known !== undefined) {
        const { title, agenda, calledBecause: because } = known;
        const { definition } = calling;
        return { meetingId, definition, title, items: agenda.length, because, repeated: true };
      }
      const { rules } = await readMeetingRules(tx, day);
      const waiting = await readFree(tx, calling.queues);
      const batch = calling.batch(waiting, day, rules, this.parts.calendar());
      return batch && this.start(tx, { calling, day, trigger, meetingId, rules, batch });
    });
  }

  /** The start commits by itself while the queue is held; nobody else takes from it before the meeting's row is seen. */
  private async start(
    tx: Transaction,
    { calling, day, trigger, meetingId, rules, batch }: Start,
  ): Promise<CalledMeeting> {
    const { definition, quorum } = calling;
    const [title, meetingKey, deputyGroups] = [
      await titleOf(tx, definition, day),
      await meetingKeyOf(tx, definition, day),
      await this.parts.leadersInCharge(),
    ];
    await this.parts.engine.start({
      definition,
      id: meetingId,
      correlationKey: meetingKey,
      input: {
        meetingId,
        meetingKey,
        title,
        period: day,
        calledBecause: batch.because,
        items: agendaOf(calling.order(batch.items)),
        deputyGroups,
        quorum: rules.quorums[quorum],
      },
      actor: CALLER,
      clientKey: `meeting:${definition}:${trigger}`,
    });
    return { meetingId, definition, title, items: batch.items.length, because: batch.because, repeated: false };
  }
}

interface Start {
  readonly calling: Calling;
  readonly day: string;
  readonly trigger: string;
  readonly meetingId: string;
  readonly rules: MeetingRules;
  readonly batch: Batch;
}

const CALLER: Actor = SYSTEM_ACTOR;
