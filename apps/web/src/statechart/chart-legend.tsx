import { useLanguage } from '../language/language';
import styles from './statechart.module.css';

export const ChartLegend = () => {
  const { t } = useLanguage();
  const { legend } = t.chart;
  return (
    <ul className={styles.legend}>
      <li>
        <i className={styles.keyActive} />
        {legend.active}
      </li>
      <li>
        <i className={styles.keySettled} />
        {legend.settled}
      </li>
      <li>
        <i className={styles.keyVisited} />
        {legend.visited}
      </li>
      <li>
        <i className={styles.keyAhead} />
        {legend.ahead}
      </li>
      <li className={styles.minor}>
        <i className={styles.keyParallel} />
        {legend.parallel}
      </li>
      <li className={styles.hint}>{t.chart.hint}</li>
    </ul>
  );
};
