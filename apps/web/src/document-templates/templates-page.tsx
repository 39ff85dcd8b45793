import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import type { DocumentTemplate, Wording } from '../api/contract';
import { Problem } from '../api/http';
import { landfall } from '../api/landfall';
import { useLanguage } from '../language/language';
import { Card, Page } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { PublishDialog } from './publish-dialog';
import { SheetFrame } from './sheet-frame';
import { TemplateParts } from './template-parts';
import {
  documentTemplateQuery,
  documentTemplatesQuery,
  templatePreviewQuery,
  templateVersionQuery,
} from './template-queries';
import styles from './templates-page.module.css';
import { useSettled } from './use-settled';

const LOOK_AGAIN_MS = 500;

/** 公文模板: the standing words of official documents, with the page that they make beside them. */
export const TemplatesPage = () => {
  const { t } = useLanguage();
  const words = t.minutes.templates;
  const search = useSearch({ from: '/home/document-templates' });
  const list = useQuery(documentTemplatesQuery);
  const type = list.data?.find((known) => known.type === search.type)?.type ?? list.data?.[0]?.type;
  return (
    <Page title={words.title} intro={words.intro}>
      {list.error && !list.data ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      <div className={styles.columns}>
        <nav className={styles.types} aria-label={words.types}>
          {list.data?.map((one) => (
            <Link
              key={one.type}
              to="/document-templates"
              search={{ type: one.type }}
              className={one.type === type ? `${styles.type} ${styles.here}` : styles.type}
              aria-current={one.type === type ? 'page' : undefined}
              data-testid={`template-${one.type}`}
            >
              <span>{one.label}</span>
              <small>{words.versionShort(one.currentVersion)}</small>
            </Link>
          ))}
        </nav>
        {type ? <LoadedTemplate key={type} type={type} /> : <Skeleton active paragraph={{ rows: 10 }} />}
      </div>
    </Page>
  );
};

const LoadedTemplate = ({ type }: { type: string }) => {
  const { data, error, refetch } = useQuery(documentTemplateQuery(type));
  if (data) return <OpenTemplate template={data} />;
  return error ? (
    <ProblemNotice error={error} onRetry={() => void refetch()} />
  ) : (
    <Skeleton active paragraph={{ rows: 10 }} />
  );
};

const isSame = (one: Wording, other: Wording): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((part) => (one[part] ?? '') === (other[part] ?? ''));

type Dialog = { kind: 'publish' } | { kind: 'restore'; version: number };

const OpenTemplate = ({ template }: { template: DocumentTemplate }) => {
  const { t } = useLanguage();
  const words = t.minutes.templates;
  const announce = useAnnouncement();
  const { type } = template;
  const [draft, setDraft] = useState<Wording | null>(null);
  const [viewed, setViewed] = useState<number | null>(null);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [withGrid, setWithGrid] = useState(false);
  const older = useQuery({ ...templateVersionQuery(type, viewed ?? 0), enabled: viewed !== null });
  const written = draft ?? template.wording;
  const isDirty = draft !== null && !isSame(draft, template.wording);
  const shown = viewed === null ? written : (older.data?.wording ?? {});
  const settled = useSettled(shown, LOOK_AGAIN_MS);
  const preview = useQuery({
    ...templatePreviewQuery(type, settled, withGrid),
    enabled: viewed === null || older.isSuccess,
  });
  // While the words are wrong the last page that could be made stays.
  const [page, setPage] = useState('');
  useEffect(() => {
    if (preview.data && !preview.isPlaceholderData) setPage(preview.data);
  }, [preview.data, preview.isPlaceholderData]);
  const problems = preview.error instanceof Problem ? preview.error.errors : [];
  const unknown = preview.error !== null && problems.length === 0;
  const upcoming = template.versions.find(
    ({ version, isCurrent }) => version === template.latestVersion && !isCurrent && template.latestVersion > 0,
  );
  const said = viewed ?? template.latestVersion;

  return (
    <div className={styles.template}>
      <div className={styles.editor}>
        <Card
          title={template.label}
          extra={
            viewed !== null ? (
              <>
                <span>{words.looking(words.version(viewed))}</span>
                <Button size="small" onClick={() => setViewed(null)}>
                  {words.back}
                </Button>
              </>
            ) : isDirty ? (
              <>
                <span className={styles.dirty} data-testid="template-dirty">
                  {words.dirty}
                </span>
                <Button size="small" onClick={() => setDraft(null)}>
                  {words.discard}
                </Button>
                <Button
                  size="small"
                  type="primary"
                  disabled={problems.length > 0}
                  onClick={() => setDialog({ kind: 'publish' })}
                  data-testid="open-publish"
                >
                  {words.publish}
                </Button>
              </>
            ) : (
              <span data-testid="template-version">{words.version(template.currentVersion)}</span>
            )
          }
        >
          {upcoming?.effectiveFrom && viewed === null ? (
            <p className={styles.upcoming}>{words.takesEffect(upcoming.version, upcoming.effectiveFrom)}</p>
          ) : null}
          <TemplateParts
            template={template}
            wording={shown}
            problems={problems}
            isReadOnly={viewed !== null}
            onChange={setDraft}
          />
          {unknown ? <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} /> : null}
        </Card>
        <Card title={words.versions}>
          <ol className={styles.versions}>
            {template.versions.map(({ version, effectiveFrom, reason, createdBy, isCurrent, restoredFrom }) => (
              <li key={version} className={styles.version} data-testid="template-version-row" data-version={version}>
                <strong>{words.version(version)}</strong>
                {isCurrent ? <b className={styles.present}>{words.isCurrent}</b> : null}
                <span className={styles.why}>
                  {[
                    effectiveFrom ? words.effectiveFrom(effectiveFrom) : words.from0,
                    createdBy?.name ?? '',
                    version === 0 ? '' : reason,
                    restoredFrom === null ? '' : words.restoredFrom(words.version(restoredFrom)),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <span className={styles.versionButtons}>
                  {version === said ? null : (
                    <Button size="small" type="text" onClick={() => setViewed(version)}>
                      {words.look}
                    </Button>
                  )}
                  {version === template.latestVersion ? null : (
                    <Button
                      size="small"
                      onClick={() => setDialog({ kind: 'restore', version })}
                      data-testid="restore-template"
                    >
                      {words.restore}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </Card>
      </div>
      <section className={styles.preview} aria-label={words.preview}>
        <header className={styles.previewHead}>
          <h2>{words.preview}</h2>
          <b className={styles.sample} title={words.sampleHint} data-testid="template-sample">
            {words.sample}
          </b>
          <span className={problems.length > 0 ? styles.stale : styles.faint}>
            {problems.length > 0 ? words.stale : null}
          </span>
          <Checkbox checked={withGrid} onChange={({ target }) => setWithGrid(target.checked)}>
            {words.grid}
          </Checkbox>
          <Button
            size="small"
            icon={<DownloadOutlined />}
            href={landfall.documentPreviewAddress(type, said)}
            title={words.version(said)}
          >
            {words.download}
          </Button>
        </header>
        <SheetFrame html={page} title={words.frame} />
      </section>
      {dialog?.kind === 'publish' && draft ? (
        <PublishDialog
          template={template}
          title={words.publishTitle(template.label)}
          label={words.publish}
          send={(change) => landfall.changeDocumentTemplate(type, change, draft)}
          onDone={(answer) => {
            announce.done(words.published(answer.latestVersion));
            setDraft(null);
            setDialog(null);
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog?.kind === 'restore' ? (
        <PublishDialog
          template={template}
          title={words.restoreTitle(words.version(dialog.version))}
          label={words.restore}
          send={(change) => landfall.restoreDocumentTemplate(type, change, dialog.version)}
          onDone={(answer) => {
            announce.done(words.restoredAs(answer.latestVersion));
            setDraft(null);
            setViewed(null);
            setDialog(null);
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  );
};
