import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Segmented, Select } from 'antd';
import type { SupervisionItem } from '../api/contract';
import { landfall } from '../api/landfall';
import { closedItemsQuery, supervisionItemsQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { Ledger, openingRow } from '../layout/ledger';
import ledger from '../layout/ledger.module.css';
import { usePortions } from '../layout/use-portions';
import { useUnitNames } from '../organization/unit-names';
import { UnitSelect } from '../organization/unit-select';
import { dateInWords, dayInWords } from '../time/shanghai-time';
import { BoardEmpty, ClearFilters, type ListProps, whole } from './board-list';
import styles from './board-page.module.css';
import type { BoardSearch } from './board-search';
import { ItemEvents } from './item-events';
import { ItemState } from './item-state';
import { ChasingTag } from './light-tag';
import { UrgeButton, urgeKey } from './urge-button';
import { useMayUrge } from './use-urge';

const fits =
  ({ colour, unit, overdue, closed }: BoardSearch) =>
  (item: SupervisionItem): boolean =>
    (unit === undefined || item.leadUnit.code === unit || item.assistUnits.some(({ code }) => code === unit)) &&
    (closed
      ? !overdue || item.inTime === false
      : (colour === undefined || item.colour === colour) && (!overdue || item.daysLate > 0));

/** Supervision items: open ones, the most urgently chased first, or closed ones, the last closed first. */
export const ItemList = ({ search, filter }: ListProps) => {
  const { t } = useLanguage();
  const words = t.supervision;
  const { columns, filters, colours } = words;
  const isClosed = search.closed === true;
  const query = useQuery(isClosed ? closedItemsQuery : supervisionItemsQuery());
  const items = (query.data?.items ?? []).filter(fits(search));
  const { shown, paging } = usePortions(items);
  return (
    <>
      <search className={styles.filters}>
        <Segmented<'open' | 'closed'>
          aria-label={words.item.scopeLabel}
          value={isClosed ? 'closed' : 'open'}
          onChange={(scope) => filter({ closed: scope === 'closed' || undefined, colour: undefined })}
          options={[
            { value: 'open', label: words.item.scope.open },
            { value: 'closed', label: <span data-testid="items-closed">{words.item.scope.closed}</span> },
          ]}
        />
        {isClosed ? null : (
          <Select
            className={styles.short}
            placeholder={filters.colour}
            aria-label={filters.colour}
            allowClear
            value={search.colour}
            onChange={(colour: string | undefined) => filter({ colour })}
            options={['red', 'yellow', 'blue', 'none'].map((value) => ({ value, label: wordFor(colours, value) }))}
          />
        )}
        <div className={styles.long}>
          <UnitSelect
            placeholder={filters.lead}
            aria-label={filters.lead}
            clearable
            value={search.unit}
            onChange={(unit) => filter({ unit })}
          />
        </div>
        <Checkbox
          checked={search.overdue === true}
          onChange={({ target }) => filter({ overdue: target.checked || undefined })}
        >
          {filters.overdueOnly}
        </Checkbox>
        <ClearFilters search={search} />
      </search>
      <Ledger
        query={{ ...whole(query), ...paging }}
        count={items.length}
        label={isClosed ? `${words.lists.items} · ${words.item.scope.closed}` : words.lists.items}
        empty={<BoardEmpty list="items" search={search} />}
        head={
          <>
            <th scope="col">{isClosed ? words.item.ended : filters.colour}</th>
            <th scope="col">{columns.item}</th>
            <th scope="col">{columns.units}</th>
            {isClosed ? null : <th scope="col">{columns.mustAct}</th>}
            <th scope="col">{columns.due}</th>
            <th scope="col">{isClosed ? words.item.closedAt : columns.progress}</th>
            <th scope="col" aria-label={columns.act} />
          </>
        }
      >
        {shown.map((item) => (
          <ItemRow key={item.itemId} item={item} />
        ))}
      </Ledger>
    </>
  );
};

const ItemRow = ({ item }: { item: SupervisionItem }) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const { columns } = words;
  const navigate = useNavigate();
  const unitName = useUnitNames('short');
  const mayUrge = useMayUrge();
  const { itemId, projectId, running, closedAt } = item;
  const whom = item.mustAct.map(({ name }) => say(name)).join(t.comma);
  return (
    <tr
      {...openingRow(() => void navigate({ to: '/supervision/items/$itemId', params: { itemId } }))}
      data-testid="item-row"
      data-item={itemId}
    >
      <td data-phone="bare">{closedAt === null ? <ChasingTag colour={item.colour} /> : <ItemState item={item} />}</td>
      <td data-phone="bare">
        <span>
          <Link
            to="/supervision/items/$itemId"
            params={{ itemId }}
            className={`${styles.title} ${ledger.name}`}
            title={item.requirement}
            tabIndex={-1}
          >
            {item.title}
          </Link>
          <span className={ledger.sub}>
            {item.number ?? words.unnumbered} · {say(item.source.label)}
            {item.inBulletin ? ` · ${words.inBulletin}` : ''}
            {item.onBehalfOf
              ? ` · ${words.onBehalf(item.onBehalfOf.post, item.onBehalfOf.name, item.drafter.name)}`
              : ''}
          </span>
          {projectId && !item.title.includes(item.projectName ?? '') ? (
            <Link to="/projects/$projectId" params={{ projectId }} className={ledger.sub} tabIndex={-1}>
              {item.projectName}
            </Link>
          ) : null}
        </span>
      </td>
      <td data-label={columns.units}>
        <span>
          {unitName(item.leadUnit)}
          {item.assistUnits.length > 0 ? (
            <span className={ledger.sub}>
              {words.assist(item.assistUnits.map((unit) => unitName(unit)).join(t.comma))}
            </span>
          ) : null}
        </span>
      </td>
      {closedAt === null ? (
        <td data-label={columns.mustAct}>
          <span>
            {whom || t.none}
            <span className={ledger.sub}>{wordFor(words.itemStates, item.state)}</span>
          </span>
        </td>
      ) : null}
      <td data-label={columns.due} className={ledger.numeric}>
        <span>
          {dateInWords(item.dueOn, t)}
          {item.daysLate > 0 ? (
            <span className={`${ledger.sub} ${styles.late}`}>{words.daysLate(item.daysLate)}</span>
          ) : null}
          {item.extensions > 0 ? <span className={ledger.sub}>{words.extensions(item.extensions)}</span> : null}
        </span>
      </td>
      {closedAt === null ? (
        <td data-label={columns.progress}>
          <span className={styles.progress}>
            <span className={styles.bar} aria-hidden="true">
              <i style={{ width: `${item.progress}%` }} />
            </span>
            {item.progress}%
          </span>
        </td>
      ) : (
        <td data-label={words.item.closedAt} className={ledger.numeric}>
          {dayInWords(closedAt, t)}
        </td>
      )}
      <td className={ledger.action}>
        <span className={ledger.buttons}>
          {mayUrge(running.openTasks) ? (
            <UrgeButton key={urgeKey(running.openTasks)} tasks={() => running.openTasks} whom={whom} />
          ) : null}
          {item.number === null ? null : (
            <Button size="small" href={landfall.supervisionSlipAddress(itemId)} download data-testid="item-slip">
              {words.slip}
            </Button>
          )}
          <ItemEvents item={item} />
        </span>
      </td>
    </tr>
  );
};
