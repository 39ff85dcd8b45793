import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useRef, useState } from 'react';
import type { CompleteAnswer, FormValues, Outcome, UserTaskDetail } from '../api/contract';
import { Problem } from '../api/http';
import { landfall } from '../api/landfall';
import { queryClient } from '../api/queries';
import { FormSubject } from '../form/form-subject';
import { filledIn, shownProblems } from '../form/form-values';
import { GeneratedFields } from '../form/generated-fields';
import { submitKeys } from '../form/submit-keys';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { type ServerDraft, useTaskDraft } from '../session/draft';
import { newClientKey } from '../session/session';
import { moment, shanghaiParts } from '../time/shanghai-time';
import { OutcomeChoice } from './outcome-choice';
import styles from './task-form.module.css';

interface TaskFormProps {
  task: UserTaskDetail;
  draftOnServer: ServerDraft;
  onCompleted: (answer: CompleteAnswer, outcome: Outcome) => void;
}

/** The decision of a task: an outcome, then only the fields that this outcome asks for. */
export const TaskForm = ({ task, draftOnServer, onCompleted }: TaskFormProps) => {
  const { t, say } = useLanguage();
  const [form] = Form.useForm<FormValues>();
  const draft = useTaskDraft(task.userTaskId, draftOnServer);
  const enabled = task.can.complete;
  const only = task.outcomes.length === 1 ? task.outcomes[0]?.key : undefined;
  const drafted = enabled ? draft.found : null;

  const [restored, setRestored] = useState(drafted);
  const [chosen, setChosen] = useState<string | null>(drafted?.outcome ?? only ?? null);
  const [clientKey] = useState(newClientKey);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const outcome = task.outcomes.find((known) => known.key === chosen);

  const complete = useMutation({
    mutationFn: (decision: { outcome: Outcome; form: FormValues }) =>
      landfall.complete(task.userTaskId, { outcome: decision.outcome.key, form: decision.form, clientKey }),
    onSuccess: (answer, decision) => {
      clearTimeout(waiting.current);
      draft.drop();
      // The answer stays on the screen; whoever comes back later gets the task as it is then.
      void queryClient.invalidateQueries({ queryKey: ['user-task', task.userTaskId], refetchType: 'none' });
      void queryClient.invalidateQueries({ queryKey: ['inbox'] });
      void queryClient.invalidateQueries({ queryKey: ['project', task.projectId] });
      void queryClient.invalidateQueries({ queryKey: ['projects'] });
      onCompleted(answer, decision.outcome);
    },
    onError: (error, decision) => {
      if (!(error instanceof Problem)) return;
      const problems = shownProblems(error.errors, decision.outcome.fields);
      form.setFields(problems);
      const [first] = problems;
      if (first) form.scrollToField(first.name, { block: 'center' });
    },
  });

  const keepSoon = (nextOutcome: string | null) => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      draft.keep({ outcome: nextOutcome, form: form.getFieldsValue(true) as FormValues });
    }, 400);
  };

  const choose = (key: string) => {
    setChosen(key);
    complete.reset();
    keepSoon(key);
  };

  const discard = () => {
    clearTimeout(waiting.current);
    draft.drop();
    setRestored(null);
    setChosen(only ?? null);
    form.setFieldsValue({
      ...Object.fromEntries(Object.keys(task.form.properties).map((name) => [name, undefined])),
      ...task.prefill,
    });
  };

  const submit = () => {
    if (!outcome || complete.isPending) return;
    complete.mutate({ outcome, form: filledIn(form.getFieldsValue(true) as FormValues, outcome.fields) });
  };

  const shown =
    complete.error instanceof Problem ? shownProblems(complete.error.errors, outcome?.fields ?? []).length : 0;

  return (
    <Form<FormValues>
      form={form}
      layout="vertical"
      initialValues={{ ...task.prefill, ...drafted?.form }}
      disabled={!enabled}
      onValuesChange={() => keepSoon(chosen)}
      onFinish={submit}
      scrollToFirstError={{ block: 'center' }}
      onKeyDown={submitKeys(form.submit)}
    >
      {restored ? (
        <Alert
          className={styles.notice}
          type="info"
          showIcon
          title={t.task.draftRestored(moment(restored.at, t))}
          action={
            <Button size="small" type="text" onClick={discard}>
              {t.task.discardDraft}
            </Button>
          }
        />
      ) : null}
      {task.outcomes.length > 1 || !enabled ? (
        <OutcomeChoice outcomes={task.outcomes} chosen={chosen} disabled={!enabled} onChoose={choose} />
      ) : null}
      {outcome ? (
        outcome.fields.length === 0 ? (
          <p className={styles.hint}>{t.task.noFields}</p>
        ) : (
          <FormSubject value={task.projectId}>
            <GeneratedFields
              schema={task.form}
              names={outcome.fields}
              required={outcome.required}
              disabled={!enabled}
              phrases
            />
          </FormSubject>
        )
      ) : (
        <p className={styles.hint}>{enabled ? t.task.chooseOutcome : null}</p>
      )}
      {complete.error ? (
        <div className={styles.notice}>
          <ProblemNotice error={complete.error} />
          {shown > 0 ? <p className={styles.fix}>{t.task.fixFields(shown)}</p> : null}
        </div>
      ) : null}
      {enabled ? (
        <div className={styles.submit}>
          <Button
            type="primary"
            htmlType="submit"
            size="large"
            danger={outcome?.tone === 'negative'}
            disabled={!outcome}
            loading={complete.isPending}
            data-testid="submit-task"
          >
            {outcome ? t.task.submitAs(say(outcome.label)) : t.task.submit}
          </Button>
          <span className={styles.aside}>
            <span aria-live="polite">
              {draft.kept === 'here'
                ? t.task.draftKeptHere
                : draft.kept
                  ? t.task.draftSaved(shanghaiParts(draft.kept).clock)
                  : null}
            </span>
            <kbd className={styles.key}>{t.task.submitHint}</kbd>
          </span>
        </div>
      ) : null}
    </Form>
  );
};
