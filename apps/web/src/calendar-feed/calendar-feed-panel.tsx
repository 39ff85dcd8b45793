import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Popconfirm, Skeleton } from 'antd';
import { useState } from 'react';
import { landfall } from '../api/landfall';
import { queryClient } from '../api/queries';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { moment } from '../time/shanghai-time';
import styles from './calendar-feed-panel.module.css';
import { calendarFeedWords } from './calendar-feed-words';

const calendarFeedQuery = queryOptions({ queryKey: ['calendar-feed'], queryFn: landfall.calendarFeed });

/** 日历订阅: where a person makes, copies, renews and ends the address that calendars follow. */
export const CalendarFeedPanel = () => {
  const { t, language } = useLanguage();
  const words = calendarFeedWords[language];
  const announce = useAnnouncement();
  const query = useQuery(calendarFeedQuery);
  const [address, setAddress] = useState<string>();
  const renew = useMutation({
    mutationFn: landfall.renewCalendarFeed,
    onSuccess: ({ address: made, ...standing }) => {
      queryClient.setQueryData(calendarFeedQuery.queryKey, standing);
      setAddress(made);
    },
  });
  const revoke = useMutation({
    mutationFn: landfall.revokeCalendarFeed,
    onSuccess: (standing) => {
      queryClient.setQueryData(calendarFeedQuery.queryKey, standing);
      setAddress(undefined);
      announce.done(words.revoked);
    },
  });
  const copy = useMutation({
    mutationFn: (text: string) => navigator.clipboard.writeText(text),
    onSuccess: () => announce.done(words.copied),
  });
  const failed = query.error ?? renew.error ?? revoke.error;
  const standing = query.data;
  return (
    <section className={styles.panel} data-testid="calendar-feed">
      <h3 className={styles.heading}>{words.title}</h3>
      <p className={styles.hint}>{words.hint}</p>
      {query.isPending ? <Skeleton active paragraph={{ rows: 1 }} title={false} /> : null}
      {failed ? <ProblemNotice error={failed} /> : null}
      {standing?.createdAt ? (
        <p className={styles.hint}>
          {words.since(moment(standing.createdAt, t))}
          {standing.lastUsedAt ? words.lastUsed(moment(standing.lastUsedAt, t)) : words.neverUsed}
        </p>
      ) : null}
      {address ? (
        <>
          <div className={styles.address}>
            <Input
              readOnly
              value={address}
              aria-label={words.address}
              onFocus={({ target }) => target.select()}
              data-testid="calendar-feed-address"
            />
            <Button onClick={() => copy.mutate(address)} data-testid="calendar-feed-copy">
              {words.copy}
            </Button>
          </div>
          <p className={styles.hint} role="status">
            {copy.isError ? words.copyFailed : words.once}
          </p>
        </>
      ) : null}
      <div className={styles.actions}>
        {standing?.active ? (
          <>
            <Popconfirm
              title={words.renewSure}
              okText={t.confirm}
              cancelText={t.cancel}
              onConfirm={() => renew.mutate()}
            >
              <Button loading={renew.isPending}>{words.renew}</Button>
            </Popconfirm>
            <Popconfirm
              title={words.revokeSure}
              okText={t.confirm}
              cancelText={t.cancel}
              onConfirm={() => revoke.mutate()}
              okButtonProps={{ 'data-testid': 'calendar-feed-revoke-sure' }}
            >
              <Button danger loading={revoke.isPending} data-testid="calendar-feed-revoke">
                {words.revoke}
              </Button>
            </Popconfirm>
          </>
        ) : null}
        {standing?.active === false ? (
          <Button loading={renew.isPending} onClick={() => renew.mutate()} data-testid="calendar-feed-make">
            {words.make}
          </Button>
        ) : null}
      </div>
    </section>
  );
};
