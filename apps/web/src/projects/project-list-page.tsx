import { SearchOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import type { ProjectQuery, ProjectSummary } from '../api/contract';
import { projectsQuery } from '../api/queries';
import { useTypedWords } from '../form/use-typed-words';
import { useLanguage } from '../language/language';
import { Ledger, Nothing, openingRow } from '../layout/ledger';
import ledger from '../layout/ledger.module.css';
import { Page } from '../layout/page';
import { groupAmount } from '../money/decimal';
import { useUnitNames } from '../organization/unit-names';
import { UnitSelect } from '../organization/unit-select';
import { usePermission } from '../session/session';
import { exactMoment, moment } from '../time/shanghai-time';
import styles from './project-list-page.module.css';
import { StageTrack } from './stage-track';
import { STAGES } from './stages';

const CAPPED = 1000;

/** All projects the reader may see, to be searched, filtered and sorted; the choice lives in the address. */
export const ProjectListPage = () => {
  const { t } = useLanguage();
  const search = useSearch({ from: '/home/projects' });
  const navigate = useNavigate();
  const mayCreate = usePermission('lead.create');
  const query = useInfiniteQuery(projectsQuery(search));
  const projects = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total;

  const filter = (change: Partial<ProjectQuery>) => {
    const next: ProjectQuery = { ...search, ...change };
    for (const key of Object.keys(next) as (keyof ProjectQuery)[]) if (!next[key]) delete next[key];
    void navigate({ to: '/projects', search: next, replace: true });
  };
  const [words, setWords] = useTypedWords(search.q ?? '', (q) => filter({ q }));
  const filtered = Object.keys(search).some((key) => key !== 'sort');
  const { columns, filters } = t.projects;

  return (
    <Page
      title={t.projects.title}
      intro={total === undefined ? ' ' : total >= CAPPED ? t.projects.totalCapped(CAPPED) : t.projects.total(total)}
      actions={
        mayCreate ? (
          <Link to="/leads/new">
            <Button type="primary">{t.nav.newLead}</Button>
          </Link>
        ) : null
      }
    >
      <search className={styles.filters}>
        <Input
          className={styles.search}
          prefix={<SearchOutlined style={{ color: 'var(--ink-3)' }} />}
          placeholder={t.projects.search}
          aria-label={t.projects.search}
          allowClear
          value={words}
          onChange={(event) => setWords(event.target.value)}
          data-testid="project-search"
        />
        <Select
          className={styles.short}
          placeholder={filters.stage}
          aria-label={filters.stage}
          allowClear
          value={search.stage}
          onChange={(stage: string | undefined) => filter({ stage })}
          options={STAGES.map((stage) => ({ value: stage, label: t.stages[stage] }))}
          data-testid="filter-stage"
        />
        <Select
          className={styles.short}
          placeholder={filters.status}
          aria-label={filters.status}
          allowClear
          value={search.status}
          onChange={(status: string | undefined) => filter({ status })}
          options={Object.entries(t.status).map(([value, label]) => ({ value, label }))}
          data-testid="filter-status"
        />
        <div className={styles.long}>
          <UnitSelect
            placeholder={filters.leadTaskForce}
            aria-label={filters.leadTaskForce}
            scope="task-force"
            clearable
            value={search.leadTaskForce}
            onChange={(leadTaskForce) => filter({ leadTaskForce })}
            data-testid="filter-lead-task-force"
          />
        </div>
        <div className={styles.long}>
          <UnitSelect
            placeholder={filters.landingUnit}
            aria-label={filters.landingUnit}
            scope="landing-unit"
            clearable
            value={search.landingUnit}
            onChange={(landingUnit) => filter({ landingUnit })}
            data-testid="filter-landing-unit"
          />
        </div>
        <Select
          className={styles.sort}
          aria-label={t.projects.sort}
          value={search.sort ?? '-updatedAt'}
          onChange={(sort) => filter({ sort: sort === '-updatedAt' ? undefined : sort })}
          options={Object.entries(t.projects.sorts).map(([value, label]) => ({ value, label }))}
          data-testid="sort"
        />
        {filtered ? (
          <Button type="link" onClick={() => void navigate({ to: '/projects', search: {} })}>
            {t.projects.clearFilters}
          </Button>
        ) : null}
      </search>
      <Ledger
        query={query}
        count={projects.length}
        label={t.projects.title}
        empty={<Nothing text={t.projects.empty} hint={t.projects.emptyHint} />}
        head={
          <>
            <th scope="col">{columns.project}</th>
            <th scope="col">{columns.industry}</th>
            <th scope="col">{columns.leadTaskForce}</th>
            <th scope="col">{columns.landingUnit}</th>
            <th scope="col" className={ledger.right}>
              {columns.totalInvestment}
            </th>
            <th scope="col">{columns.stage}</th>
            <th scope="col">{columns.updated}</th>
          </>
        }
      >
        {projects.map((project) => (
          <ProjectRow key={project.projectId} project={project} />
        ))}
      </Ledger>
    </Page>
  );
};

const ProjectRow = ({ project }: { project: ProjectSummary }) => {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const unitName = useUnitNames('short');
  const { columns } = t.projects;
  const open = () => void navigate({ to: '/projects/$projectId', params: { projectId: project.projectId } });
  return (
    <tr {...openingRow(open)} data-testid="project-row">
      <td>
        <span className={styles.project}>
          <Link
            to="/projects/$projectId"
            params={{ projectId: project.projectId }}
            className={ledger.name}
            tabIndex={-1}
          >
            {project.projectName}
          </Link>
          <span className={ledger.sub}>
            {project.projectNo ?? project.leadNo}
            {project.investorName ? ` · ${project.investorName}` : ''}
          </span>
        </span>
      </td>
      <td data-label={columns.industry} data-phone="none" className={ledger.quiet}>
        {project.industryFocus}
      </td>
      <td data-label={columns.leadTaskForce} className={`${ledger.quiet} ${ledger.short}`}>
        {unitName(project.leadTaskForce) || t.projects.undecided}
      </td>
      <td data-label={columns.landingUnit} className={`${ledger.quiet} ${ledger.short}`}>
        {unitName(project.landingUnit) || t.projects.undecided}
      </td>
      <td data-label={columns.totalInvestment} className={`${ledger.right} ${ledger.numeric}`}>
        {project.totalInvestment ? groupAmount(project.totalInvestment) : t.none}
      </td>
      <td data-label={columns.stage} data-phone="bare">
        <StageTrack project={project} />
      </td>
      <td data-label={columns.updated} data-phone="none" className={`${ledger.numeric} ${ledger.faint}`}>
        <span title={exactMoment(project.updatedAt)}>{moment(project.updatedAt, t)}</span>
      </td>
    </tr>
  );
};
