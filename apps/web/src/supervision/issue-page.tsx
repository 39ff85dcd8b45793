import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { IssueDetail } from '../api/contract';
import { issueQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { Card, useTabTitle } from '../layout/page';
import pageStyles from '../layout/page.module.css';
import { PendingPage } from '../layout/pending-page';
import { useUnitNames } from '../organization/unit-names';
import { KeyFact } from '../projects/key-fact';
import { OpenTasks } from '../projects/open-tasks';
import project from '../projects/project-page.module.css';
import { ReviewStanding } from '../projects/review-standing';
import { dateInWords, momentInWords } from '../time/shanghai-time';
import { Timeline } from '../timeline/timeline';
import { ProjectCard } from '../user-task/task-side';
import { EndingCard } from './ending-card';
import { EscalateButton } from './escalate-button';
import { IssueEvents } from './issue-events';
import { IssueMeasures } from './issue-facts';
import styles from './item-page.module.css';
import { Ladder } from './ladder';
import { UrgeButton, urgeKey } from './urge-button';
import { useMayUrge } from './use-urge';

const TONES: Readonly<Record<string, string | undefined>> = { resolved: project.achieved };

/** Where an issue stands, or how it ended. */
const IssueState = ({ issue: { state, outcome, until } }: { issue: IssueDetail }) => {
  const { t } = useLanguage();
  const words = t.supervision;
  const tone = outcome === null ? project.active : (TONES[outcome] ?? project.closed);
  const open =
    state === 'parked' && until ? words.parkedUntil(dateInWords(until, t)) : wordFor(words.issueStates, state);
  return (
    <span className={`${project.status} ${tone}`} data-testid="issue-state" data-outcome={outcome ?? ''}>
      {outcome === null ? open : wordFor(words.issueOutcomes, outcome)}
    </span>
  );
};

const Head = ({ issue }: { issue: IssueDetail }) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const unitName = useUnitNames();
  const mayUrge = useMayUrge();
  const { running, outcome } = issue;
  const whom = issue.mustAct.map(({ name }) => say(name)).join(t.comma);
  return (
    <header className={project.header}>
      <div className={project.headline}>
        <div className={project.heading}>
          <h1 className={project.title} data-testid="issue-title">
            {issue.title}
          </h1>
          <p className={project.sub}>
            <IssueState issue={issue} />
            <span>{say(issue.type.label)}</span>
            {issue.urgent ? <b className={styles.late}>{words.urgent}</b> : null}
            {outcome === null ? <Ladder level={issue.level} /> : null}
          </p>
        </div>
        <div className={project.actions}>
          {mayUrge(running.openTasks) ? (
            <UrgeButton key={urgeKey(running.openTasks)} tasks={() => running.openTasks} whom={whom} />
          ) : null}
          <EscalateButton issue={issue} about={issue.projectName} />
          <IssueEvents issue={issue} />
        </div>
      </div>
      <dl className={project.keyFacts}>
        <KeyFact name={words.issue.raised}>
          {words.issueSources[issue.source] ?? `${issue.raiser.name} · ${unitName(issue.raiser.unit)}`}
          <small className={styles.aside}>{momentInWords(issue.openedAt, t)}</small>
        </KeyFact>
        {outcome === null ? (
          <>
            <KeyFact name={words.columns.mustAct}>{whom || t.none}</KeyFact>
            <KeyFact name={words.columns.waited}>
              {words.waitedWorkingDays(issue.waitingWorkingDays)}
              <small className={styles.aside}>{words.onLevel(issue.workingDaysOnLevel)}</small>
            </KeyFact>
          </>
        ) : (
          <KeyFact name={words.columns.waited}>{words.waitedWorkingDays(issue.waitingWorkingDays)}</KeyFact>
        )}
        {issue.state === 'executing' && issue.until ? (
          <KeyFact name={words.dueOn}>{dateInWords(issue.until, t)}</KeyFact>
        ) : null}
      </dl>
    </header>
  );
};

/** How an issue ended. */
const Ending = ({ issue: { outcome, closedAt, result } }: { issue: IssueDetail }) => {
  const { t } = useLanguage();
  const words = t.supervision;
  if (outcome === null || closedAt === null) return null;
  const lines: [string, string][] = [
    [words.item.ended, wordFor(words.issueOutcomes, outcome)],
    [words.issue.closedAt, momentInWords(closedAt, t)],
    ...(result ? [[words.result, result] as [string, string]] : []),
  ];
  return <EndingCard title={words.issue.ending} lines={lines} testId="issue-ending" />;
};

const OneIssue = ({ issue }: { issue: IssueDetail }) => {
  const { t } = useLanguage();
  const words = t.supervision;
  useTabTitle(issue.title);
  return (
    <div className={pageStyles.page}>
      <p className={styles.back}>
        <Link to="/supervision" search={{ list: 'issues' }}>
          {words.lists.issues}
        </Link>
      </p>
      <div className={project.top}>
        <Head issue={issue} />
      </div>
      {issue.outcome === null ? <ReviewStanding projectId={issue.projectId} issueId={issue.issueId} /> : null}
      <div className={project.columns}>
        <div className={project.side}>
          <Ending issue={issue} />
          {issue.outcome === null ? <OpenTasks tasks={issue.process.openTasks} timers={issue.process.timers} /> : null}
          <Card title={words.tried}>
            <p className={styles.requirement}>{issue.tried}</p>
          </Card>
          {issue.measures.length > 0 ? (
            <Card title={words.issue.measures}>
              <IssueMeasures measures={issue.measures} />
            </Card>
          ) : null}
          <Card title={words.issue.history}>
            <Timeline of={{ issueId: issue.issueId }} />
          </Card>
        </div>
        <aside className={project.side}>
          <ProjectCard projectId={issue.projectId} withSimilar={false} />
        </aside>
      </div>
    </div>
  );
};

/** One issue, open or closed: what blocks the project, how high it has climbed, what was done and what happened. */
export const IssuePage = () => {
  const { issueId } = useParams({ from: '/home/supervision/issues/$issueId' });
  const { data: issue, error, refetch } = useQuery(issueQuery(issueId));
  if (issue) return <OneIssue key={issueId} issue={issue} />;
  return <PendingPage error={error} retry={refetch} />;
};
