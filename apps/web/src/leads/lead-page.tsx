import { CheckCircleFilled } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Form, Skeleton } from 'antd';
import { useRef, useState } from 'react';
import type { FormSchema, FormValues, LeadAnswer } from '../api/contract';
import { Problem } from '../api/http';
import { landfall } from '../api/landfall';
import { leadFormQuery, queryClient } from '../api/queries';
import { filledIn, shownProblems } from '../form/form-values';
import { GeneratedFields } from '../form/generated-fields';
import { submitKeys } from '../form/submit-keys';
import { useLanguage } from '../language/language';
import { Card, Page } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import { SimilarLeads } from '../projects/project-side';
import { useDraft } from '../session/draft';
import { newClientKey } from '../session/session';
import { moment } from '../time/shanghai-time';
import styles from './lead-page.module.css';
import { RoutingPreview, RoutingSummary } from './routing-preview';

interface LeadFormProps {
  schema: FormSchema;
  onRegistered: (answer: LeadAnswer) => void;
}

const LeadForm = ({ schema, onRegistered }: LeadFormProps) => {
  const { t } = useLanguage();
  const [form] = Form.useForm<FormValues>();
  const draft = useDraft('lead');
  const [restored, setRestored] = useState(draft.found);
  const [kept, setKept] = useState(false);
  const [clientKey] = useState(newClientKey);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const industry = Form.useWatch<unknown>('industryFocus', form);
  const landingUnit = Form.useWatch<unknown>('landingUnit', form);

  const names = Object.keys(schema.properties);
  const required = schema.required ?? [];
  const optional = names.filter((name) => !required.includes(name));

  const register = useMutation({
    mutationFn: (lead: FormValues) => landfall.registerLead(lead, clientKey),
    onSuccess: (answer) => {
      clearTimeout(waiting.current);
      draft.drop();
      void queryClient.invalidateQueries({ queryKey: ['projects'] });
      void queryClient.invalidateQueries({ queryKey: ['inbox'] });
      onRegistered(answer);
    },
    onError: (error) => {
      if (!(error instanceof Problem)) return;
      const problems = shownProblems(error.errors, names);
      form.setFields(problems);
      const [first] = problems;
      if (first) form.scrollToField(first.name, { block: 'center' });
    },
  });

  const keepSoon = () => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      draft.keep({ outcome: null, form: form.getFieldsValue(true) as FormValues });
      setKept(true);
    }, 400);
  };

  return (
    <div className={styles.columns}>
      <Form<FormValues>
        form={form}
        layout="vertical"
        initialValues={restored?.form}
        onValuesChange={keepSoon}
        onFinish={() => register.mutate(filledIn(form.getFieldsValue(true) as FormValues, names))}
        scrollToFirstError={{ block: 'center' }}
        onKeyDown={submitKeys(form.submit)}
        className={styles.form}
      >
        {restored ? (
          <Alert
            type="info"
            showIcon
            title={t.task.draftRestored(moment(restored.at, t))}
            action={
              <Button
                size="small"
                type="text"
                onClick={() => {
                  clearTimeout(waiting.current);
                  draft.drop();
                  setRestored(null);
                  form.setFieldsValue(Object.fromEntries(names.map((name) => [name, undefined])));
                }}
              >
                {t.task.discardDraft}
              </Button>
            }
          />
        ) : null}
        <Card title={t.lead.required}>
          <GeneratedFields schema={schema} names={required} required={required} />
        </Card>
        {optional.length > 0 ? (
          <Card title={t.lead.optional}>
            <GeneratedFields schema={schema} names={optional} required={[]} />
          </Card>
        ) : null}
        {register.error ? <ProblemNotice error={register.error} /> : null}
        <div className={styles.submit}>
          <Button type="primary" htmlType="submit" size="large" loading={register.isPending} data-testid="lead-submit">
            {t.lead.submit}
          </Button>
          <span className={styles.aside}>
            {kept ? t.lead.leave : null} <span className={styles.keys}>{t.task.submitHint}</span>
          </span>
        </div>
      </Form>
      <aside className={styles.side}>
        <Card title={t.lead.routing}>
          <RoutingPreview
            industry={typeof industry === 'string' ? industry : ''}
            landingUnit={typeof landingUnit === 'string' ? landingUnit : undefined}
          />
        </Card>
      </aside>
    </div>
  );
};

const Registered = ({ answer, onAnother }: { answer: LeadAnswer; onAnother: () => void }) => {
  const { t } = useLanguage();
  return (
    <div className={styles.registered} data-testid="lead-registered">
      <Card label={t.lead.registered(answer.leadNo)}>
        <div className={styles.answer}>
          <CheckCircleFilled className={styles.sign} aria-hidden="true" />
          <div>
            <h2 className={styles.number}>{t.lead.registered(answer.leadNo)}</h2>
            <RoutingSummary routing={answer.routing} />
            <div className={styles.ways}>
              <Link to="/projects/$projectId" params={{ projectId: answer.projectId }}>
                <Button type="primary" data-testid="lead-open">
                  {t.lead.open}
                </Button>
              </Link>
              <Button onClick={onAnother} data-testid="lead-another">
                {t.lead.another}
              </Button>
            </div>
          </div>
        </div>
      </Card>
      {answer.similar.length > 0 ? (
        <Card
          title={
            <span className={styles.warning} data-testid="similar-warning">
              {t.lead.similarTitle(answer.similar.length)}
            </span>
          }
        >
          <SimilarLeads similar={answer.similar} />
          <p className={styles.reason}>{t.lead.similarHint}</p>
        </Card>
      ) : null}
    </div>
  );
};

/** Registers a lead: few required fields, the routing shown while writing, possible collisions said at once. */
export const LeadPage = () => {
  const { t } = useLanguage();
  const { data: schema, error, refetch } = useQuery(leadFormQuery);
  const [answer, setAnswer] = useState<LeadAnswer | null>(null);
  return (
    <Page
      title={t.lead.title}
      intro={schema && !answer ? t.lead.intro(schema.required?.length ?? 0) : undefined}
      narrow
    >
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {answer ? (
        <Registered answer={answer} onAnother={() => setAnswer(null)} />
      ) : schema ? (
        <LeadForm schema={schema} onRegistered={setAnswer} />
      ) : error ? null : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </Page>
  );
};
