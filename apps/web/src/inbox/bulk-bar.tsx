import { CheckCircleFilled, CloseOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import type { BulkOperation, InboxItem } from '../api/contract';
import { useLanguage } from '../language/language';
import styles from './bulk-bar.module.css';
import type { BulkOutcome } from './use-bulk';

/** The outcomes that every one of the tasks can be given without filling in anything. */
export const commonOutcomes = (items: readonly InboxItem[]): InboxItem['simpleOutcomes'] => {
  const [first, ...others] = items;
  return (first?.simpleOutcomes ?? []).filter(({ key, label }) =>
    others.every(({ simpleOutcomes }) =>
      // The same key means the same only where it is called the same.
      simpleOutcomes.some((other) => other.key === key && other.label.zh === label.zh),
    ),
  );
};

interface BulkBarProps {
  chosen: readonly InboxItem[];
  busy: boolean;
  onClear: () => void;
  onPerform: (operation: BulkOperation) => void;
}

/** What can be done with all chosen tasks at once. */
export const BulkBar = ({ chosen, busy, onClear, onPerform }: BulkBarProps) => {
  const { t, say } = useLanguage();
  const { modal } = App.useApp();
  const words = t.inbox.bulk;
  const claimable = chosen.every(({ state }) => state === 'created');
  const outcomes = commonOutcomes(chosen);
  const complete = (key: string) => {
    const outcome = outcomes.find((known) => known.key === key);
    if (!outcome) return;
    const label = say(outcome.label);
    modal.confirm({
      title: words.confirm(chosen.length, label),
      content: words.confirmHint,
      okText: words.completeAs(label),
      cancelText: t.cancel,
      okButtonProps: { 'data-testid': 'bulk-confirm' },
      onOk: () => onPerform({ kind: 'complete', outcome: key }),
    });
  };
  return (
    <section className={styles.bar} aria-label={words.selected(chosen.length)} data-testid="bulk-bar">
      <strong className={styles.count}>{words.selected(chosen.length)}</strong>
      {claimable ? (
        <Button size="small" loading={busy} onClick={() => onPerform({ kind: 'claim' })} data-testid="bulk-claim">
          {words.claim}
        </Button>
      ) : null}
      {outcomes.length === 1 && outcomes[0] ? (
        <Button
          size="small"
          loading={busy}
          onClick={() => complete(outcomes[0]?.key ?? '')}
          data-testid="bulk-complete"
        >
          {words.completeAs(say(outcomes[0].label))}
        </Button>
      ) : null}
      {outcomes.length > 1 ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: outcomes.map(({ key, label }) => ({
              key,
              label: <span data-testid={`bulk-outcome-${key}`}>{say(label)}</span>,
            })),
            onClick: ({ key }) => complete(key),
          }}
        >
          <Button size="small" loading={busy} data-testid="bulk-complete">
            {words.complete}
          </Button>
        </Dropdown>
      ) : null}
      {outcomes.length === 0 ? <span className={styles.hint}>{words.nothingInCommon}</span> : null}
      <Button size="small" type="text" className={styles.clear} onClick={onClear}>
        {words.clear}
      </Button>
    </section>
  );
};

/** What became of a bulk action, task by task where it was refused. */
export const BulkReport = ({ outcome, onClose }: { outcome: BulkOutcome; onClose: () => void }) => {
  const { t, say } = useLanguage();
  const words = t.inbox.bulk;
  return (
    <section className={styles.report} role="status" data-testid="bulk-report">
      <p className={styles.summary}>
        {outcome.done > 0 ? (
          <span className={styles.done}>
            <CheckCircleFilled aria-hidden="true" /> {words.done(outcome.done)}
          </span>
        ) : null}
        {outcome.refused.length > 0 ? (
          <span className={styles.refused}>{words.refused(outcome.refused.length)}</span>
        ) : null}
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          aria-label={words.close}
          title={words.close}
          className={styles.clear}
          onClick={onClose}
        />
      </p>
      {outcome.refused.length > 0 ? (
        <ul className={styles.reasons}>
          {outcome.refused.map(({ item, detail, code }) => (
            <li key={item.userTaskId} data-testid="bulk-refused">
              <span className={styles.what}>
                {say(item.title)} · {item.projectName}
              </span>
              <span className={styles.why}>
                {detail} <code>{code}</code>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
};
