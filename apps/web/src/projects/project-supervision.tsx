import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { IssueItem, ProjectDetail, SupervisionItem } from '../api/contract';
import { issuesOfQuery, supervisionItemsQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { Card } from '../layout/page';
import { useUnitNames } from '../organization/unit-names';
import { ProblemNotice } from '../problem/problem-notice';
import { DraftItemDialog } from '../supervision/draft-item-dialog';
import { IssueEvents } from '../supervision/issue-events';
import { ItemEvents } from '../supervision/item-events';
import { ItemState } from '../supervision/item-state';
import { Ladder } from '../supervision/ladder';
import { ChasingTag } from '../supervision/light-tag';
import { RaiseIssueDialog } from '../supervision/raise-issue-dialog';
import { UrgeButton, urgeKey } from '../supervision/urge-button';
import { useMayUrge } from '../supervision/use-urge';
import { dateInWords, isoDay } from '../time/shanghai-time';
import styles from './project-supervision.module.css';

/** All issues and supervision items of a project, and where new ones begin. */
export const ProjectSupervision = ({ project }: { project: ProjectDetail }) => {
  const { t } = useLanguage();
  const words = t.supervision;
  const { projectId, projectName } = project;
  const issues = useQuery(issuesOfQuery(projectId));
  const items = useQuery(supervisionItemsQuery(projectId));
  const [dialog, setDialog] = useState<'raise' | 'draft' | null>(null);
  const [withClosed, setWithClosed] = useState(false);
  const allIssues = issues.data ?? [];
  const allItems = items.data?.items ?? [];
  const closed = [...allIssues, ...allItems].filter(({ closedAt }) => closedAt !== null).length;
  const isShown = ({ closedAt }: { closedAt: string | null }) => withClosed || closedAt === null;
  const isEmpty = issues.isSuccess && items.isSuccess && allIssues.length + allItems.length === 0;
  const isRunning = project.status !== 'closed';
  return (
    <Card
      title={words.card}
      extra={
        isRunning ? (
          <>
            {items.data?.mayDraft ? (
              <Button size="small" onClick={() => setDialog('draft')} data-testid="draft-item">
                {words.draft}
              </Button>
            ) : null}
            <Button size="small" type="primary" ghost onClick={() => setDialog('raise')} data-testid="raise-issue">
              {words.raise}
            </Button>
          </>
        ) : null
      }
    >
      {issues.error ? <ProblemNotice error={issues.error} onRetry={() => void issues.refetch()} /> : null}
      {items.error ? <ProblemNotice error={items.error} onRetry={() => void items.refetch()} /> : null}
      {isEmpty ? (
        <p className={styles.none}>
          {words.cardEmpty}
          {isRunning ? <small>{words.cardEmptyHint}</small> : null}
        </p>
      ) : null}
      <ul className={styles.list}>
        {allIssues.filter(isShown).map((issue) => (
          <IssueLine key={issue.issueId} issue={issue} />
        ))}
        {allItems.filter(isShown).map((item) => (
          <ItemLine key={item.itemId} item={item} />
        ))}
      </ul>
      {closed > 0 ? (
        <Button type="link" size="small" className={styles.unfold} onClick={() => setWithClosed(!withClosed)}>
          {withClosed ? t.showLess : words.closedOnes(closed)}
        </Button>
      ) : null}
      {dialog === 'raise' ? <RaiseIssueDialog projectId={projectId} onClose={() => setDialog(null)} /> : null}
      {dialog === 'draft' ? (
        <DraftItemDialog project={{ projectId, projectName }} onClose={() => setDialog(null)} />
      ) : null}
    </Card>
  );
};

const IssueLine = ({ issue }: { issue: IssueItem }) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const raised = words.issueSources[issue.source] ?? words.raisedBy(issue.raiser.name, isoDay(issue.openedAt));
  return (
    <li className={styles.line} data-testid="issue-line" data-outcome={issue.outcome ?? ''}>
      <div className={styles.main}>
        <p>
          <span className={styles.kind}>{say(issue.type.label)}</span>
          <Link to="/supervision/issues/$issueId" params={{ issueId: issue.issueId }} className={styles.title}>
            {issue.title}
          </Link>
        </p>
        <p className={styles.sub}>
          {raised}
          {issue.source === 'redLight' ? null : ` · ${words.tried}${t.colon}${issue.tried}`}
        </p>
        {issue.result ? (
          <p className={styles.sub}>
            {words.result}
            {t.colon}
            {issue.result}
          </p>
        ) : null}
      </div>
      <div className={styles.state}>
        {issue.outcome ? (
          <span className={styles.ended}>{wordFor(words.issueOutcomes, issue.outcome)}</span>
        ) : (
          <>
            <Ladder level={issue.level} />
            <span className={styles.sub}>
              {issue.state === 'parked' && issue.until
                ? words.parkedUntil(dateInWords(issue.until, t))
                : `${wordFor(words.issueStates, issue.state)} · ${words.onLevel(issue.workingDaysOnLevel)}`}
            </span>
          </>
        )}
      </div>
      <div className={styles.actions}>
        <IssueEvents issue={issue} />
      </div>
    </li>
  );
};

/** What an item is called on the page of its project, whose name stands there already. */
const titleBeside = ({ title, projectName }: SupervisionItem): string =>
  projectName !== null && title.endsWith(`：${projectName}`) ? title.slice(0, -projectName.length - 1) : title;

const ItemLine = ({ item }: { item: SupervisionItem }) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const unitName = useUnitNames('short');
  const mayUrge = useMayUrge();
  const whom = item.mustAct.map(({ name }) => say(name)).join(t.comma);
  return (
    <li className={styles.line} data-testid="item-line" data-outcome={item.outcome ?? ''}>
      <div className={styles.main}>
        <p>
          <span className={styles.kind}>{item.number ?? words.unnumbered}</span>
          <Link to="/supervision/items/$itemId" params={{ itemId: item.itemId }} className={styles.title}>
            {titleBeside(item)}
          </Link>
        </p>
        <p className={styles.sub}>
          {item.onBehalfOf
            ? words.onBehalf(item.onBehalfOf.post, item.onBehalfOf.name, item.drafter.name)
            : say(item.source.label)}{' '}
          · {item.requirement}
        </p>
        <p className={styles.sub}>
          {words.leadUnit} {unitName(item.leadUnit)}
          {item.assistUnits.length > 0
            ? ` · ${words.assist(item.assistUnits.map((unit) => unitName(unit)).join(t.comma))}`
            : ''}
        </p>
      </div>
      <div className={styles.state}>
        {item.outcome ? (
          <>
            <ItemState item={item} />
            {item.closedAt ? <span className={styles.sub}>{isoDay(item.closedAt)}</span> : null}
          </>
        ) : (
          <>
            <ChasingTag colour={item.colour} />
            <span className={styles.sub}>
              {wordFor(words.itemStates, item.state)} · {item.progress}% ·{' '}
              {item.daysLate > 0 ? words.daysLate(item.daysLate) : words.executingUntil(dateInWords(item.dueOn, t))}
              {item.extensions > 0 ? ` · ${words.extensions(item.extensions)}` : ''}
            </span>
          </>
        )}
      </div>
      <div className={styles.actions}>
        {mayUrge(item.running.openTasks) ? (
          <UrgeButton key={urgeKey(item.running.openTasks)} tasks={() => item.running.openTasks} whom={whom} />
        ) : null}
        <ItemEvents item={item} />
      </div>
    </li>
  );
};
