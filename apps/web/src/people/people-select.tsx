import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useRef, useState } from 'react';
import type { Colleague } from '../api/contract';
import { colleaguesQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import styles from './people-select.module.css';

export interface Person {
  accountId: string;
  name: string;
}

interface PeopleSelectProps {
  value: readonly Person[];
  onChange: (people: Person[]) => void;
  label: string;
  /** One person only. */
  single?: boolean;
  'data-testid': string;
}

/** Finds people by name, post or unit and chooses one or several of them; those of the own units stand first. */
export const PeopleSelect = ({ value, onChange, label, single = false, ...rest }: PeopleSelectProps) => {
  const { t, say } = useLanguage();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { data, isFetching } = useQuery(colleaguesQuery(sought, false));
  const known = useRef(new Map<string, string>());
  for (const { accountId, name } of [...value, ...(data ?? [])]) known.current.set(accountId, name);

  const search = (typed: string) => {
    setWords(typed);
    if (typed) setOpen(true);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => setSought(typed.trim()), 250);
  };
  const choose = (ids: readonly string[]) => {
    onChange(ids.map((accountId) => ({ accountId, name: known.current.get(accountId) ?? accountId })));
    if (words) search('');
    // The list would cover what is to be filled in next.
    setOpen(false);
  };
  const postOf = ({ posts }: Colleague): string => posts.map((post) => say(post)).join(t.comma);
  const chosen = value.map(({ accountId, name }) => ({ value: accountId, label: name }));

  return (
    <Select
      className={styles.select}
      mode={single ? undefined : 'multiple'}
      value={single ? (chosen[0] ?? null) : chosen}
      onChange={(next: { value: string } | { value: string }[] | null) => {
        if (next === null || next === undefined) choose([]);
        else choose((Array.isArray(next) ? next : [next]).map((one) => one.value));
      }}
      labelInValue
      open={open}
      onOpenChange={setOpen}
      allowClear={single}
      showSearch={{ filterOption: false, onSearch: search, searchValue: words }}
      loading={isFetching}
      notFoundContent={isFetching ? ' ' : t.operations.nobody}
      placeholder={t.operations.findPeople}
      aria-label={label}
      options={(data ?? []).map((colleague) => ({
        value: colleague.accountId,
        label: colleague.name,
        post: postOf(colleague),
      }))}
      optionRender={({ data: { value: accountId, label: name, post } }) => (
        <span className={styles.option} data-testid={`person-${accountId}`}>
          <span>{name}</span>
          <span className={styles.post}>{post}</span>
        </span>
      )}
      {...rest}
    />
  );
};
