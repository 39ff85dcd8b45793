import { instantAt } from '@landfall/calendar';
import type { Command } from '@landfall/process-definition';
import type { ChangeSet, CommandHandlers } from '@landfall/process-engine';
import { ISSUE_DOCUMENTS, type MeetingDocumentKind } from './documents/issue-documents';
import type { MeetingStanding } from './meeting';
import { NUMBER_MINUTES } from './minutes/number-minutes';

/** Steps that change the agenda, and steps that change the resolutions: editors say which one they have seen. */
const CHANGES_AGENDA = /^(started|agenda\.|item\.|conclude)/;
const CHANGES_RESOLUTIONS = /^(started|resolution\.|conclude|supervisionItem\.)/;

/** The session begins. */
const OPENS = 'openSession';
/** What everybody has in hand in the session; nobody may have sent it before. */
const ON_THE_TABLE: readonly MeetingDocumentKind[] = ['agenda', 'papers', 'signInSheet'];

/** The process's own words, written as they are: the machines of meetings say nothing else. */
const standingOf = (command: Command): MeetingStanding => command.params as unknown as MeetingStanding;

/** The row is the start's; where a machine says its standing twice in one step, the second time changes the row. */
const started = new WeakSet<ChangeSet>();

/** What the commands of a meeting do. The instance's id is the meeting's id; its row mirrors what the process knows. */
export const meetingCommandHandlers: CommandHandlers = {
  recordMeeting: (changes, command, { instanceId, definition, at, event, rev }) => {
    const standing = standingOf(command);
    const { plannedOn, plannedTime } = standing;
    if (event === OPENS) {
      changes.enqueue(ISSUE_DOCUMENTS, { meetingId: instanceId, documents: ON_THE_TABLE, rev, unlessSent: true });
    }
    const row = {
      title: standing.title,
      period: standing.period,
      state: standing.state,
      must_act: standing.mustAct,
      conveners: standing.conveners,
      chair_group: standing.chairGroup,
      planned_on: plannedOn,
      planned_time: plannedTime,
      planned_at: plannedOn === null ? null : instantAt(plannedOn, plannedTime ?? '09:00'),
      place: standing.place,
      called_because: standing.calledBecause,
      agenda: standing.agenda,
      seats: standing.seats,
      opinions: standing.opinions,
      resolutions: standing.resolutions,
      more: standing.more,
      rescheduled: standing.rescheduled,
      reason: standing.reason,
      opened_at: standing.openedAt,
      closed_at: standing.closedAt,
      overdue: standing.overdue,
      updated_at: at,
    };
    if (rev === 1 && !started.has(changes)) {
      started.add(changes);
      changes.insert('meeting', {
        id: instanceId,
        kind: standing.kind,
        definition: definition.key,
        meeting_key: standing.meetingKey,
        minutes_number: null,
        agenda_rev: rev,
        resolutions_rev: rev,
        created_at: at,
        ...row,
      });
      return;
    }
    changes.update('meeting', instanceId, {
      ...row,
      ...(CHANGES_AGENDA.test(event) ? { agenda_rev: rev } : {}),
      ...(CHANGES_RESOLUTIONS.test(event) ? { resolutions_rev: rev } : {}),
    });
  },

  /** Composing reads and writes far more than a commit may, so a job does it. */
  issueDocuments: (changes, command, { instanceId, rev }) => {
    changes.enqueue(ISSUE_DOCUMENTS, { meetingId: instanceId, documents: command.params.documents, rev });
  },

  /** A handler looks nothing up, so the number is drawn by a job after the commit. */
  drawMinutesNumber: (changes, command, { instanceId }) => {
    changes.enqueue(NUMBER_MINUTES, { meetingId: instanceId, year: command.params.year });
  },
};
