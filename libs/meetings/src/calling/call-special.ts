import type { Database, Transaction } from '@landfall/persistence';
import { type LocalizedText, SYSTEM_ACTOR } from '@landfall/process-definition';
import type { ProcessEngine } from '@landfall/process-engine';
import { v5 } from 'uuid';
import { lockQueue } from '../queue/lock-queue';
import { LEADING_GROUP_QUEUES, readFree } from '../queue/read-queue';
import { readMeeting } from '../read-meetings';
import { readMeetingRules } from '../rules/meeting-rules';
import type { WorkingDays } from '../working-days';
import { agendaOf } from './agenda-of';
import { type Batch, leadingGroupBatch } from './batch-due';
import { leadingGroupTitleOf, meetingKeyOf } from './meeting-titles';
import { orderForUnits } from './order-for-units';

/** The process of special and plenary meetings. */
export const SPECIAL_MEETING = 'special-meeting';
const SPECIAL_MEETINGS = 'b8a0c7d4-2f6e-4e0b-8c57-93f1d0a64e72';

export interface SpecialCallsParts {
  readonly database: Database;
  readonly engine: Pick<ProcessEngine, 'start'>;
  readonly calendar: () => WorkingDays;
  readonly leadersInCharge: () => Promise<Readonly<Record<string, string>>>;
}

/** A special meeting that the rule proposed; whoever chairs it decides whether it is held. */
export interface ProposedMeeting {
  readonly meetingId: string;
  readonly title: string;
  readonly items: number;
  readonly because: LocalizedText;
  /** The same trigger had proposed it before. */
  readonly repeated: boolean;
}

/** Proposes special meetings of the leading group for the projects and issues that wait for it (notice 二（三）; 6.c2). */
export class SpecialCalls {
  constructor(private readonly parts: SpecialCallsParts) {}

  /**
   * Proposes a meeting when the rule asks for one on a day; the same trigger proposes it once, however often it comes and
   * however many come at once.
   *
   * @param trigger what asks, such as a run of a schedule; the day itself where left out
   */
  callSpecial(day: string, trigger: string = day): Promise<ProposedMeeting | undefined> {
    const meetingId = v5(`${SPECIAL_MEETING}:${trigger}`, SPECIAL_MEETINGS);
    return this.parts.database.transaction(async (tx) => {
      await lockQueue(tx);
      const known = await readMeeting(tx, meetingId);
      if (known !== undefined) {
        const { title, agenda, calledBecause: because } = known;
        return { meetingId, title, items: agenda.length, because, repeated: true };
      }
      const { rules } = await readMeetingRules(tx, day);
      const waiting = await readFree(tx, LEADING_GROUP_QUEUES);
      const batch = leadingGroupBatch(waiting, day, rules.leadingGroup, this.parts.calendar());
      return batch && this.propose(tx, { meetingId, day, trigger, batch, quorum: rules.quorums.special });
    });
  }

  /** The start commits by itself while the queue is held; nobody else takes from it before the meeting's row is seen. */
  private async propose(
    tx: Transaction,
    { meetingId, day, trigger, batch, quorum }: Proposal,
  ): Promise<ProposedMeeting> {
    const [title, meetingKey] = [
      await leadingGroupTitleOf(tx, 'special', day),
      await meetingKeyOf(tx, SPECIAL_MEETING, day),
    ];
    const { because } = batch;
    await this.parts.engine.start({
      definition: SPECIAL_MEETING,
      id: meetingId,
      correlationKey: meetingKey,
      input: {
        ...{ kind: 'special', meetingId, meetingKey, title, period: day, calledBecause: because, quorum },
        items: agendaOf(orderForUnits(batch.items)),
        deputyGroups: await this.parts.leadersInCharge(),
      },
      actor: SYSTEM_ACTOR,
      clientKey: `meeting:${SPECIAL_MEETING}:${trigger}`,
    });
    return { meetingId, title, items: batch.items.length, because, repeated: false };
  }
}

interface Proposal {
  readonly meetingId: string;
  readonly day: string;
  readonly trigger: string;
  readonly batch: Batch;
  readonly quorum: readonly [number, number];
}
