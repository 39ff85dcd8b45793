import { ArrowRightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { CalendarPreview } from '../api/contract';
import { useLanguage } from '../language/language';
import ledger from '../layout/ledger.module.css';
import { momentInWords } from '../time/shanghai-time';
import styles from './notice-page.module.css';

const SHOWN_FIRST = 12;

/** The deadlines that move: which, from when to when, and how the new time is reckoned. */
export const MovedDeadlines = ({ moved }: { moved: CalendarPreview['moved'] }) => {
  const { t, say } = useLanguage();
  const [all, setAll] = useState(false);
  const { moves } = t.calendar;
  const shown = all ? moved : moved.slice(0, SHOWN_FIRST);
  return (
    <div className={styles.moved}>
      <table className={ledger.ledger} aria-label={t.calendar.effect}>
        <thead>
          <tr>
            <th scope="col">{moves.what}</th>
            <th scope="col">{moves.project}</th>
            <th scope="col">{moves.due}</th>
            <th scope="col" className={ledger.right}>
              {moves.days}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((move, index) => (
            <tr key={`${move.projectId} ${move.subject} ${index}`} data-testid="moved-deadline">
              <td data-label={moves.what} data-phone="bare">
                <span>
                  <span className={ledger.name}>{say(move.title)}</span>
                  <span className={`${ledger.sub} ${styles.arithmetic}`}>{say(move.arithmetic)}</span>
                </span>
              </td>
              <td data-label={moves.project} className={`${ledger.numeric} ${ledger.quiet}`}>
                {move.projectNo || t.none}
              </td>
              <td data-label={moves.due} className={ledger.numeric}>
                <span className={styles.move}>
                  <span className={styles.from}>{momentInWords(move.before, t)}</span>
                  <span className={styles.to}>
                    <ArrowRightOutlined className={styles.arrow} />
                    {momentInWords(move.after, t)}
                  </span>
                </span>
              </td>
              <td data-label={moves.days} className={`${ledger.right} ${ledger.numeric}`}>
                {move.daysMoved > 0 ? t.calendar.later(move.daysMoved) : null}
                {move.daysMoved < 0 ? t.calendar.earlier(-move.daysMoved) : null}
                {move.daysMoved === 0 ? t.calendar.sameDay : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {moved.length > SHOWN_FIRST && !all ? (
        <Button type="link" onClick={() => setAll(true)}>
          {t.calendar.showAllMoves(moved.length)}
        </Button>
      ) : null}
    </div>
  );
};
