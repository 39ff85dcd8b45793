import type { TaskOperation, UserTaskDetail } from '../api/contract';
import { useLanguage } from '../language/language';
import type { Person } from '../people/people-select';
import { AssigneeDialog } from './assignee-dialog';
import { PeopleDialog } from './people-dialog';
import { ReasonDialog } from './reason-dialog';
import { ReturnDialog } from './return-dialog';
import { SignersDialog } from './signers-dialog';
import type { OfferedOperation } from './task-operations';
import { useTaskOperation } from './use-task-operation';

interface OperationDialogProps {
  task: UserTaskDetail;
  kind: OfferedOperation;
  onClose: () => void;
  onDone?: () => void;
}

/** Asks what one operation needs to know, each in a small dialog of its own kind, and carries it out. */
export const OperationDialog = ({ task, kind, onClose, onDone }: OperationDialogProps) => {
  const { t } = useLanguage();
  const perform = useTaskOperation(task, {
    onDone: () => {
      onClose();
      onDone?.();
    },
  });
  const send = (operation: TaskOperation, people: readonly Person[] = []) =>
    perform.mutate({ operation, names: people.map(({ name }) => name).join(t.comma) });
  const frame = { kind, error: perform.error, pending: perform.isPending, onClose };

  switch (kind) {
    case 'assign':
      return <AssigneeDialog {...frame} task={task} onSend={(to) => send({ kind, to: to.accountId }, [to])} />;
    case 'transfer':
      return (
        <AssigneeDialog
          {...frame}
          task={task}
          withReason
          onSend={(to, reason) => send({ kind, to: to.accountId, reason }, [to])}
        />
      );
    case 'delegate':
      return (
        <PeopleDialog
          {...frame}
          label={t.operations.to}
          single
          onSend={(people, note) => people[0] && send({ kind, to: people[0].accountId, note }, people)}
        />
      );
    case 'copy':
      return (
        <PeopleDialog
          {...frame}
          label={t.operations.toReaders}
          onSend={(people, note) => send({ kind, to: people.map(({ accountId }) => accountId), note }, people)}
        />
      );
    case 'addSigners':
      return (
        <SignersDialog
          {...frame}
          onSend={(position, people, reason) =>
            send({ kind, position, signers: people.map(({ accountId }) => accountId), reason }, people)
          }
        />
      );
    case 'return':
      return (
        <ReturnDialog
          {...frame}
          task={task}
          onSend={(to, afterwards, reason) => send({ kind, to, afterwards, reason })}
        />
      );
    case 'withdraw':
      return <ReasonDialog {...frame} onSend={(reason) => send({ kind, reason })} />;
    case 'resolve':
      return <ReasonDialog {...frame} label={t.operations.resolveNote} onSend={(note) => send({ kind, note })} />;
    case 'urge':
      return <ReasonDialog {...frame} label={t.operations.note} onSend={(note) => send({ kind, note })} />;
    case 'unclaim':
      return null;
    case 'removeSigner':
    case 'skip':
    case 'redo':
      return <ReasonDialog {...frame} required onSend={(reason) => send({ kind, reason })} />;
  }
};
