import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { Colleague } from '../api/contract';
import { colleaguesQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import styles from './colleague-select.module.css';

interface ColleagueSelectProps {
  id?: string;
  value?: string;
  onChange?: (accountId: string | undefined) => void;
  /** Only staff of the units that the reader heads. */
  staff?: boolean;
  /** Who cannot be chosen. */
  except?: string | undefined;
  'data-testid'?: string;
}

/** Chooses a person by name, unit or post; those of the own units come first. */
export const ColleagueSelect = ({ staff = false, except, ...rest }: ColleagueSelectProps) => {
  const { t, say } = useLanguage();
  const [typed, setTyped] = useState('');
  const { data, isFetching } = useQuery(colleaguesQuery(useDeferredValue(typed.trim()), staff));
  const [chosen, setChosen] = useState<Colleague>();
  const found = (data ?? []).filter(({ accountId }) => accountId !== except);
  // Who was chosen keeps his name although other words are typed now.
  const offered =
    chosen && chosen.accountId === rest.value && !found.some(({ accountId }) => accountId === chosen.accountId)
      ? [chosen, ...found]
      : found;
  return (
    <Select
      {...rest}
      value={rest.value || undefined}
      onChange={(accountId?: string) => {
        setChosen(offered.find((one) => one.accountId === accountId));
        rest.onChange?.(accountId);
      }}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      loading={isFetching}
      placeholder={t.substitutions.find}
      notFoundContent={isFetching ? null : t.substitutions.noneFound}
      options={offered.map(({ accountId, name, posts }) => ({ value: accountId, label: name, posts }))}
      optionRender={({ data: { label, posts, value } }) => (
        <span className={styles.option} data-testid={`${rest['data-testid']}-option-${value}`}>
          <span>{label}</span>
          <span className={styles.posts}>{posts.map(say).join(t.comma)}</span>
        </span>
      )}
      virtual={false}
    />
  );
};
