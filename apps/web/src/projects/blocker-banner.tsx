import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { IssueItem } from '../api/contract';
import { issuesOfQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { useMe } from '../session/session';
import { EscalateButton } from '../supervision/escalate-button';
import { UrgeButton, urgeKey } from '../supervision/urge-button';
import { useMayUrge } from '../supervision/use-urge';
import styles from './blocker-banner.module.css';

/** What blocks a project now, one line for each open issue: 堵点：规划 · 已到办公室 · 须由办公室协调解决 · 已 6 个工作日. */
export const BlockerBanner = ({ projectId }: { projectId: string }) => {
  const { data: issues = [] } = useQuery(issuesOfQuery(projectId));
  const open = issues.filter(({ closedAt }) => closedAt === null);
  if (open.length === 0) return null;
  return (
    <ul className={styles.banner}>
      {open.map((issue) => (
        <Blocker key={issue.issueId} issue={issue} />
      ))}
    </ul>
  );
};

const Blocker = ({ issue }: { issue: IssueItem }) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const { groups, accountId } = useMe();
  const mayUrge = useMayUrge();
  const whom = issue.mustAct.map(({ name }) => say(name)).join(t.comma);
  const own = issue.running.openTasks.find(
    ({ assignee, candidateGroup }) =>
      assignee?.accountId === accountId || (!assignee && groups.includes(candidateGroup)),
  );
  return (
    <li className={styles.blocker} data-testid="blocker" data-level={issue.level}>
      <p className={styles.words}>
        <strong>
          {words.blocked}
          {t.colon}
          {say(issue.type.label)}
        </strong>
        {issue.urgent ? <b className={styles.urgent}>{words.urgent}</b> : null}
        <span>{issue.level === 0 ? words.atTaskForce : words.at(say(issue.levelLabel))}</span>
        {whom ? <span>{words.must(whom, wordFor(words.verbs, issue.state))}</span> : null}
        <span>{words.waitedSo(issue.waitingWorkingDays)}</span>
      </p>
      <p className={styles.title}>{issue.title}</p>
      <div className={styles.actions}>
        {own ? (
          <Link to="/tasks/$taskId" params={{ taskId: own.userTaskId ?? '' }} tabIndex={-1}>
            <Button size="small" type="primary" data-testid="act-on-issue">
              {words.act}
            </Button>
          </Link>
        ) : mayUrge(issue.running.openTasks, issue.raiser) ? (
          <UrgeButton key={urgeKey(issue.running.openTasks)} tasks={() => issue.running.openTasks} whom={whom} />
        ) : null}
        <EscalateButton issue={issue} />
      </div>
    </li>
  );
};
