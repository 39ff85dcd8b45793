import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Select } from 'antd';
import type { SupervisionItem } from '../api/contract';
import { landfall } from '../api/landfall';
import { supervisionItemsQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { Ledger, openingRow } from '../layout/ledger';
import ledger from '../layout/ledger.module.css';
import { useUnitNames } from '../organization/unit-names';
import { UnitSelect } from '../organization/unit-select';
import { newClientKey } from '../session/session';
import { BoardEmpty, ClearFilters, type ListProps, whole } from './board-list';
import styles from './board-page.module.css';
import type { BoardSearch } from './board-search';
import { ChasingTag } from './light-tag';
import { ReasonButton } from './reason-button';
import { UrgeButton, urgeKey } from './urge-button';
import { useMayUrge } from './use-urge';

const fits =
  ({ colour, unit, overdue, item: only }: BoardSearch) =>
  (item: SupervisionItem): boolean =>
    (only === undefined || item.itemId === only) &&
    (colour === undefined || item.colour === colour) &&
    (unit === undefined || item.leadUnit.code === unit || item.assistUnits.some(({ code }) => code === unit)) &&
    (!overdue || item.daysLate > 0);

/** Supervision items that are open, the most urgently chased first. */
export const ItemList = ({ search, filter }: ListProps) => {
  const { t } = useLanguage();
  const { columns, filters, colours } = t.supervision;
  const query = useQuery(supervisionItemsQuery());
  const items = (query.data?.items ?? []).filter(fits(search));
  return (
    <>
      <search className={styles.filters}>
        <Select
          className={styles.short}
          placeholder={filters.colour}
          aria-label={filters.colour}
          allowClear
          value={search.colour}
          onChange={(colour: string | undefined) => filter({ colour })}
          options={['red', 'yellow', 'blue', 'none'].map((value) => ({ value, label: wordFor(colours, value) }))}
        />
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
        query={whole(query)}
        count={items.length}
        label={t.supervision.lists.items}
        empty={<BoardEmpty list="items" search={search} />}
        head={
          <>
            <th scope="col">{filters.colour}</th>
            <th scope="col">{columns.item}</th>
            <th scope="col">{columns.units}</th>
            <th scope="col">{columns.mustAct}</th>
            <th scope="col">{columns.due}</th>
            <th scope="col">{columns.progress}</th>
            <th scope="col" aria-label={columns.act} />
          </>
        }
      >
        {items.map((item) => (
          <ItemRow key={item.itemId} item={item} />
        ))}
      </Ledger>
    </>
  );
};

/** What may be done with an item as a whole. */
export const ItemEvents = ({ item }: { item: SupervisionItem }) => {
  const { say } = useLanguage();
  return item.running.events.map(({ type, label }) => (
    <ReasonButton
      key={type}
      label={say(label)}
      danger
      send={(reason) => landfall.sendItemEvent(item.itemId, type, { reason }, newClientKey())}
      testId={`item-${type}`}
    />
  ));
};

const ItemRow = ({ item }: { item: SupervisionItem }) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const { columns } = words;
  const navigate = useNavigate();
  const unitName = useUnitNames('short');
  const mayUrge = useMayUrge();
  const { projectId, running } = item;
  const whom = item.mustAct.map(({ name }) => say(name)).join(t.comma);
  const opening = projectId
    ? openingRow(() => void navigate({ to: '/projects/$projectId', params: { projectId } }))
    : {};
  return (
    <tr {...opening} data-testid="item-row" data-item={item.itemId}>
      <td data-phone="bare">
        <ChasingTag colour={item.colour} />
      </td>
      <td data-phone="bare">
        <span>
          <span className={`${styles.title} ${ledger.name}`} title={item.requirement}>
            {item.title}
          </span>
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
      <td data-label={columns.mustAct}>
        <span>
          {whom || t.none}
          <span className={ledger.sub}>{wordFor(words.itemStates, item.state)}</span>
        </span>
      </td>
      <td data-label={columns.due} className={ledger.numeric}>
        <span>
          {item.dueOn}
          {item.daysLate > 0 ? (
            <span className={`${ledger.sub} ${styles.late}`}>{words.daysLate(item.daysLate)}</span>
          ) : null}
          {item.extensions > 0 ? <span className={ledger.sub}>{words.extensions(item.extensions)}</span> : null}
        </span>
      </td>
      <td data-label={columns.progress}>
        <span className={styles.progress}>
          <span className={styles.bar} aria-hidden="true">
            <i style={{ width: `${item.progress}%` }} />
          </span>
          {item.progress}%
        </span>
      </td>
      <td className={ledger.action}>
        <span className={ledger.buttons}>
          {mayUrge(running.openTasks) ? (
            <UrgeButton key={urgeKey(running.openTasks)} tasks={() => running.openTasks} whom={whom} />
          ) : null}
          {item.number === null ? null : (
            <Button size="small" href={landfall.supervisionSlipAddress(item.itemId)} download data-testid="item-slip">
              {words.slip}
            </Button>
          )}
          <ItemEvents item={item} />
        </span>
      </td>
    </tr>
  );
};
