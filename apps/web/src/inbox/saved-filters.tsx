import { CloseOutlined, StarOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { InboxFilter, InboxQuery } from '../api/contract';
import { landfall } from '../api/landfall';
import { inboxFiltersQuery, queryClient } from '../api/queries';
import { submitKeys } from '../form/submit-keys';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import styles from './inbox-filters.module.css';
import { filterPart } from './inbox-search';

const LONGEST_NAME = 40;

/** What a kept filter asks for. Kinds of tasks, which only other clients keep, are not narrowed here. */
const queryOf = ({ view, query: { taskKeys: _, overdue, ...rest } }: InboxFilter): InboxQuery => ({
  view,
  ...rest,
  ...(overdue ? { overdue: true } : {}),
});

const sameText = (query: InboxQuery): string => JSON.stringify(Object.entries(query).sort());

interface SavedFiltersProps {
  asked: InboxQuery;
  onRecall: (query: InboxQuery) => void;
}

/** Filters that the reader has kept under a name: recalled with one click. */
export const SavedFilters = ({ asked, onRecall }: SavedFiltersProps) => {
  const { t } = useLanguage();
  const announce = useAnnouncement();
  const [naming, setNaming] = useState(false);
  const { data: saved = [] } = useQuery(inboxFiltersQuery);
  const words = t.inbox.filters;
  const drop = useMutation({
    mutationFn: ({ id }: InboxFilter) => landfall.dropInboxFilter(id),
    onSuccess: (_, { name }) => announce.done(words.dropped(name)),
    onError: announce.refused,
    onSettled: () => queryClient.invalidateQueries({ queryKey: inboxFiltersQuery.queryKey }),
  });
  const here = sameText(asked);
  const isKept = saved.some((filter) => sameText(queryOf(filter)) === here);
  const keepable = Object.keys(filterPart(asked)).length > 0 && !isKept;
  if (saved.length === 0 && !keepable) return null;

  return (
    <div className={styles.saved}>
      {saved.map((filter) => (
        <span
          key={filter.id}
          className={styles.recall}
          data-here={sameText(queryOf(filter)) === here ? '' : undefined}
          data-testid="saved-filter"
        >
          <button type="button" className={styles.name} title={filter.name} onClick={() => onRecall(queryOf(filter))}>
            {filter.name}
          </button>
          <button
            type="button"
            className={styles.drop}
            aria-label={words.drop(filter.name)}
            title={words.drop(filter.name)}
            onClick={() => drop.mutate(filter)}
          >
            <CloseOutlined />
          </button>
        </span>
      ))}
      {keepable ? (
        <Button
          type="text"
          size="small"
          icon={<StarOutlined />}
          onClick={() => setNaming(true)}
          data-testid="save-filter"
        >
          {words.save}
        </Button>
      ) : null}
      {naming ? <NameDialog asked={asked} onClose={() => setNaming(false)} /> : null}
    </div>
  );
};

const NameDialog = ({ asked, onClose }: { asked: InboxQuery; onClose: () => void }) => {
  const { t } = useLanguage();
  const announce = useAnnouncement();
  const [name, setName] = useState('');
  const words = t.inbox.filters;
  const save = useMutation({
    mutationFn: () => {
      const { view, ...query } = asked;
      return landfall.saveInboxFilter({ name: name.trim(), view, query });
    },
    onSuccess: (filter) => {
      void queryClient.invalidateQueries({ queryKey: inboxFiltersQuery.queryKey });
      announce.done(words.savedAs(filter.name));
      onClose();
    },
  });
  const submit = () => {
    if (name.trim() && !save.isPending) save.mutate();
  };
  return (
    <Modal
      open
      title={words.save}
      okText={t.confirm}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={submit}
      okButtonProps={{ disabled: !name.trim(), 'data-testid': 'filter-save' }}
      confirmLoading={save.isPending}
      width={420}
    >
      <Input
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={submit}
        onKeyDown={submitKeys(submit)}
        maxLength={LONGEST_NAME}
        placeholder={words.nameHint}
        aria-label={words.name}
        data-testid="filter-name"
      />
      {save.error ? (
        <div style={{ marginTop: 12 }}>
          <ProblemNotice error={save.error} />
        </div>
      ) : null}
    </Modal>
  );
};
