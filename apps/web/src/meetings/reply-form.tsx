import { CheckOutlined, CloseOutlined, EditOutlined, SwapOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { GivenReply, MeetingSeat } from '../api/contract';
import { LongText } from '../form/long-text';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import styles from './reply-form.module.css';

type ReplyKind = GivenReply['reply'];

const REPLIES: readonly { kind: ReplyKind; sign: ReactNode }[] = [
  { kind: 'attend', sign: <CheckOutlined /> },
  { kind: 'substitute', sign: <SwapOutlined /> },
  { kind: 'written', sign: <EditOutlined /> },
  { kind: 'decline', sign: <CloseOutlined /> },
];

const comes = (kind: ReplyKind): boolean => kind === 'attend' || kind === 'substitute';

const wasReply = (reply: MeetingSeat['reply']): ReplyKind | null =>
  REPLIES.find(({ kind }) => kind === reply)?.kind ?? null;

interface ReplyFormProps {
  seat: MeetingSeat;
  submitWords: string;
  sending: boolean;
  error: unknown;
  onSend: (reply: GivenReply) => void;
}

/** 参会回执 on one screen: four large answers, then only what the chosen one asks for, filled in from the last time. */
export const ReplyForm = ({ seat, submitWords, sending, error, onSend }: ReplyFormProps) => {
  const { t } = useLanguage();
  const words = t.meetings.attendance;
  const ids = { person: useId(), post: useId(), reason: useId() };
  const [kind, setKind] = useState<ReplyKind | null>(wasReply(seat.reply));
  const [person, setPerson] = useState(seat.person ?? seat.last?.person ?? '');
  const [post, setPost] = useState(seat.post ?? seat.last?.post ?? '');
  const [reason, setReason] = useState(seat.reason ?? '');
  const [asked, setAsked] = useState(false);
  const needsPerson = kind !== null && comes(kind);
  const needsReason = kind !== null && kind !== 'attend';
  const reasonName = kind === 'written' ? words.writtenReason : words.reason;
  const missing = [
    ...(needsPerson && person.trim().length < 2 ? [words.person] : []),
    ...(needsPerson && post.trim().length < 2 ? [words.post] : []),
    ...(needsReason && reason.trim().length < 2 ? [reasonName] : []),
  ];
  const lacks = (name: string) => asked && missing.includes(name);
  const fromLastTime = needsPerson && seat.person === null && seat.last !== null && person === seat.last.person;
  const send = () => {
    setAsked(true);
    if (kind === null || missing.length > 0) return;
    onSend({
      reply: kind,
      ...(needsPerson ? { person: person.trim(), post: post.trim() } : {}),
      ...(needsReason ? { reason: reason.trim() } : {}),
    });
  };
  return (
    <div className={styles.form} data-testid="reply-form">
      <fieldset className={styles.replies} aria-label={words.yourReply}>
        {REPLIES.map((reply) => (
          <label
            key={reply.kind}
            className={`${styles.reply} ${styles[reply.kind]}`}
            data-chosen={kind === reply.kind ? '' : undefined}
            data-testid={`reply-${reply.kind}`}
          >
            <input
              type="radio"
              name={`reply-${seat.unit.code}`}
              className={styles.radio}
              checked={kind === reply.kind}
              onChange={() => setKind(reply.kind)}
            />
            <span className={styles.sign}>{reply.sign}</span>
            {words.choose[reply.kind]}
          </label>
        ))}
      </fieldset>
      {needsPerson ? (
        <>
          <div className={styles.two}>
            <label className={styles.field} htmlFor={ids.person}>
              <span>{words.person}</span>
              <Input
                id={ids.person}
                size="large"
                maxLength={40}
                value={person}
                status={lacks(words.person) ? 'error' : ''}
                onChange={(event) => setPerson(event.target.value)}
                data-testid="reply-person"
              />
            </label>
            <label className={styles.field} htmlFor={ids.post}>
              <span>{words.post}</span>
              <Input
                id={ids.post}
                size="large"
                maxLength={40}
                value={post}
                status={lacks(words.post) ? 'error' : ''}
                onChange={(event) => setPost(event.target.value)}
                data-testid="reply-post"
              />
            </label>
          </div>
          {fromLastTime ? <p className={styles.hint}>{words.fromLastTime}</p> : null}
        </>
      ) : null}
      {needsReason ? (
        <div className={`${styles.field} ${styles.text}`}>
          <label htmlFor={ids.reason}>{reasonName}</label>
          <LongText
            id={ids.reason}
            disabled={false}
            value={reason}
            onChange={setReason}
            maxLength={1000}
            phrases
            data-testid="reply-reason"
          />
        </div>
      ) : null}
      {asked && missing.length > 0 ? <p className={styles.missing}>{words.missing(missing.join(t.comma))}</p> : null}
      {error ? <ProblemNotice error={error} /> : null}
      <div className={styles.submit}>
        <Button
          type="primary"
          size="large"
          disabled={kind === null}
          loading={sending}
          onClick={send}
          data-testid="reply-submit"
        >
          {submitWords}
        </Button>
        <span className={styles.hint}>{words.hint}</span>
      </div>
    </div>
  );
};
