import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Input, Skeleton } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { MeetingRuleBook, MeetingRules } from '../api/contract';
import { landfall } from '../api/landfall';
import { queryClient } from '../api/queries';
import { useLanguage } from '../language/language';
import { Card, Page } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { presentTime } from '../time/present';
import { isoDay } from '../time/shanghai-time';
import { differencesOf } from './rule-paths';
import { meetingRulesQuery } from './rule-queries';
import { RuleSentences } from './rule-sentences';
import styles from './rules-page.module.css';

const SECTIONS = ['streetTown', 'push', 'leadingGroup', 'quorums'] as const;

/** 会议规则: the numbers by which meetings call themselves, said in sentences. */
export const RulesPage = () => {
  const { t } = useLanguage();
  const query = useQuery(meetingRulesQuery);
  if (query.data) return <OpenRules book={query.data} />;
  return (
    <Page title={t.minutes.rules.title} intro={t.minutes.rules.intro} narrow>
      {query.error ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 10 }} />
      )}
    </Page>
  );
};

const OpenRules = ({ book }: { book: MeetingRuleBook }) => {
  const { t } = useLanguage();
  const words = t.minutes.rules;
  const [draft, setDraft] = useState<MeetingRules | null>(null);
  const [viewed, setViewed] = useState<string | null>(null);
  const { present, versions, maySet } = book;
  const shown = versions.find(({ validFrom }) => validFrom === viewed) ?? present;
  const isPresent = shown.validFrom === present.validFrom;
  const differences = draft
    ? differencesOf(present.rules, draft)
    : isPresent
      ? []
      : differencesOf(present.rules, shown.rules);
  return (
    <Page
      title={words.title}
      intro={words.intro}
      narrow
      actions={
        draft ? null : maySet ? (
          <Button
            type="primary"
            onClick={() => {
              setViewed(null);
              setDraft(present.rules);
            }}
            data-testid="change-rules"
          >
            {words.change}
          </Button>
        ) : (
          <span className={styles.hint}>{words.onlyDirector}</span>
        )
      }
    >
      <p className={isPresent ? styles.since : `${styles.since} ${styles.other}`}>
        {isPresent ? words.since(present.validFrom) : words.viewing(shown.validFrom)}
        {differences.length > 0 ? <span>{words.differs(differences.length)}</span> : null}
        {isPresent ? null : (
          <Button size="small" type="link" onClick={() => setViewed(null)}>
            {words.backToPresent}
          </Button>
        )}
      </p>
      <div className={styles.sections}>
        {SECTIONS.map((section) => (
          <Card key={section} title={words.sections[section]}>
            <RuleSentences
              sentences={words.sentences[section]}
              rules={draft ?? shown.rules}
              changed={differences}
              onChange={draft ? setDraft : undefined}
            />
          </Card>
        ))}
      </div>
      {draft ? (
        <Publication book={book} rules={draft} isChanged={differences.length > 0} onDone={() => setDraft(null)} />
      ) : (
        <History book={book} viewed={shown.validFrom} onView={setViewed} />
      )}
    </Page>
  );
};

interface PublicationProps {
  book: MeetingRuleBook;
  rules: MeetingRules;
  isChanged: boolean;
  onDone: () => void;
}

/** From when and why: then the rules are published. */
const Publication = ({ book, rules, isChanged, onDone }: PublicationProps) => {
  const { t } = useLanguage();
  const words = t.minutes.rules;
  const announce = useAnnouncement();
  const today = isoDay(new Date(presentTime()).toISOString());
  const latest = book.versions[0]?.validFrom ?? '';
  const [from, setFrom] = useState<Dayjs | null>(
    dayjs(latest >= today ? latest : today).add(latest >= today ? 1 : 0, 'day'),
  );
  const [note, setNote] = useState('');
  const publish = useMutation({
    mutationFn: () => landfall.setMeetingRules(from?.format('YYYY-MM-DD') ?? '', rules, note.trim()),
    onSuccess: (answer) => {
      queryClient.setQueryData(meetingRulesQuery.queryKey, answer);
      announce.done(words.saved(from?.format('YYYY-MM-DD') ?? ''));
      onDone();
    },
  });
  return (
    <div className={styles.publication}>
      <div className={styles.field}>
        <label htmlFor="rules-from">{words.from}</label>
        <DatePicker
          id="rules-from"
          value={from}
          onChange={setFrom}
          allowClear={false}
          disabledDate={(day) => day.format('YYYY-MM-DD') < today || day.format('YYYY-MM-DD') <= latest}
          data-testid="rules-from"
        />
      </div>
      <div className={`${styles.field} ${styles.note}`}>
        <label htmlFor="rules-note">{words.note}</label>
        <Input
          id="rules-note"
          value={note}
          maxLength={500}
          onChange={({ target }) => setNote(target.value)}
          placeholder={words.noteHint}
          data-testid="rules-note"
        />
      </div>
      <div className={styles.buttons}>
        <Button onClick={onDone}>{words.stop}</Button>
        <Button
          type="primary"
          disabled={!isChanged || note.trim().length < 2}
          loading={publish.isPending}
          onClick={() => publish.mutate()}
          data-testid="publish-rules"
        >
          {words.save}
        </Button>
      </div>
      {publish.error ? (
        <div className={styles.problem}>
          <ProblemNotice error={publish.error} />
        </div>
      ) : null}
    </div>
  );
};

interface HistoryProps {
  book: MeetingRuleBook;
  viewed: string;
  onView: (validFrom: string) => void;
}

const History = ({ book, viewed, onView }: HistoryProps) => {
  const { t } = useLanguage();
  const words = t.minutes.rules;
  const { present, versions } = book;
  return (
    <Card title={words.history}>
      <ol className={styles.history}>
        {versions.map(({ validFrom, setBy, note }) => (
          <li key={validFrom} className={styles.version} data-testid="rules-version" data-from={validFrom}>
            <strong className={validFrom === present.validFrom ? styles.present : undefined}>
              {validFrom > present.validFrom ? words.upcoming(validFrom) : words.since(validFrom)}
            </strong>
            <span className={styles.why}>{setBy === 'system' ? words.system : words.setBy(setBy, note)}</span>
            {validFrom === viewed ? null : (
              <Button size="small" onClick={() => onView(validFrom)}>
                {words.view}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
};
