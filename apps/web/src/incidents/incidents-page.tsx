import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form, Input, Modal, Switch } from 'antd';
import { useState } from 'react';
import type { Incident } from '../api/contract';
import { landfall } from '../api/landfall';
import { incidentsQuery, queryClient } from '../api/queries';
import { useLanguage } from '../language/language';
import { Ledger, Nothing } from '../layout/ledger';
import ledger from '../layout/ledger.module.css';
import { Page } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { exactMoment, moment } from '../time/shanghai-time';
import styles from './incidents-page.module.css';

const refresh = () => queryClient.invalidateQueries({ queryKey: ['incidents'] });

const ResolveDialog = ({ incident, onClose }: { incident: Incident; onClose: () => void }) => {
  const { t } = useLanguage();
  const announce = useAnnouncement();
  const [form] = Form.useForm<{ note: string }>();
  const resolve = useMutation({
    mutationFn: ({ note }: { note: string }) => landfall.resolveIncident(incident.id, note.trim()),
    onSuccess: () => {
      announce.done(t.incidents.resolvedDone);
      void refresh();
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t.incidents.resolveTitle}
      okText={t.incidents.resolve}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={resolve.isPending}
    >
      <p className={styles.message}>{incident.message}</p>
      <Form form={form} layout="vertical" onFinish={(values) => resolve.mutate(values)}>
        <Form.Item
          name="note"
          label={t.incidents.resolveNote}
          rules={[{ required: true, whitespace: true, message: t.incidents.resolveNoteMissing }]}
        >
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} autoFocus data-testid="incident-note" />
        </Form.Item>
      </Form>
      {resolve.error ? <ProblemNotice error={resolve.error} /> : null}
    </Modal>
  );
};

/** Steps that could not be done: retry them, or say how they were settled. */
export const IncidentsPage = () => {
  const { t } = useLanguage();
  const announce = useAnnouncement();
  const [all, setAll] = useState(false);
  const [resolving, setResolving] = useState<Incident | null>(null);
  const query = useQuery(incidentsQuery('open'));
  const settled = useQuery({ ...incidentsQuery('resolved'), enabled: all });
  const incidents = [...(query.data ?? []), ...(all ? (settled.data ?? []) : [])];
  const retry = useMutation({
    mutationFn: (incident: Incident) => landfall.retryIncident(incident.id),
    onSuccess: () => announce.done(t.incidents.retried),
    onError: announce.refused,
    onSettled: refresh,
  });
  const { columns } = t.incidents;
  return (
    <Page
      title={t.incidents.title}
      intro={t.incidents.intro}
      actions={
        // biome-ignore lint/a11y/noLabelWithoutControl: the switch is the control
        <label className={styles.all}>
          <Switch size="small" checked={all} onChange={setAll} /> {t.incidents.showResolved}
        </label>
      }
    >
      <Ledger
        query={{ ...query, hasNextPage: false, isFetchingNextPage: false, fetchNextPage: () => undefined }}
        count={incidents.length}
        label={t.incidents.title}
        empty={<Nothing text={t.incidents.empty} />}
        head={
          <>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.project}</th>
            <th scope="col">{columns.at}</th>
            <th scope="col" className={ledger.right}>
              {columns.attempts}
            </th>
            <th scope="col">{columns.state}</th>
            <th scope="col" aria-label={t.incidents.resolve} />
          </>
        }
      >
        {incidents.map((incident) => (
          <tr key={incident.id} data-testid="incident-row">
            <td data-label={columns.what}>
              <span className={styles.what}>
                <span className={ledger.sub}>{t.incidents.kinds[incident.kind]}</span>
                <span className={styles.message}>{incident.message}</span>
                {incident.note ? <span className={ledger.sub}>{incident.note}</span> : null}
              </span>
            </td>
            <td data-label={columns.project}>
              {incident.instanceId ? (
                <Link to="/projects/$projectId" params={{ projectId: incident.instanceId }}>
                  {t.lead.open}
                </Link>
              ) : (
                t.none
              )}
            </td>
            <td data-label={columns.at} className={`${ledger.numeric} ${ledger.quiet}`}>
              <span title={exactMoment(incident.createdAt)}>{moment(incident.createdAt, t)}</span>
            </td>
            <td data-label={columns.attempts} className={`${ledger.right} ${ledger.numeric}`}>
              {incident.attempts}
            </td>
            <td data-label={columns.state}>
              <span className={incident.state === 'resolved' ? styles.resolved : styles.open}>
                {incident.state === 'resolved' ? t.incidents.resolved : t.incidents.open}
              </span>
            </td>
            <td className={ledger.action}>
              {incident.state === 'resolved' ? null : (
                <span className={ledger.buttons}>
                  <Button
                    size="small"
                    onClick={() => retry.mutate(incident)}
                    loading={retry.isPending && retry.variables?.id === incident.id}
                    data-testid="incident-retry"
                  >
                    {t.incidents.retry}
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    onClick={() => setResolving(incident)}
                    data-testid="incident-resolve"
                  >
                    {t.incidents.resolve}
                  </Button>
                </span>
              )}
            </td>
          </tr>
        ))}
      </Ledger>
      {resolving ? <ResolveDialog incident={resolving} onClose={() => setResolving(null)} /> : null}
    </Page>
  );
};
