import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { TaskOperationKind, UserTaskDetail } from '../api/contract';
import { useLanguage } from '../language/language';
import { useAnnouncement } from '../problem/use-announcement';
import { OperationDialog } from './operation-dialog';
import styles from './operations.module.css';
import { useTaskOperation } from './use-task-operation';

/** The operations beside claiming and deciding, the most frequent ones first. */
const BY_FREQUENCY = [
  'withdraw',
  'resolve',
  'unclaim',
  'assign',
  'transfer',
  'return',
  'addSigners',
  'delegate',
  'urge',
  'copy',
  'removeSigner',
  'redo',
  'skip',
] as const satisfies readonly TaskOperationKind[];

export type OfferedOperation = (typeof BY_FREQUENCY)[number];

const AS_BUTTONS = 3;

/** Whoever supervises gives out what nobody has, and hands on, with a reason, what somebody has: never both at once. */
const isOffered = ({ can, state, assignees }: UserTaskDetail, kind: OfferedOperation): boolean => {
  if (!can[kind]) return false;
  if (kind === 'assign') return assignees.length > 0 && (state === 'created' || !can.transfer);
  if (kind === 'transfer') return assignees.length > 0 && !(state === 'created' && can.assign);
  return true;
};

/** What the reader may do with the task besides deciding it: the frequent as buttons, the rest behind one. */
export const TaskOperations = ({ task }: { task: UserTaskDetail }) => {
  const { t } = useLanguage();
  const announce = useAnnouncement();
  const [open, setOpen] = useState<OfferedOperation | null>(null);
  const claim = useTaskOperation(task, { onRefused: announce.refused });
  const unclaim = useTaskOperation(task, { onRefused: announce.refused });
  const { kinds, hints, more } = t.operations;

  const begin = (kind: OfferedOperation) =>
    kind === 'unclaim' ? unclaim.mutate({ operation: { kind } }) : setOpen(kind);
  const offered = BY_FREQUENCY.filter((kind) => isOffered(task, kind));
  const buttons = offered.slice(0, offered.length === AS_BUTTONS + 1 ? AS_BUTTONS + 1 : AS_BUTTONS);
  const rest = offered.slice(buttons.length);

  return (
    <>
      {buttons.map((kind) => (
        <Button
          key={kind}
          title={hints[kind]}
          onClick={() => begin(kind)}
          loading={kind === 'unclaim' && unclaim.isPending}
          data-testid={kind}
        >
          {kinds[kind]}
        </Button>
      ))}
      {rest.length > 0 ? (
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: rest.map((kind) => ({
              key: kind,
              label: (
                <span className={styles.item} data-testid={kind}>
                  <span>{kinds[kind]}</span>
                  <span className={styles.hint}>{hints[kind]}</span>
                </span>
              ),
              onClick: () => begin(kind),
            })),
          }}
        >
          <Button icon={<DownOutlined />} iconPlacement="end" data-testid="more-operations">
            {more}
          </Button>
        </Dropdown>
      ) : null}
      {task.can.claim ? (
        <Button
          type="primary"
          onClick={() => claim.mutate({ operation: { kind: 'claim' } })}
          loading={claim.isPending}
          data-testid="claim"
        >
          {t.task.claim}
        </Button>
      ) : null}
      {open ? <OperationDialog task={task} kind={open} onClose={() => setOpen(null)} /> : null}
    </>
  );
};
