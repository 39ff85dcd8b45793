import { SearchOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { MeetingDetail, MeetingSeat } from '../api/contract';
import { useLanguage } from '../language/language';
import { Nothing } from '../layout/ledger';
import ledger from '../layout/ledger.module.css';
import { Card } from '../layout/page';
import { useUnitNames } from '../organization/unit-names';
import { ProblemNotice } from '../problem/problem-notice';
import { useToday } from '../time/use-today';
import { sitsThroughout } from './agenda-draft';
import styles from './attendance-tab.module.css';
import { CheckInButton, useCheckIn } from './check-in-button';
import { checksInNow, isInvited, runsIt } from './meeting-standing';
import { OwnSeats, ownSeatsOf } from './own-reply';
import { useFoundSeats } from './use-found-seats';

/** How many come, write, stay away and are silent, and how many are there. */
export const SeatCounts = ({ seats }: { seats: readonly MeetingSeat[] }) => {
  const { t } = useLanguage();
  const words = t.meetings.attendance;
  const invited = seats.filter(isInvited);
  const count = (...replies: MeetingSeat['reply'][]) => invited.filter(({ reply }) => replies.includes(reply)).length;
  const figures = [
    { key: 'present', name: words.counts.present, n: seats.filter(({ present }) => present).length },
    { key: 'coming', name: words.counts.coming, n: count('attend', 'substitute') },
    { key: 'written', name: words.counts.written, n: count('written') },
    { key: 'decline', name: words.counts.decline, n: count('decline') },
    { key: 'missing', name: words.counts.missing, n: count('none', 'silent') },
  ] as const;
  return (
    <dl className={styles.counts} data-testid="seat-counts">
      {figures.map(({ key, name, n }) => (
        <div key={key} className={n === 0 ? `${styles.count} ${styles.nought}` : styles.count} data-count={key}>
          <dt>{name}</dt>
          <dd>{n}</dd>
        </div>
      ))}
    </dl>
  );
};

/** Somebody else came than was announced. */
const AnotherPerson = ({ meeting, seat }: { meeting: MeetingDetail; seat: MeetingSeat }) => {
  const { t } = useLanguage();
  const words = t.meetings.attendance;
  const unitName = useUnitNames('short');
  const [open, setOpen] = useState(false);
  const [person, setPerson] = useState('');
  const checkIn = useCheckIn(meeting, seat);
  return (
    <>
      <Button type="link" size="small" className={styles.another} onClick={() => setOpen(true)}>
        {words.another}
      </Button>
      <Modal
        open={open}
        destroyOnHidden
        title={words.anotherTitle(unitName(seat.unit))}
        okText={words.checkIn}
        cancelText={t.cancel}
        onCancel={() => setOpen(false)}
        onOk={() => checkIn.mutate({ present: true, person: person.trim() }, { onSuccess: () => setOpen(false) })}
        okButtonProps={{ disabled: person.trim() === '' }}
        confirmLoading={checkIn.isPending}
        width={400}
      >
        <Input
          size="large"
          maxLength={40}
          placeholder={words.name}
          aria-label={words.name}
          value={person}
          onChange={(event) => setPerson(event.target.value)}
        />
        {checkIn.error ? <ProblemNotice error={checkIn.error} /> : null}
      </Modal>
    </>
  );
};

interface SeatRowProps {
  meeting: MeetingDetail;
  seat: MeetingSeat;
  checksIn: boolean;
}

const SeatRow = ({ meeting, seat, checksIn }: SeatRowProps) => {
  const { t } = useLanguage();
  const words = t.meetings.attendance;
  const unitName = useUnitNames('short');
  const { columns } = words;
  const who = seat.checkedIn ?? seat.person;
  return (
    <tr data-testid="seat-row" data-unit={seat.unit.code} data-reply={seat.reply}>
      <td>
        <span>
          <span className={ledger.name}>
            {unitName(seat.unit)}
            {seat.isOwn ? <em className={styles.own}>{words.you}</em> : null}
          </span>
          <span className={ledger.sub}>{words.roles[seat.role]}</span>
        </span>
      </td>
      <td data-label={columns.reply}>
        {isInvited(seat) || seat.reply !== 'none' ? (
          <span>
            <span className={`${styles.reply} ${styles[seat.reply]}`}>{words.replies[seat.reply]}</span>
            {seat.reason ? <span className={ledger.sub}>{seat.reason}</span> : null}
          </span>
        ) : null}
      </td>
      <td data-label={columns.who}>
        {who ? (
          <span>
            {who}
            {seat.post && who === seat.person ? <span className={ledger.sub}>{seat.post}</span> : null}
          </span>
        ) : null}
      </td>
      <td data-label={columns.when} className={`${ledger.numeric} ${ledger.quiet}`} data-phone="bare">
        {sitsThroughout(seat) && seat.stretches.length > 0 ? `${t.meetings.agenda.throughout} ` : null}
        {seat.stretches.map(({ from, to }) => `${from}–${to}`).join(t.comma)}
      </td>
      <td className={ledger.action}>
        <span className={ledger.buttons}>
          {checksIn ? (
            <>
              {!seat.present ? <AnotherPerson meeting={meeting} seat={seat} /> : null}
              <CheckInButton meeting={meeting} seat={seat} />
            </>
          ) : seat.present ? (
            <span className={styles.there}>{words.checkedIn}</span>
          ) : null}
        </span>
      </td>
    </tr>
  );
};

/** 回执与签到: the reply of one's own unit on one screen; for whoever runs the meeting everybody's, with check-in. */
export const AttendanceTab = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useLanguage();
  const words = t.meetings.attendance;
  const { typed, setTyped, found } = useFoundSeats(meeting.seats);
  const runs = runsIt(meeting);
  const today = useToday();
  const checksIn = runs && checksInNow(meeting, today);
  const { columns } = words;
  return (
    <div className={styles.stack} id="meeting-work">
      <OwnSeats meeting={meeting} />
      <div className={!runs && ownSeatsOf(meeting).length > 0 ? styles.others : undefined}>
        <Card
          title={<SeatCounts seats={meeting.seats} />}
          label={t.meetings.tabs.attendance}
          extra={
            <>
              <Input
                className={styles.search}
                prefix={<SearchOutlined />}
                allowClear
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                placeholder={words.search}
                aria-label={words.search}
                data-testid="seat-search"
              />
              {checksIn ? (
                <Link to="/meetings/$meetingId/check-in" params={{ meetingId: meeting.meetingId }}>
                  <Button type="primary" data-testid="to-door">
                    {words.door}
                  </Button>
                </Link>
              ) : null}
            </>
          }
          flush
        >
          {found.length === 0 ? (
            <div className={ledger.void}>
              <Nothing text={meeting.seats.length === 0 ? words.toOpen : words.emptySearch} />
            </div>
          ) : (
            <table className={ledger.ledger} aria-label={t.meetings.tabs.attendance}>
              <thead>
                <tr>
                  {[columns.unit, columns.reply, columns.who, columns.when].map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                  <th scope="col" className={ledger.right}>
                    {columns.present}
                  </th>
                </tr>
              </thead>
              <tbody>
                {found.map((seat) => (
                  <SeatRow key={seat.unit.code} meeting={meeting} seat={seat} checksIn={checksIn} />
                ))}
              </tbody>
            </table>
          )}
        </Card>
      </div>
    </div>
  );
};
