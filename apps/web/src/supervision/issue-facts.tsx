import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { IssueDetail } from '../api/contract';
import { issueQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { Card } from '../layout/page';
import { useUnitNames } from '../organization/unit-names';
import { ProblemNotice } from '../problem/problem-notice';
import { momentInWords } from '../time/shanghai-time';
import styles from './issue-facts.module.css';
import { Ladder } from './ladder';

/** What was done for an issue on its way, the latest first. */
export const IssueMeasures = ({ measures }: Pick<IssueDetail, 'measures'>) => {
  const { t } = useLanguage();
  const words = t.supervision.issue;
  const unitName = useUnitNames('short');
  return (
    <ul className={styles.measures} data-testid="issue-measures">
      {measures.map(({ way, unit, note, by, at }) => (
        <li key={`${at} ${way}`}>
          <p>
            <strong>{wordFor(words.ways, way)}</strong>
            <span className={styles.aside}>
              {unitName(unit)}
              {by && way !== 'specialMeeting' && way !== 'pushMeeting' ? ` · ${by}` : ''} · {momentInWords(at, t)}
            </span>
          </p>
          {note ? <p className={styles.text}>{note}</p> : null}
        </li>
      ))}
    </ul>
  );
};

/** The issue beside the form of its task: what is wrong, who says so, what was tried and what was done since. */
export const IssueCard = ({ issueId }: { issueId: string }) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const unitName = useUnitNames('short');
  const { data: issue, error, refetch } = useQuery(issueQuery(issueId));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!issue) return null;
  return (
    <Card
      title={words.issue.card}
      extra={
        <Link to="/supervision/issues/$issueId" params={{ issueId }} data-testid="to-issue">
          {words.issue.open}
        </Link>
      }
    >
      <p className={styles.title}>
        <span className={styles.type}>{say(issue.type.label)}</span>
        <strong>{issue.title}</strong>
      </p>
      <Ladder level={issue.level} />
      <dl className={styles.facts}>
        <div>
          <dt>{words.issue.raised}</dt>
          <dd>
            {words.issueSources[issue.source] ?? `${issue.raiser.name} · ${unitName(issue.raiser.unit)}`}
            <span className={styles.aside}>{momentInWords(issue.openedAt, t)}</span>
          </dd>
        </div>
        {issue.source === 'redLight' ? null : (
          <div>
            <dt>{words.tried}</dt>
            <dd className={styles.text}>{issue.tried}</dd>
          </div>
        )}
      </dl>
      {issue.measures.length > 0 ? (
        <>
          <h3 className={styles.heading}>{words.issue.measures}</h3>
          <IssueMeasures measures={issue.measures} />
        </>
      ) : null}
    </Card>
  );
};
