import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import type { CalendarPreview, NoticeDraft } from '../api/contract';
import { Problem } from '../api/http';
import { landfall } from '../api/landfall';
import { queryClient } from '../api/queries';
import { useLanguage } from '../language/language';
import { Card, Page } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { usePermission } from '../session/session';
import { MovedDeadlines } from './moved-deadlines';
import { emptyNotice, NoticeForm } from './notice-form';
import styles from './notice-page.module.css';

/** What is wrong with a notice, one sentence each, under the sentence of the whole. */
const Wrong = ({ error }: { error: unknown }) => (
  <>
    <ProblemNotice error={error} />
    {error instanceof Problem && error.errors.length > 0 ? (
      <ul className={styles.wrong}>
        {[...new Set(error.errors.map(({ detail }) => detail))].map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
    ) : null}
  </>
);

const Paste = ({ onRead }: { onRead: (notice: NoticeDraft) => void }) => {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const read = useMutation({ mutationFn: () => landfall.readHolidayNotice(text), onSuccess: onRead });
  return (
    <Card title={t.calendar.paste}>
      <Input.TextArea
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoSize={{ minRows: 7, maxRows: 14 }}
        placeholder={t.calendar.pasteHint}
        aria-label={t.calendar.paste}
        data-testid="notice-text"
      />
      {read.error ? <Wrong error={read.error} /> : null}
      <div className={styles.buttons}>
        <Button
          onClick={() => read.mutate()}
          loading={read.isPending}
          disabled={text.trim() === ''}
          data-testid="read-notice"
        >
          {t.calendar.read}
        </Button>
      </div>
    </Card>
  );
};

interface DecisionProps {
  notice: NoticeDraft;
  preview: CalendarPreview;
}

/** What the notice would do, and the one step that does it. */
const Decision = ({ notice, preview }: DecisionProps) => {
  const { t } = useLanguage();
  const announce = useAnnouncement();
  const navigate = useNavigate();
  const [reason, setReason] = useState(t.calendar.usualReason(notice.number));
  const apply = useMutation({
    mutationFn: () => landfall.applyCalendar({ kind: 'notice', notice }, preview.basedOn, reason.trim()),
    onSuccess: ({ moved }) => {
      announce.done(t.calendar.applied(notice.year, moved));
      // Tasks, projects and lists show due times.
      void queryClient.invalidateQueries();
      void navigate({ to: '/calendar', search: { year: notice.year } });
    },
  });
  return (
    <Card title={t.calendar.effect} label={t.calendar.effect}>
      <p className={styles.summary} data-testid="preview-summary">
        {t.calendar.willMove(preview.moved.length)}
        {preview.confirmed > 0 ? `${t.calendar.stop}${t.calendar.willConfirm(preview.confirmed)}` : ''}
      </p>
      {preview.moved.length > 0 ? <MovedDeadlines moved={preview.moved} /> : null}
      <div className={styles.decide}>
        <label className={styles.reason} htmlFor="change-reason">
          <span className={styles.caption}>{t.calendar.reason}</span>
          <Input
            id="change-reason"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            maxLength={200}
            data-testid="change-reason"
          />
        </label>
        <Popconfirm
          title={t.calendar.confirmTitle(notice.year)}
          description={t.calendar.confirmText(preview.moved.length)}
          okText={t.calendar.apply}
          cancelText={t.cancel}
          onConfirm={() => apply.mutate()}
        >
          <Button
            type="primary"
            loading={apply.isPending}
            disabled={reason.trim().length < 2}
            data-testid="apply-notice"
          >
            {t.calendar.apply}
          </Button>
        </Popconfirm>
      </div>
      {apply.error ? <Wrong error={apply.error} /> : null}
    </Card>
  );
};

/** Enters a notice of the State Council: read it, check it, see what it moves, apply it. */
export const NoticePage = () => {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const mayEnter = usePermission('organization.manage');
  return (
    <Page
      title={t.calendar.enterNotice}
      intro={t.calendar.noticeIntro}
      narrow
      actions={<Button onClick={() => void navigate({ to: '/calendar' })}>{t.calendar.back}</Button>}
    >
      {mayEnter ? <Steps /> : <p>{t.calendar.byAdministrator}</p>}
    </Page>
  );
};

const Steps = () => {
  const { t } = useLanguage();
  const { year } = useSearch({ from: '/home/calendar/notice' });
  const [notice, setNotice] = useState<NoticeDraft>(() => emptyNotice(year));
  const preview = useMutation({ mutationFn: () => landfall.previewCalendar({ kind: 'notice', notice }) });
  const change = (next: NoticeDraft) => {
    setNotice(next);
    // A preview speaks of the notice that it was made for.
    preview.reset();
  };
  return (
    <div className={styles.steps}>
      <Paste onRead={change} />
      <Card title={t.calendar.check}>
        <NoticeForm value={notice} onChange={change} />
        {preview.error ? <Wrong error={preview.error} /> : null}
        <div className={styles.buttons}>
          <Button
            type={preview.data ? 'default' : 'primary'}
            onClick={() => preview.mutate()}
            loading={preview.isPending}
            disabled={notice.holidays.length === 0}
            data-testid="preview-notice"
          >
            {t.calendar.preview}
          </Button>
        </div>
      </Card>
      {preview.data ? <Decision notice={notice} preview={preview.data} /> : null}
    </div>
  );
};
