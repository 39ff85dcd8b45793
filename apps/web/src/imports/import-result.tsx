import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Progress, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import type { ImportOutcome, ImportRow, ImportSummary } from '../api/contract';
import { importQuery, importsQuery, queryClient } from '../api/queries';
import { useLanguage } from '../language/language';
import { Ledger, Nothing } from '../layout/ledger';
import ledger from '../layout/ledger.module.css';
import { Card } from '../layout/page';
import { useUnitNames } from '../organization/unit-names';
import styles from './import-page.module.css';

const OUTCOMES: readonly ImportOutcome[] = ['created', 'duplicate', 'refused'];

export const isUnfinished = (summary: Pick<ImportSummary, 'state'>): boolean =>
  summary.state === 'queued' || summary.state === 'running';

const ResultRow = ({ row }: { row: ImportRow }) => {
  const { t } = useLanguage();
  const unitName = useUnitNames('short');
  const { columns } = t.imports;
  return (
    <tr data-testid="import-row" data-outcome={row.outcome}>
      <td data-label={columns.row} className={`${ledger.numeric} ${ledger.faint}`}>
        {row.row}
      </td>
      <td data-label={columns.project} className={styles.project}>
        {row.projectId ? (
          <Link to="/projects/$projectId" params={{ projectId: row.projectId }} className={ledger.name}>
            {row.projectName}
          </Link>
        ) : (
          row.projectName
        )}
      </td>
      <td data-label={columns.outcome}>
        <span className={`${styles.outcome} ${styles[row.outcome]}`}>{t.imports.outcomes[row.outcome]}</span>
      </td>
      <td data-label={columns.leadTaskForce} className={`${ledger.quiet} ${ledger.short}`}>
        {unitName(row.leadTaskForce)}
      </td>
      <td data-label={columns.detail} className={ledger.quiet}>
        {row.detail || row.code ? (
          <span>
            {row.detail} {row.code ? <code className={styles.code}>{row.code}</code> : null}
          </span>
        ) : null}
      </td>
    </tr>
  );
};

/** One import: how far it is, what became of every row. Asks again while it runs. */
export const ImportResult = ({ importId }: { importId: string }) => {
  const { t } = useLanguage();
  const [outcome, setOutcome] = useState<ImportOutcome>();
  const query = useInfiniteQuery({
    ...importQuery(importId, outcome),
    refetchInterval: ({ state }) => (state.data?.pages[0] && isUnfinished(state.data.pages[0]) ? 1000 : false),
  });
  const summary = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const state = summary?.state;

  useEffect(() => {
    if (state === 'done' || state === 'failed')
      void queryClient.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true });
    if (state === 'done') void queryClient.invalidateQueries({ queryKey: ['projects'] });
  }, [state]);

  const counts = summary?.counts;
  const all = OUTCOMES.reduce((sum, key) => sum + (counts?.[key] ?? 0), 0);
  const { columns } = t.imports;

  return (
    <Card
      flush
      title={summary ? `${t.imports.result}${t.colon}${summary.fileName}` : t.imports.result}
      extra={
        summary ? (
          <span className={styles.state} data-testid="import-state" data-state={summary.state}>
            {t.imports.states[summary.state]}
          </span>
        ) : null
      }
    >
      {summary && isUnfinished(summary) ? (
        <div className={styles.progress}>
          <Progress
            percent={summary.total > 0 ? Math.floor((summary.done / summary.total) * 100) : 0}
            status="active"
            strokeColor="#17579c"
            showInfo={false}
          />
          <span>{t.imports.progress(summary.done, summary.total)}</span>
        </div>
      ) : null}
      {summary?.state === 'failed' ? (
        <div className={styles.failed}>
          <Alert
            type="error"
            showIcon
            title={
              <span>
                {summary.detail ?? t.imports.states.failed}{' '}
                {summary.code ? <code className={styles.code}>{summary.code}</code> : null}
              </span>
            }
          />
        </div>
      ) : null}
      {summary && summary.ignoredColumns.length > 0 ? (
        <p className={styles.ignored}>{t.imports.ignored(summary.ignoredColumns.join(t.comma))}</p>
      ) : null}
      {summary ? (
        <div className={styles.filter}>
          <Segmented<string>
            value={outcome ?? 'all'}
            onChange={(value) => setOutcome(OUTCOMES.find((known) => known === value))}
            options={[
              { value: 'all', label: `${t.imports.all} ${all}` },
              ...OUTCOMES.map((key) => ({
                value: key,
                label: (
                  <span data-testid={`import-count-${key}`}>
                    {t.imports.outcomes[key]} <b className={styles[`${key}Count`]}>{counts?.[key] ?? 0}</b>
                  </span>
                ),
              })),
            ]}
          />
        </div>
      ) : null}
      <Ledger
        framed={false}
        query={query}
        count={rows.length}
        label={t.imports.result}
        empty={<Nothing text={summary && isUnfinished(summary) ? t.imports.states.running : t.imports.noRows} />}
        head={
          <>
            <th scope="col">{columns.row}</th>
            <th scope="col">{columns.project}</th>
            <th scope="col">{columns.outcome}</th>
            <th scope="col">{columns.leadTaskForce}</th>
            <th scope="col">{columns.detail}</th>
          </>
        }
      >
        {rows.map((row) => (
          <ResultRow key={row.row} row={row} />
        ))}
      </Ledger>
    </Card>
  );
};
