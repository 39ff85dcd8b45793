import { useState } from 'react';
import type { TaskOperation, UserTaskDetail } from '../api/contract';
import { useLanguage } from '../language/language';
import { ChoiceField, DialogFrame, type DialogProps, isReason, WordsField } from './dialog-frame';

type Return = Extract<TaskOperation, { kind: 'return' }>;

interface ReturnDialogProps extends DialogProps {
  task: UserTaskDetail;
  onSend: (to: Return['to'], afterwards: Return['afterwards'], reason: string) => void;
}

/** Where the work goes back to, and how it comes on from there. */
export const ReturnDialog = ({ task, onSend, ...frame }: ReturnDialogProps) => {
  const { t, say } = useLanguage();
  const words = t.operations;
  const stepKey = (step: UserTaskDetail['returns'][number]) => `step-${step.task}-${step.slot}`;
  const [latest] = task.returns;
  // Signers who were asked first are the previous step, whatever the process did before.
  const signed = task.shares.some(
    (share) => share.signsFor === task.userTaskId && share.part === 'signerBefore' && share.state === 'completed',
  );
  const previous = latest && !signed ? `${say(latest.title)}${t.colon}${latest.name}` : words.previousHint;
  const options = [
    ...(latest || signed ? [{ value: 'previous', label: words.previous, hint: previous }] : []),
    ...(task.returnsToInitiator ? [{ value: 'initiator', label: words.initiator, hint: words.initiatorHint }] : []),
    // The latest step is offered as the previous one already.
    ...task.returns
      .slice(signed ? 0 : 1)
      .map((step) => ({ value: stepKey(step), label: say(step.title), hint: words.by(step.name) })),
  ];
  const [goal, setGoal] = useState(options[0]?.value ?? 'previous');
  const [afterwards, setAfterwards] = useState<Return['afterwards']>('inOrder');
  const [reason, setReason] = useState('');
  const step = task.returns.find((known) => stepKey(known) === goal);
  const mayJumpBack = goal === 'previous' ? !signed && latest?.canJumpBack === true : step?.canJumpBack === true;

  const target = (): Return['to'] => {
    if (step) return { kind: 'step', task: step.task, slot: step.slot };
    return { kind: goal === 'initiator' ? 'initiator' : 'previous' };
  };
  return (
    <DialogFrame
      {...frame}
      ready={isReason(reason)}
      onSubmit={() => onSend(target(), mayJumpBack ? afterwards : 'inOrder', reason.trim())}
    >
      <ChoiceField label={words.returnTo} value={goal} onChange={setGoal} options={options} />
      {mayJumpBack ? (
        <ChoiceField
          label={words.afterwards}
          value={afterwards}
          onChange={setAfterwards}
          options={[
            { value: 'inOrder', label: words.inOrder, hint: words.inOrderHint },
            { value: 'jumpBack', label: words.jumpBack, hint: words.jumpBackHint },
          ]}
        />
      ) : null}
      <WordsField label={words.reason} required value={reason} onChange={setReason} />
    </DialogFrame>
  );
};
