import { useQuery } from '@tanstack/react-query';
import type { ProjectMeetings } from '../api/contract';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { MeetingLink } from '../meetings-minutes/meeting-link';
import { useUnitNames } from '../organization/unit-names';
import { dateInWords } from '../time/shanghai-time';
import { projectMeetingsQuery } from './project-meetings-query';
import styles from './review-standing.module.css';

/** What of a project waits for meetings: of one issue the issue itself and the push requests that it has made. */
const ofIssue = ({ queued, meetings, pushRequests, ...rest }: ProjectMeetings, issueId: string): ProjectMeetings => {
  const requests = pushRequests.filter((request) => request.issueId === issueId);
  const waits = new Set([issueId, ...requests.map(({ requestId }) => requestId)]);
  return {
    ...rest,
    pushRequests: requests,
    queued: queued.filter(({ instanceId }) => waits.has(instanceId)),
    meetings: meetings.filter(({ items }) => items.some(({ waiting }) => waiting !== null && waits.has(waiting))),
  };
};

interface ReviewStandingProps {
  projectId: string;
  /** Tells of this issue of the project only. */
  issueId?: string;
}

/** Where a project waits for a meeting or is about to be heard, in words: 待上会，已等候 6 个工作日. */
export const ReviewStanding = ({ projectId, issueId }: ReviewStandingProps) => {
  const { data: all } = useQuery(projectMeetingsQuery(projectId));
  if (!all) return null;
  const data = issueId === undefined ? all : ofIssue(all, issueId);
  const heard = data.meetings.filter(({ state }) => state !== 'followUp');
  const waiting = data.queued.filter((entry) => !heard.some(({ meetingId }) => meetingId === entry.meeting?.id));
  if (heard.length + waiting.length === 0) return null;
  return (
    <ul className={styles.standing}>
      {waiting.map((entry) => (
        <Waiting key={entry.place} entry={entry} />
      ))}
      {heard.map((meeting) => (
        <OnAgenda key={meeting.meetingId} meeting={meeting} />
      ))}
    </ul>
  );
};

const Waiting = ({ entry }: { entry: ProjectMeetings['queued'][number] }) => {
  const { t } = useLanguage();
  const words = t.minutes.standing;
  return (
    <li className={styles.line} data-testid="review-standing" data-standing="queued">
      <strong>{words.waiting}</strong>
      {entry.urgent ? <b className={styles.urgent}>{words.urgent}</b> : null}
      <span>
        {wordFor(words.queues, entry.queue)}
        {t.minutes.standing.stop}
        {words.waitedFor(entry.waitingWorkingDays)}
      </span>
      {entry.holdBy ? <span>{words.holdBy(entry.holdBy)}</span> : null}
      <span className={styles.must}>{words.mustConvene(wordFor(words.conveners, entry.queue))}</span>
      {entry.question ? <span className={styles.question}>{entry.question}</span> : null}
    </li>
  );
};

const OnAgenda = ({ meeting }: { meeting: ProjectMeetings['meetings'][number] }) => {
  const { t, say } = useLanguage();
  const words = t.minutes.standing;
  const unitName = useUnitNames('short');
  const { meetingId, title, mayOpen, plannedOn, plannedTime, place } = meeting;
  return (
    <li className={`${styles.line} ${styles.onAgenda}`} data-testid="review-standing" data-standing="onAgenda">
      <strong>
        {mayOpen ? <MeetingLink meetingId={meetingId}>{words.about(title)}</MeetingLink> : words.about(title)}
      </strong>
      <span className={styles.state}>{say(meeting.stateLabel)}</span>
      <span>{plannedOn ? words.planned(dateInWords(plannedOn, t), plannedTime ?? '') : words.unplanned}</span>
      {place ? <span>{place}</span> : null}
      <span className={styles.must}>{meeting.conveners.map((unit) => unitName(unit)).join(t.comma)}</span>
    </li>
  );
};
