import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { substitutionsQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { Card, Page } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import { dateInWords } from '../time/shanghai-time';
import { SubstitutionForm } from './substitution-form';
import { SubstitutionList } from './substitution-list';
import styles from './substitutions-page.module.css';

/** Who does whose work while he is away: set it, see it, end it. */
export const SubstitutionsPage = () => {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(substitutionsQuery);
  const words = t.substitutions;
  const acting = data?.mine.filter(({ state }) => state === 'acting') ?? [];
  const actingFor = data?.actingFor.filter(({ state }) => state === 'acting') ?? [];

  return (
    <Page title={words.title} intro={words.intro} narrow>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {data && !data.canHave ? <Alert type="info" showIcon title={words.administrator} /> : null}
      {data?.canHave ? (
        <>
          {acting.map((one) => (
            <Alert
              key={one.id}
              className={styles.notice}
              type="warning"
              showIcon
              title={words.now(one.substitute.name, dateInWords(one.validTo, t))}
            />
          ))}
          {actingFor.length > 0 ? (
            <Alert
              className={styles.notice}
              type="info"
              showIcon
              title={words.nowFor(actingFor.map(({ principal }) => principal.name).join(t.comma))}
            />
          ) : null}
          <div className={styles.columns}>
            <Card title={words.set}>
              <SubstitutionForm headsUnit={data.headsUnit} />
            </Card>
            <div className={styles.lists}>
              <Card title={words.mine} flush>
                <SubstitutionList shown="substitute" substitutions={data.mine} empty={words.mineEmpty} />
              </Card>
              <Card title={words.actingFor} flush>
                <SubstitutionList shown="principal" substitutions={data.actingFor} empty={words.actingForEmpty} />
              </Card>
              {data.headsUnit ? (
                <Card title={words.staff} flush>
                  <SubstitutionList shown="both" substitutions={data.staff} empty={words.staffEmpty} />
                </Card>
              ) : null}
            </div>
          </div>
        </>
      ) : null}
    </Page>
  );
};
