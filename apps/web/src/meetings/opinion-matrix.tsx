import { Tooltip } from 'antd';
import type { MeetingAgendaItem, MeetingDetail } from '../api/contract';
import { useLanguage } from '../language/language';
import { useUnitNames } from '../organization/unit-names';
import { isHeard } from './agenda-draft';
import styles from './opinion-matrix.module.css';

/** What a unit said on an item, in the room of a cell; the whole of it when it is pointed at. */
const Cell = ({ item, unit }: { item: MeetingAgendaItem; unit: string }) => {
  const { t } = useLanguage();
  const words = t.meetings.opinions;
  if (!item.units.some(({ code }) => code === unit)) return <td className={styles.notAsked}>{words.notAsked}</td>;
  const opinion = item.opinions.find((given) => given.unit.code === unit);
  if (!opinion) return <td className={styles.missing}>{words.missing}</td>;
  if (opinion.standing === 'notGiven') return <td className={styles.silent}>{words.silent}</td>;
  const scored = opinion.match !== null && opinion.feasibility !== null;
  const low = scored && Math.min(opinion.match ?? 5, opinion.feasibility ?? 5) <= 2;
  return (
    <td className={low || opinion.position === 'disagree' ? styles.low : styles.given} data-testid="opinion-cell">
      <Tooltip title={opinion.text}>
        <span>
          {scored
            ? `${opinion.match}/${opinion.feasibility}`
            : opinion.position
              ? words.positions[opinion.position]
              : ''}
        </span>
      </Tooltip>
    </td>
  );
};

const average = (values: readonly (number | null)[]): string | null => {
  const given = values.filter((value) => value !== null);
  if (given.length === 0) return null;
  return (given.reduce((sum, value) => sum + value, 0) / given.length).toFixed(1);
};

/** Items × units: who has said what, who is missing, and what it comes to. */
export const OpinionMatrix = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useLanguage();
  const words = t.meetings.opinions;
  const unitName = useUnitNames('short');
  const items = meeting.agenda.filter((item) => isHeard(item) && item.units.length > 0);
  const units = [...new Map(items.flatMap((item) => item.units).map((unit) => [unit.code, unit])).values()];
  return (
    <div className={styles.frame}>
      <table className={styles.matrix} data-testid="opinion-matrix">
        <thead>
          <tr>
            <th scope="col">{t.meetings.tabs.agenda}</th>
            {units.map((unit) => (
              <th key={unit.code} scope="col" className={styles.unit}>
                {unitName(unit)}
              </th>
            ))}
            <th scope="col" className={styles.sum}>
              {words.average}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const given = item.opinions.filter(({ standing }) => standing === 'given');
            const match = average(given.map((opinion) => opinion.match));
            const feasibility = average(given.map((opinion) => opinion.feasibility));
            return (
              <tr key={item.key}>
                <th scope="row">{item.projectName ?? item.title}</th>
                {units.map(({ code }) => (
                  <Cell key={code} item={item} unit={code} />
                ))}
                <td className={styles.sum}>
                  {match !== null && feasibility !== null ? <b>{`${match}/${feasibility}`}</b> : null}
                  <small>{words.share(given.length, item.units.length)}</small>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
