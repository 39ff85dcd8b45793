import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import type { BlockedProject, InboxItem, LitProject } from '../api/contract';
import { issuesQuery, lightsQuery, projectQuery, queryClient } from '../api/queries';
import { useLanguage } from '../language/language';
import { Ledger, openingRow } from '../layout/ledger';
import ledger from '../layout/ledger.module.css';
import { useUnitNames } from '../organization/unit-names';
import { UnitSelect } from '../organization/unit-select';
import { StageTag } from '../projects/stage-tag';
import { STAGES } from '../projects/stages';
import { presentTime } from '../time/present';
import { exactMoment, isoDay, shanghaiParts } from '../time/shanghai-time';
import { BoardEmpty, ClearFilters, type ListProps } from './board-list';
import styles from './board-page.module.css';
import { EscalateButton, mayEscalate } from './escalate-button';
import { LightTag } from './light-tag';
import { ReasonLines } from './reason-lines';
import { UrgeButton } from './urge-button';
import { useMayUrge } from './use-urge';

/** Red and yellow projects with every reason, red first. */
export const LightList = ({ search, filter }: ListProps) => {
  const { t } = useLanguage();
  const { columns, filters, light: lightWords } = t.supervision;
  const { light, stage, taskForce, unit } = search;
  const query = useInfiniteQuery(lightsQuery({ light, stage, leadTaskForce: taskForce, landingUnit: unit }));
  const { data: issues = [] } = useQuery(issuesQuery);
  const projects = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <search className={styles.filters}>
        <Select
          className={styles.short}
          placeholder={filters.light}
          aria-label={filters.light}
          allowClear
          value={light}
          onChange={(chosen: 'red' | 'yellow' | undefined) => filter({ light: chosen })}
          options={(['red', 'yellow'] as const).map((value) => ({ value, label: lightWords[value] }))}
          data-testid="filter-light"
        />
        <Select
          className={styles.short}
          placeholder={filters.stage}
          aria-label={filters.stage}
          allowClear
          value={stage}
          onChange={(chosen: string | undefined) => filter({ stage: chosen })}
          options={STAGES.map((value) => ({ value, label: t.stages[value] }))}
        />
        <div className={styles.long}>
          <UnitSelect
            placeholder={filters.taskForce}
            aria-label={filters.taskForce}
            scope="task-force"
            clearable
            value={taskForce}
            onChange={(chosen) => filter({ taskForce: chosen })}
          />
        </div>
        <div className={styles.long}>
          <UnitSelect
            placeholder={filters.unit}
            aria-label={filters.unit}
            scope="landing-unit"
            clearable
            value={unit}
            onChange={(chosen) => filter({ unit: chosen })}
          />
        </div>
        <ClearFilters search={search} />
      </search>
      <Ledger
        query={query}
        count={projects.length}
        label={t.supervision.lists.lights}
        empty={<BoardEmpty list="lights" search={search} />}
        head={
          <>
            <th scope="col">{columns.light}</th>
            <th scope="col">{columns.project}</th>
            <th scope="col">{columns.reasons}</th>
            <th scope="col">{columns.taskForce}</th>
            <th scope="col">{columns.landing}</th>
            <th scope="col">{columns.lasting}</th>
            <th scope="col" aria-label={columns.act} />
          </>
        }
      >
        {projects.map((project) => (
          <LitRow
            key={project.projectId}
            project={project}
            issues={issues.filter(({ projectId }) => projectId === project.projectId)}
          />
        ))}
      </Ledger>
    </>
  );
};

/** Those that a reason speaks of; otherwise the one that is due first. */
const urgedOf = (tasks: readonly InboxItem[], { reasons }: LitProject): readonly InboxItem[] => {
  const named = tasks.filter(({ userTaskId }) => reasons.some(({ subject }) => subject === userTaskId));
  return named.length > 0 ? named : tasks.slice(0, 1);
};

const LitRow = ({ project, issues }: { project: LitProject; issues: readonly BlockedProject[] }) => {
  const { t } = useLanguage();
  const words = t.supervision;
  const { columns } = words;
  const navigate = useNavigate();
  const unitName = useUnitNames('short');
  const mayUrge = useMayUrge();
  const { projectId } = project;
  const days = shanghaiParts(presentTime()).dayNumber - shanghaiParts(project.since).dayNumber;
  const findTasks = async () => {
    const { openTasks } = await queryClient.fetchQuery({ ...projectQuery(projectId), staleTime: 0 });
    return urgedOf(openTasks, project);
  };
  const escalated = issues.find(mayEscalate);
  return (
    <tr
      {...openingRow(() => void navigate({ to: '/projects/$projectId', params: { projectId } }))}
      data-testid="lit-row"
      data-project={projectId}
    >
      <td data-phone="bare">
        <span>
          <LightTag light={project.light} />
          {project.overriddenUntil ? (
            <small className={styles.hand} title={words.byHand(project.overriddenUntil)}>
              {words.byHandShort}
            </small>
          ) : null}
        </span>
      </td>
      <td data-phone="bare">
        <span>
          <Link
            to="/projects/$projectId"
            params={{ projectId }}
            className={`${ledger.name} ${styles.project}`}
            tabIndex={-1}
            title={words.open}
          >
            {project.projectName}
          </Link>
          <span className={ledger.sub}>
            {project.projectNo} <StageTag stage={project.stage} />
          </span>
        </span>
      </td>
      <td data-phone="bare">
        <ReasonLines reasons={project.reasons} held={project.heldReasons} />
      </td>
      <td data-label={columns.taskForce} className={ledger.quiet}>
        {unitName(project.leadTaskForce) || t.projects.undecided}
      </td>
      <td data-label={columns.landing} className={ledger.quiet}>
        {unitName(project.landingUnit) || t.projects.undecided}
      </td>
      <td data-label={columns.lasting} className={ledger.numeric} title={exactMoment(project.since)}>
        <span>
          {words.lastingDays(days)}
          {days > 0 ? <span className={ledger.sub}>{words.sinceDay(isoDay(project.since))}</span> : null}
        </span>
      </td>
      <td className={ledger.action}>
        <span className={ledger.buttons}>
          {mayUrge([{ candidateGroup: `${project.leadTaskForce?.code}.specialist` }]) ? (
            <UrgeButton tasks={findTasks} />
          ) : null}
          {escalated ? <EscalateButton issue={escalated} about={project.projectName} /> : null}
        </span>
      </td>
    </tr>
  );
};
