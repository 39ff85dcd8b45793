import { DownloadOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { landfall } from '../api/landfall';
import { importsQuery, queryClient } from '../api/queries';
import { useLanguage } from '../language/language';
import { Card, Page } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { moment } from '../time/shanghai-time';
import { DropZone } from './drop-zone';
import styles from './import-page.module.css';
import { ImportResult, isUnfinished } from './import-result';

const LARGEST = 20 * 1024 * 1024;

const PastImports = ({ chosen }: { chosen: string | undefined }) => {
  const { t } = useLanguage();
  const { data, error, isPending, refetch } = useQuery({
    ...importsQuery,
    refetchInterval: ({ state }) => (state.data?.some(isUnfinished) ? 3000 : false),
  });
  if (isPending) return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return <p className={styles.none}>{t.imports.noPast}</p>;
  return (
    <ul className={styles.past}>
      {data.map((past) => (
        <li key={past.importId}>
          <Link
            to="/imports"
            search={{ id: past.importId }}
            className={past.importId === chosen ? `${styles.pastItem} ${styles.pastHere}` : styles.pastItem}
            data-testid="past-import"
          >
            <strong>{past.fileName}</strong>
            <span className={styles.pastAbout}>
              {past.createdAt ? <span>{moment(past.createdAt, t)}</span> : null}
              {isUnfinished(past) || past.state === 'failed' ? (
                <span>{t.imports.states[past.state]}</span>
              ) : (
                <span>
                  {t.imports.outcomes.created} {past.counts.created} · {t.imports.outcomes.duplicate}{' '}
                  {past.counts.duplicate} · {t.imports.outcomes.refused} {past.counts.refused}
                </span>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
};

/** Brings in a whole list of leads; every row is answered. */
export const ImportPage = () => {
  const { t } = useLanguage();
  const { id } = useSearch({ from: '/home/imports' });
  const navigate = useNavigate();
  const announce = useAnnouncement();
  const upload = useMutation({
    mutationFn: landfall.importLeads,
    onSuccess: ({ importId }) => {
      void queryClient.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true });
      void navigate({ to: '/imports', search: { id: importId } });
    },
  });
  const take = (file: File) => {
    if (!/\.(?:csv|xlsx)$/i.test(file.name)) announce.said(t.imports.notSpreadsheet);
    else if (file.size > LARGEST) announce.said(t.attachments.tooBig);
    else upload.mutate(file);
  };
  return (
    <Page
      title={t.imports.title}
      intro={t.imports.intro}
      actions={
        <a href={landfall.importTemplateAddress} download>
          <Button icon={<DownloadOutlined />}>{t.imports.template}</Button>
        </a>
      }
    >
      <div className={styles.columns}>
        <div className={styles.main}>
          <DropZone busy={upload.isPending} onFile={take} />
          {upload.error ? <ProblemNotice error={upload.error} /> : null}
          {id ? <ImportResult key={id} importId={id} /> : null}
        </div>
        <aside>
          <Card title={t.imports.past}>
            <PastImports chosen={id} />
          </Card>
        </aside>
      </div>
    </Page>
  );
};
