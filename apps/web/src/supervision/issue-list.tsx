import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Checkbox, Select } from 'antd';
import type { BlockedProject } from '../api/contract';
import { issuesQuery, issueTypesQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { Ledger, openingRow } from '../layout/ledger';
import ledger from '../layout/ledger.module.css';
import { UnitSelect } from '../organization/unit-select';
import { useMe } from '../session/session';
import { Deadline } from '../time/deadline';
import { isoDay } from '../time/shanghai-time';
import { BoardEmpty, ClearFilters, type ListProps, whole } from './board-list';
import styles from './board-page.module.css';
import type { BoardSearch } from './board-search';
import { EscalateButton } from './escalate-button';
import { Ladder } from './ladder';
import { UrgeButton, urgeKey } from './urge-button';
import { useMayUrge } from './use-urge';

const fits =
  ({ level, type, urgent, mine, taskForce, unit }: BoardSearch, groups: readonly string[]) =>
  (issue: BlockedProject): boolean =>
    (level === undefined || issue.level === level) &&
    (type === undefined || issue.type.key === type) &&
    (!urgent || issue.urgent) &&
    (!mine || issue.mustAct.some(({ code }) => groups.includes(code))) &&
    (taskForce === undefined || issue.leadTaskForce?.code === taskForce) &&
    (unit === undefined || issue.landingUnit?.code === unit);

/** What blocks projects: how high each issue has climbed, who must unblock it, since when. */
export const IssueList = ({ search, filter }: ListProps) => {
  const { t, say } = useLanguage();
  const { columns, filters, ladder } = t.supervision;
  const { groups } = useMe();
  const query = useQuery(issuesQuery);
  const { data: types = [] } = useQuery(issueTypesQuery);
  const issues = (query.data ?? []).filter(fits(search, groups));
  return (
    <>
      <search className={styles.filters}>
        <Select
          className={styles.short}
          placeholder={filters.level}
          aria-label={filters.level}
          allowClear
          value={search.level}
          onChange={(level: number | undefined) => filter({ level })}
          options={ladder.map((label, value) => ({ value, label }))}
        />
        <Select
          className={styles.short}
          placeholder={filters.type}
          aria-label={filters.type}
          allowClear
          popupMatchSelectWidth={false}
          value={search.type}
          onChange={(type: string | undefined) => filter({ type })}
          options={types.map(({ value, label }) => ({ value, label: say(label) }))}
        />
        <div className={styles.long}>
          <UnitSelect
            placeholder={filters.taskForce}
            aria-label={filters.taskForce}
            scope="task-force"
            clearable
            value={search.taskForce}
            onChange={(taskForce) => filter({ taskForce })}
          />
        </div>
        <div className={styles.long}>
          <UnitSelect
            placeholder={filters.unit}
            aria-label={filters.unit}
            scope="landing-unit"
            clearable
            value={search.unit}
            onChange={(unit) => filter({ unit })}
          />
        </div>
        <Checkbox
          checked={search.urgent === true}
          onChange={({ target }) => filter({ urgent: target.checked || undefined })}
        >
          {filters.urgentOnly}
        </Checkbox>
        <Checkbox
          checked={search.mine === true}
          onChange={({ target }) => filter({ mine: target.checked || undefined })}
        >
          {filters.mine}
        </Checkbox>
        <ClearFilters search={search} />
      </search>
      <Ledger
        query={whole(query)}
        count={issues.length}
        label={t.supervision.lists.issues}
        empty={<BoardEmpty list="issues" search={search} />}
        head={
          <>
            <th scope="col">{columns.project}</th>
            <th scope="col">{columns.issue}</th>
            <th scope="col">{columns.level}</th>
            <th scope="col">{columns.waited}</th>
            <th scope="col">{columns.next}</th>
            <th scope="col" aria-label={columns.act} />
          </>
        }
      >
        {issues.map((issue) => (
          <IssueRow key={issue.issueId} issue={issue} />
        ))}
      </Ledger>
    </>
  );
};

const IssueRow = ({ issue }: { issue: BlockedProject }) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const { columns } = words;
  const navigate = useNavigate();
  const mayUrge = useMayUrge();
  const { projectId, running } = issue;
  const whom = issue.mustAct.map(({ name }) => say(name)).join(t.comma);
  return (
    <tr
      {...openingRow(() => void navigate({ to: '/projects/$projectId', params: { projectId } }))}
      data-testid="issue-row"
      data-project={projectId}
      data-level={issue.level}
    >
      <td data-phone="bare">
        <span>
          <Link
            to="/projects/$projectId"
            params={{ projectId }}
            className={`${ledger.name} ${styles.project}`}
            tabIndex={-1}
            title={words.open}
          >
            {issue.projectName}
          </Link>
          <span className={ledger.sub}>{issue.projectNo}</span>
        </span>
      </td>
      <td data-phone="bare">
        <span>
          <span className={styles.title} title={`${words.tried}${t.colon}${issue.tried}`}>
            <Link
              to="/supervision/issues/$issueId"
              params={{ issueId: issue.issueId }}
              className={ledger.name}
              data-testid="issue-link"
            >
              {issue.title}
            </Link>
            {issue.urgent ? <b className={styles.urgent}>{words.urgent}</b> : null}
          </span>
          <span className={styles.type}>
            {say(issue.type.label)}
            {words.issueSources[issue.source] ? ` · ${words.issueSources[issue.source]}` : ` · ${issue.raiser.name}`}
          </span>
        </span>
      </td>
      <td data-phone="bare">
        <span>
          <Ladder level={issue.level} />
          {whom ? <span className={styles.must}>{words.must(whom, wordFor(words.verbs, issue.state))}</span> : null}
          <span className={ledger.sub}>
            {wordFor(words.issueStates, issue.state)} · {words.onLevel(issue.workingDaysOnLevel)}
          </span>
        </span>
      </td>
      <td data-label={columns.waited} className={ledger.numeric}>
        <span>
          {words.waitedWorkingDays(issue.waitingWorkingDays)}
          <span className={ledger.sub}>{words.sinceDay(isoDay(issue.openedAt))}</span>
        </span>
      </td>
      <td data-label={columns.next}>
        <span>
          {issue.until && issue.state === 'parked' ? words.parkedUntil(issue.until) : null}
          {running.next ? (
            <>
              <Deadline dueAt={running.next.dueAt} />
              <span className={ledger.sub}>{say(running.next.label)}</span>
            </>
          ) : null}
        </span>
      </td>
      <td className={ledger.action}>
        <span className={ledger.buttons}>
          {mayUrge(running.openTasks) ? (
            <UrgeButton key={urgeKey(running.openTasks)} tasks={() => running.openTasks} whom={whom} />
          ) : null}
          <EscalateButton issue={issue} about={issue.projectName} />
        </span>
      </td>
    </tr>
  );
};
