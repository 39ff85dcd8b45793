import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import type { Routing } from '../api/contract';
import { routingQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { useUnitNames } from '../organization/unit-names';
import { ProblemNotice } from '../problem/problem-notice';
import styles from './lead-page.module.css';

/** Who gets a lead and why, before or after it is sent. */
export const RoutingSummary = ({ routing }: { routing: Routing }) => {
  const { t, say } = useLanguage();
  const unitName = useUnitNames();
  return (
    <div data-testid="routing">
      {routing.ambiguous ? (
        <Alert type="warning" showIcon title={t.lead.routingAmbiguous} className={styles.notice} />
      ) : null}
      <dl className={styles.routing}>
        <div>
          <dt>{t.project.leadTaskForce}</dt>
          <dd className={styles.lead}>{unitName(routing.leadTaskForce) || t.lead.office}</dd>
        </div>
        <div>
          <dt>{t.project.assistTaskForces}</dt>
          <dd>{routing.assistTaskForces.map((unit) => unitName(unit)).join(t.comma) || t.project.noAssist}</dd>
        </div>
        {routing.landingUnit ? (
          <div>
            <dt>{t.project.landingUnit}</dt>
            <dd>{unitName(routing.landingUnit)}</dd>
          </div>
        ) : null}
      </dl>
      <p className={styles.reason}>{say(routing.reason)}</p>
    </div>
  );
};

/** The routing of the work plan's own table, live while the lead is being written. */
export const RoutingPreview = ({ industry, landingUnit }: { industry: string; landingUnit: string | undefined }) => {
  const { t } = useLanguage();
  const { data, error, isFetching } = useQuery(routingQuery(industry, landingUnit));
  if (industry === '') return <p className={styles.hint}>{t.lead.routingHint}</p>;
  if (error) return <ProblemNotice error={error} />;
  if (!data || isFetching) return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  return <RoutingSummary routing={data} />;
};
