import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { FollowedResolution, ProjectDetail, PushRequest } from '../api/contract';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { Card } from '../layout/page';
import { MeetingLink } from '../meetings-minutes/meeting-link';
import { useUnitNames } from '../organization/unit-names';
import { ProblemNotice } from '../problem/problem-notice';
import { ResolutionState } from '../resolutions/resolution-state';
import { isoDay } from '../time/shanghai-time';
import styles from './project-meetings.module.css';
import { projectMeetingsQuery } from './project-meetings-query';
import { RequestPushDialog } from './request-push-dialog';

const SHOWN = 4;

/** What meetings have resolved on a project, and what it asks of them. */
export const ProjectMeetings = ({ project }: { project: ProjectDetail }) => {
  const { t } = useLanguage();
  const words = t.minutes;
  const { projectId } = project;
  const { data, error, refetch } = useQuery(projectMeetingsQuery(projectId));
  const [isRequesting, setRequesting] = useState(false);
  const [all, setAll] = useState(false);
  const resolutions = data?.resolutions ?? [];
  const requests = data?.pushRequests ?? [];
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data || (resolutions.length + requests.length === 0 && !data.mayRequestPush)) return null;
  return (
    <Card
      title={words.standing.card}
      extra={
        data.mayRequestPush ? (
          <Button size="small" onClick={() => setRequesting(true)} data-testid="request-push">
            {words.push.request}
          </Button>
        ) : null
      }
    >
      {resolutions.length + requests.length === 0 ? <p className={styles.none}>{words.standing.none}</p> : null}
      <ul className={styles.list}>
        {resolutions.slice(0, all ? resolutions.length : SHOWN).map((followed) => (
          <Resolution key={`${followed.meeting.id} ${followed.resolution.key}`} followed={followed} />
        ))}
        {requests.map((request) => (
          <Request key={request.requestId} request={request} />
        ))}
      </ul>
      {resolutions.length > SHOWN ? (
        <Button type="link" size="small" className={styles.unfold} onClick={() => setAll(!all)}>
          {all ? t.showLess : words.standing.showAll(resolutions.length)}
        </Button>
      ) : null}
      {isRequesting ? (
        <RequestPushDialog
          projectId={projectId}
          problemTypes={data.problemTypes}
          onClose={() => setRequesting(false)}
        />
      ) : null}
    </Card>
  );
};

const Resolution = ({ followed }: { followed: FollowedResolution }) => {
  const { t, say } = useLanguage();
  const words = t.minutes;
  const unitName = useUnitNames('short');
  const { resolution, meeting } = followed;
  return (
    <li className={styles.line} data-testid="project-resolution" data-state={followed.state}>
      <div className={styles.main}>
        <p>
          <span className={styles.kind}>{say(resolution.kind.label)}</span>
          <strong>{resolution.text}</strong>
        </p>
        {resolution.conditions ? (
          <p className={styles.sub}>{words.standing.conditions(resolution.conditions)}</p>
        ) : null}
        <p className={styles.sub}>
          {[
            resolution.unit ? unitName(resolution.unit) : '',
            resolution.criterion ? words.board.criterion(resolution.criterion) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className={styles.sub}>
          <MeetingLink meetingId={meeting.id} tab="minutes">
            {followed.minutesNumber ?? meeting.title}
          </MeetingLink>
          {followed.supervisionItemId ? (
            <>
              {' · '}
              <Link to="/supervision/items/$itemId" params={{ itemId: followed.supervisionItemId }}>
                {words.board.supervision}
              </Link>
            </>
          ) : null}
        </p>
      </div>
      <div className={styles.state}>
        <ResolutionState followed={followed} />
        <span className={styles.sub}>
          {resolution.fulfilledOn ? words.fulfilledOn(resolution.fulfilledOn) : (resolution.dueOn ?? '')}
          {followed.daysLate > 0 ? <b className={styles.late}> {words.board.daysLate(followed.daysLate)}</b> : null}
        </span>
        {resolution.note ? <span className={styles.sub}>{resolution.note}</span> : null}
      </div>
    </li>
  );
};

const Request = ({ request }: { request: PushRequest }) => {
  const { t, say } = useLanguage();
  const words = t.minutes.push;
  const unitName = useUnitNames('short');
  return (
    <li className={styles.line} data-testid="push-request" data-state={request.outcome?.key ?? request.state}>
      <div className={styles.main}>
        <p>
          <span className={styles.kind}>{words.list}</span>
          {request.urgent ? <b className={styles.urgent}>{words.urgent}</b> : null}
          <strong>{request.question}</strong>
        </p>
        <p className={styles.sub}>
          {request.problemTypes.map(({ label }) => say(label)).join(t.comma)} ·{' '}
          {words.by(unitName(request.requester.unit), request.requester.name, isoDay(request.requestedAt))}
        </p>
        {request.result ? <p className={styles.sub}>{words.result(request.result)}</p> : null}
      </div>
      <div className={styles.state}>
        {request.outcome ? (
          <span className={styles.ended}>{say(request.outcome.label)}</span>
        ) : (
          <>
            <span className={styles.pending}>{wordFor(words.states, request.state)}</span>
            <span className={styles.sub}>{request.mustAct.map(({ name }) => say(name)).join(t.comma)}</span>
          </>
        )}
      </div>
    </li>
  );
};
