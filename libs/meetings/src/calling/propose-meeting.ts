import { dayOf } from '@landfall/calendar';
import type { Clock } from '@landfall/clock';
import type { Database, Sql, Transaction } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import type { ProcessEngine } from '@landfall/process-engine';
import { v5, v7 } from 'uuid';
import { lockQueue } from '../queue/lock-queue';
import { readFree, type Waiting } from '../queue/read-queue';
import { readMeeting } from '../read-meetings';
import { refuse } from '../refusal-texts';
import { readMeetingRules } from '../rules/meeting-rules';
import { type ItemInput, itemOf } from './agenda-of';
import { SPECIAL_MEETING } from './call-special';
import { type FreeItem, freeItem, requireHeard } from './free-item';
import { type LeadingGroupMeeting, leadingGroupTitleOf, meetingKeyOf } from './meeting-titles';

export interface MeetingProposalsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: Pick<ProcessEngine, 'start' | 'definitions'>;
  /** The units that a plenary meeting invites. */
  readonly members: () => Promise<readonly string[]>;
  readonly leadersInCharge: () => Promise<Readonly<Record<string, string>>>;
}

/** What is proposed; at least one topic or issue. */
export interface MeetingProposal {
  readonly kind: LeadingGroupMeeting;
  /** Why the leading group should meet. */
  readonly reason: string;
  readonly topics: readonly FreeItem[];
  /** Issues that have come up to the leading group. */
  readonly issues: readonly string[];
  readonly clientKey?: string | undefined;
}

/** An issue that has climbed up to the leading group and waits for its word. */
export interface IssueForLeadingGroup {
  readonly issueId: string;
  readonly title: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly landingUnit: string | null;
  readonly leadTaskForce: string | null;
}

const PROPOSED = '5d1c2f8e-0b7a-4c58-9d0e-6a1f3e2b7c94';
const OFFICE = ['LGO.staff', 'LGO.director'];

/** Proposes special and plenary meetings of the leading group by hand (notice 二（二）, 二（三）; 6.c2): whoever chairs decides. */
export class MeetingProposals {
  constructor(private readonly parts: MeetingProposalsParts) {}

  /** The office prepares the leading group's meetings; a leader may order one. */
  mayPropose({ groups }: Pick<Actor, 'groups'>): boolean {
    return groups.some((group) => OFFICE.includes(group) || group.startsWith('LG.'));
  }

  /** The issues that wait for the leading group and are on no agenda of it, longest there first. */
  async issues(): Promise<IssueForLeadingGroup[]> {
    return (await this.waiting(this.parts.database)).map((waiting) => ({
      issueId: waiting.instanceId,
      title: waiting.question ?? waiting.title,
      projectId: waiting.projectId ?? '',
      projectName: waiting.projectName ?? '',
      landingUnit: waiting.landingUnit,
      leadTaskForce: waiting.leadTaskForce,
    }));
  }

  private waiting(sql: Sql): Promise<Waiting[]> {
    return readFree(sql, ['leadingGroupIssue']);
  }

  /**
   * Proposes a meeting; the same client key proposes it once.
   *
   * @throws Rejection `MEETING.PROPOSING_NOT_ALLOWED` (403), `MEETING.NOTHING_TO_HEAR` (422), `MEETING.ITEM_INVALID` (422),
   * `MEETING.ITEM_KIND_UNHEARD` (422), `MEETING.ISSUE_NOT_WAITING` (422)
   */
  async propose(
    actor: Actor,
    proposal: MeetingProposal,
  ): Promise<{ readonly meetingId: string; readonly repeated: boolean }> {
    if (!this.mayPropose(actor)) throw refuse('MEETING.PROPOSING_NOT_ALLOWED', 403);
    const { clientKey } = proposal;
    const meetingId = clientKey === undefined ? v7() : v5(`${actor.accountId}:${clientKey}`, PROPOSED);
    return this.parts.database.transaction(async (tx) => {
      // Numbers are given one after the other, to meetings that rules call as well.
      await lockQueue(tx);
      if ((await readMeeting(tx, meetingId)) !== undefined) return { meetingId, repeated: true };
      await this.start(tx, actor, proposal, meetingId);
      return { meetingId, repeated: false };
    });
  }

  private async start(tx: Transaction, actor: Actor, proposal: MeetingProposal, meetingId: string): Promise<void> {
    const { kind } = proposal;
    const items = await this.items(tx, proposal);
    const day = dayOf(this.parts.clock.now());
    const [title, meetingKey] = [
      await leadingGroupTitleOf(tx, kind, day),
      await meetingKeyOf(tx, SPECIAL_MEETING, day),
    ];
    const { rules } = await readMeetingRules(tx, day);
    const because = proposal.reason.trim();
    await this.parts.engine.start({
      definition: SPECIAL_MEETING,
      id: meetingId,
      correlationKey: meetingKey,
      input: {
        ...{ kind, meetingId, meetingKey, title, period: day, items, quorum: rules.quorums[kind] },
        calledBecause: { zh: because, en: because },
        members: kind === 'plenary' ? await this.parts.members() : [],
        deputyGroups: await this.parts.leadersInCharge(),
      },
      actor,
    });
  }

  private async items(tx: Transaction, { topics, issues }: MeetingProposal): Promise<ItemInput[]> {
    if (topics.length + issues.length === 0) throw refuse('MEETING.NOTHING_TO_HEAR', 422);
    const waiting = issues.length === 0 ? [] : await this.waiting(tx);
    const problems = [...new Set(issues)].map((id) => {
      const issue = waiting.find(({ instanceId }) => instanceId === id);
      if (issue === undefined) throw refuse('MEETING.ISSUE_NOT_WAITING', 422);
      return itemOf(issue, '');
    });
    const free = topics.map((topic) => freeItem(topic, ''));
    const items = [...problems, ...free].map((item, at) => ({ ...item, key: `i${at + 1}` }));
    const definition = this.parts.engine.definitions.latest(SPECIAL_MEETING);
    for (const { kind } of items) requireHeard(definition, kind);
    return items;
  }
}
