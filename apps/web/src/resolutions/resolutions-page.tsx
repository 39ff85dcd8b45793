import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented, Select } from 'antd';
import type { FollowedResolution } from '../api/contract';
import { landfall } from '../api/landfall';
import { useLanguage } from '../language/language';
import { Ledger, Nothing } from '../layout/ledger';
import ledger from '../layout/ledger.module.css';
import { Page } from '../layout/page';
import { usePortions } from '../layout/use-portions';
import { MeetingLink } from '../meetings-minutes/meeting-link';
import { useUnitNames } from '../organization/unit-names';
import { UnitSelect } from '../organization/unit-select';
import { useMe } from '../session/session';
import { whole } from '../supervision/board-list';
import board from '../supervision/board-page.module.css';
import { dateInWords } from '../time/shanghai-time';
import { resolutionsQuery } from './resolution-queries';
import { countsOf, inScope, narrowed, type ResolutionNumber, type ResolutionSearch } from './resolution-search';
import { ResolutionState } from './resolution-state';
import styles from './resolutions-page.module.css';

const NUMBERS: readonly ResolutionNumber[] = ['open', 'overdue', 'fulfilled', 'unfulfilled'];

/** 议定事项落实: what all meetings resolved, and what came of it. */
export const ResolutionsPage = () => {
  const { t } = useLanguage();
  const words = t.minutes.board;
  const me = useMe();
  const search = useSearch({ from: '/home/resolutions' });
  const navigate = useNavigate();
  const query = useQuery(resolutionsQuery);
  const seesAll = me.permissions.includes('project.viewAll');
  const scope = search.scope ?? (seesAll ? 'all' : 'own');
  const mine = inScope(
    query.data ?? [],
    scope,
    me.posts.map(({ unit }) => unit),
  );
  const counts = countsOf(mine);
  const found = narrowed(mine, search);
  const { shown, paging } = usePortions(found);
  const meetings = [...new Map(mine.map(({ meeting }) => [meeting.id, meeting.title]))];
  const isFiltered = search.state !== undefined || search.unit !== undefined || search.meeting !== undefined;
  const filter = (change: Partial<ResolutionSearch>) => {
    const next: ResolutionSearch = { ...search, ...change };
    for (const key of Object.keys(next) as (keyof ResolutionSearch)[]) if (next[key] === undefined) delete next[key];
    void navigate({ to: '/resolutions', search: next, replace: true });
  };
  const unfiltered: ResolutionSearch = search.scope ? { scope: search.scope } : {};

  return (
    <Page title={words.title} intro={words.intro}>
      <nav className={board.numbers} aria-label={words.numbersLabel}>
        {NUMBERS.map((key) => {
          const isHere = search.state === key;
          return (
            <Link
              key={key}
              to="/resolutions"
              search={isHere ? unfiltered : { ...unfiltered, state: key }}
              className={isHere ? `${board.number} ${board.chosen}` : board.number}
              aria-current={isHere ? 'page' : undefined}
              data-testid={`resolutions-${key}`}
            >
              <span className={board.numberName}>
                <i className={`${board.mark} ${styles[key]}`} aria-hidden="true" />
                {words.numbers[key]}
              </span>
              <strong className={counts[key] ? styles[key] : board.nought}>{query.data ? counts[key] : '–'}</strong>
            </Link>
          );
        })}
      </nav>
      <search className={`${board.filters} ${styles.filters}`}>
        <Segmented<'own' | 'all'>
          aria-label={words.scopeLabel}
          value={scope}
          onChange={(next) => filter({ scope: next })}
          options={[
            { value: 'own', label: words.scope.own },
            { value: 'all', label: words.scope.all },
          ]}
        />
        <div className={board.long}>
          <UnitSelect
            placeholder={words.filters.unit}
            aria-label={words.filters.unit}
            clearable
            value={search.unit}
            onChange={(unit) => filter({ unit })}
          />
        </div>
        <Select
          className={styles.meetings}
          placeholder={words.filters.meeting}
          aria-label={words.filters.meeting}
          allowClear
          popupMatchSelectWidth={false}
          value={search.meeting}
          onChange={(meeting: string | undefined) => filter({ meeting })}
          options={meetings.map(([value, label]) => ({ value, label }))}
        />
        {isFiltered ? (
          <Link to="/resolutions" search={unfiltered} tabIndex={-1}>
            <Button type="link">{words.clear}</Button>
          </Link>
        ) : null}
        {found.length > 0 ? (
          <Button
            className={styles.ledger}
            icon={<DownloadOutlined />}
            href={landfall.resolutionLedgerAddress({
              state: search.state,
              unit: search.unit,
              meetingId: search.meeting,
              own: scope === 'own',
            })}
            download
            title={words.ledgerHint}
            data-testid="resolutions-ledger"
          >
            {words.ledger}
          </Button>
        ) : null}
      </search>
      <Ledger
        query={{ ...whole(query), ...paging }}
        count={shown.length}
        label={words.title}
        empty={
          <div data-testid="resolutions-empty">
            {isFiltered ? (
              <Nothing text={words.emptyFiltered} hint={words.emptyFilteredHint} />
            ) : (
              <Nothing text={scope === 'own' ? words.emptyOwn : words.empty} hint={words.emptyHint} />
            )}
          </div>
        }
        head={
          <>
            <th scope="col">{words.columns.state}</th>
            <th scope="col">{words.columns.resolution}</th>
            <th scope="col">{words.columns.unit}</th>
            <th scope="col">{words.columns.due}</th>
            <th scope="col">{words.columns.meeting}</th>
            <th scope="col" aria-label={words.columns.links} />
          </>
        }
      >
        {shown.map((followed) => (
          <ResolutionRow key={`${followed.meeting.id} ${followed.resolution.key}`} followed={followed} />
        ))}
      </Ledger>
    </Page>
  );
};

