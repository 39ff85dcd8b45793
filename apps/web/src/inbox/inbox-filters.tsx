import { FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { InboxQuery } from '../api/contract';
import { useTypedWords } from '../form/use-typed-words';
import { useLanguage } from '../language/language';
import { STAGES } from '../projects/stages';
import styles from './inbox-filters.module.css';
import { filterPart, filtersOf, SORTS } from './inbox-search';
import { SavedFilters } from './saved-filters';

interface InboxFiltersProps {
  asked: InboxQuery;
  onAsk: (next: InboxQuery) => void;
}

/** Narrows and orders a list; what is chosen lives in the address and can be kept under a name. */
export const InboxFilters = ({ asked, onAsk }: InboxFiltersProps) => {
  const { t } = useLanguage();
  const words = t.inbox.filters;
  const offered = filtersOf(asked.view);
  const change = (patch: { [Name in keyof InboxQuery]?: InboxQuery[Name] | undefined }) => {
    const next = { ...asked, ...patch };
    for (const name of Object.keys(next) as (keyof InboxQuery)[]) if (!next[name]) delete next[name];
    onAsk(next as InboxQuery);
  };
  const [typed, setTyped] = useTypedWords(asked.q ?? '', (q) => change({ q }));
  const { q: _, ...beside } = filterPart(asked);
  const [unfolded, setUnfolded] = useState(Object.keys(beside).length > 0);
  const isNarrowed = Object.keys(filterPart(asked)).length > 0;

  return (
    <search className={styles.filters} data-folded={unfolded ? undefined : ''}>
      {offered.has('q') ? (
        <Input
          className={styles.search}
          prefix={<SearchOutlined className={styles.icon} />}
          placeholder={t.inbox.search}
          aria-label={t.inbox.search}
          allowClear
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          data-testid="inbox-search"
        />
      ) : null}
      {offered.size > 1 ? (
        <Button
          className={styles.unfold}
          icon={<FilterOutlined />}
          aria-label={words.unfold}
          aria-expanded={unfolded}
          type={unfolded ? 'primary' : 'default'}
          ghost={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        />
      ) : null}
      {offered.has('stage') ? (
        <Select
          className={styles.short}
          placeholder={words.stage}
          aria-label={words.stage}
          allowClear
          value={asked.stage}
          onChange={(stage: string | undefined) => change({ stage })}
          options={STAGES.map((stage) => ({ value: stage, label: t.stages[stage] }))}
          data-testid="inbox-stage"
        />
      ) : null}
      {offered.has('dueBefore') ? (
        <DatePicker
          className={styles.date}
          placeholder={words.dueBefore}
          aria-label={words.dueBefore}
          value={asked.dueBefore ? dayjs(asked.dueBefore) : null}
          onChange={(day) => change({ dueBefore: day ? day.format('YYYY-MM-DD') : undefined })}
          data-testid="inbox-due-before"
        />
      ) : null}
      {offered.has('sort') ? (
        <Select
          className={styles.short}
          aria-label={words.sort}
          value={asked.sort ?? 'due'}
          onChange={(sort) => change({ sort: sort === 'due' ? undefined : sort })}
          options={SORTS.map((value) => ({ value, label: words.sorts[value] }))}
          data-testid="inbox-sort"
        />
      ) : null}
      {offered.has('overdue') ? (
        <Checkbox
          className={styles.overdue}
          checked={asked.overdue === true}
          onChange={(event) => change({ overdue: event.target.checked ? true : undefined })}
          data-testid="inbox-overdue"
        >
          {words.overdueOnly}
        </Checkbox>
      ) : null}
      {isNarrowed ? (
        <Button type="link" className={styles.clear} onClick={() => onAsk({ view: asked.view })}>
          {words.clear}
        </Button>
      ) : null}
      <SavedFilters asked={asked} onRecall={onAsk} />
    </search>
  );
};
