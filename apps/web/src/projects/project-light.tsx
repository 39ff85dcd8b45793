import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { ProjectLight as Light } from '../api/contract';
import { landfall } from '../api/landfall';
import { lightHistoryQuery, projectLightQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { Card } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { LightTag } from '../supervision/light-tag';
import { OverrideDialog } from '../supervision/override-dialog';
import { ReasonLines } from '../supervision/reason-lines';
import { refreshSupervision } from '../supervision/refresh';
import { exactMoment, isoDay } from '../time/shanghai-time';
import styles from './project-light.module.css';

/** The light in the project's heading; nothing while it is not known. */
export const HeadingLight = ({ projectId }: { projectId: string }) => {
  const { data } = useQuery(projectLightQuery(projectId));
  return data && data.light !== 'grey' ? <LightTag light={data.light} /> : null;
};

/** A project's light with every reason, what was set by hand, and how it changed. */
export const ProjectLight = ({ projectId }: { projectId: string }) => {
  const { t } = useLanguage();
  const words = t.supervision;
  const { data: light, error, refetch } = useQuery(projectLightQuery(projectId));
  const [isOverriding, setOverriding] = useState(false);
  const [withHistory, setWithHistory] = useState(false);
  return (
    <Card
      title={words.lightCard}
      extra={
        light?.mayOverride && light.light !== 'grey' ? (
          <Button size="small" onClick={() => setOverriding(true)} data-testid="override-light">
            {words.override}
          </Button>
        ) : null
      }
    >
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {light ? (
        <>
          <p className={styles.now}>
            <LightTag light={light.light} />
            <span className={styles.since}>
              {light.light === 'grey' ? words.greyWhy : words.since(isoDay(light.since))}
            </span>
          </p>
          {light.override ? <Override light={light} /> : null}
          {light.reasons.length + light.heldReasons.length > 0 ? (
            <ReasonLines reasons={light.reasons} held={light.heldReasons} />
          ) : light.light === 'green' && !light.override ? (
            <p className={styles.quiet}>{words.green}</p>
          ) : null}
          <Button
            type="link"
            size="small"
            className={styles.unfold}
            onClick={() => setWithHistory(!withHistory)}
            aria-expanded={withHistory}
          >
            {withHistory ? t.showLess : words.history}
          </Button>
          {withHistory ? <History projectId={projectId} /> : null}
          {isOverriding ? (
            <OverrideDialog projectId={projectId} light={light.light} onClose={() => setOverriding(false)} />
          ) : null}
        </>
      ) : null}
    </Card>
  );
};

const Override = ({ light }: { light: Light }) => {
  const { t } = useLanguage();
  const words = t.supervision;
  const announce = useAnnouncement();
  const end = useMutation({
    mutationFn: () => landfall.endLightOverride(light.projectId),
    onSuccess: () => {
      announce.done(words.ended);
      refreshSupervision();
    },
    onError: announce.refused,
  });
  const { override } = light;
  if (!override) return null;
  return (
    <div className={styles.override} data-testid="light-override">
      <p>
        {words.byHand(override.untilOn)} · {words.computed(words.light[light.computed])}
      </p>
      <p>{words.overriddenBy(override.by.name, override.reason)}</p>
      {light.mayOverride ? (
        <Popconfirm title={words.endAsk} okText={t.confirm} cancelText={t.cancel} onConfirm={() => end.mutate()}>
          <Button size="small" loading={end.isPending} data-testid="end-override">
            {words.endOverride}
          </Button>
        </Popconfirm>
      ) : null}
    </div>
  );
};

const History = ({ projectId }: { projectId: string }) => {
  const { t } = useLanguage();
  const words = t.supervision;
  const { data, error } = useQuery(lightHistoryQuery(projectId));
  if (error) return <ProblemNotice error={error} />;
  if (data?.changes.length === 0) return <p className={styles.quiet}>{words.noHistory}</p>;
  return (
    <ol className={styles.history}>
      {data?.changes.map(({ id, from, to, cause, by, at }) => (
        <li key={id}>
          <time>{exactMoment(at)}</time>
          <span>
            {from ? words.change(words.light[from], words.light[to]) : words.light[to]}
            <small>
              {wordFor(words.causes, cause)}
              {cause === 'override' || cause === 'overrideEnded' ? ` · ${by.name}` : ''}
            </small>
          </span>
        </li>
      ))}
    </ol>
  );
};