const ResolutionRow = ({ followed }: { followed: FollowedResolution }) => {
  const { t, say } = useLanguage();
  const words = t.minutes.board;
  const unitName = useUnitNames('short');
  const { resolution, meeting, projectId } = followed;
  return (
    <tr data-testid="resolution-row" data-state={followed.state} data-resolution={resolution.key}>
      <td data-phone="bare">
        <ResolutionState followed={followed} />
      </td>
      <td data-phone="bare">
        <span className={styles.what}>
          <span className={ledger.name}>{resolution.text}</span>
          {resolution.criterion ? <span className={ledger.sub}>{words.criterion(resolution.criterion)}</span> : null}
          {resolution.note ? <span className={ledger.sub}>{words.note(resolution.note)}</span> : null}
          {projectId ? (
            <Link to="/projects/$projectId" params={{ projectId }} className={styles.project}>
              {followed.projectName}
            </Link>
          ) : null}
        </span>
      </td>
      <td data-label={words.columns.unit}>
        <span>
          {resolution.unit ? unitName(resolution.unit) : t.none}
          {resolution.assistUnits.length > 0 ? (
            <span className={ledger.sub}>
              {t.minutes.assistUnitsOf(resolution.assistUnits.map((unit) => unitName(unit)).join(t.comma))}
            </span>
          ) : null}
        </span>
      </td>
      <td data-label={words.columns.due} className={ledger.numeric}>
        <span>
          {resolution.dueOn ? dateInWords(resolution.dueOn, t) : t.none}
          {followed.daysLate > 0 ? (
            <span className={`${ledger.sub} ${board.late}`}>{words.daysLate(followed.daysLate)}</span>
          ) : null}
          {resolution.fulfilledOn ? (
            <span className={ledger.sub}>{t.minutes.fulfilledOn(resolution.fulfilledOn)}</span>
          ) : null}
        </span>
      </td>
      <td data-label={words.columns.meeting}>
        <span className={styles.meeting}>
          <MeetingLink meetingId={meeting.id} tab="minutes">
            {meeting.title}
          </MeetingLink>
          <span className={ledger.sub}>
            {followed.minutesNumber ? <span className={styles.whole}>{followed.minutesNumber} ·</span> : null}{' '}
            <span className={styles.whole}>
              {followed.meetingOn ? words.heldOn(followed.meetingOn) : say(meeting.kindLabel)}
            </span>
          </span>
        </span>
      </td>
      <td className={ledger.action}>
        <span className={ledger.buttons}>
          {followed.supervisionItemId ? (
            <Link to="/supervision/items/$itemId" params={{ itemId: followed.supervisionItemId }} tabIndex={-1}>
              <Button size="small" data-testid="to-supervision">
                {words.supervision}
              </Button>
            </Link>
          ) : null}
        </span>
      </td>
    </tr>
  );
};
