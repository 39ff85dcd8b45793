import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { SupervisionItemDetail } from '../api/contract';
import { landfall } from '../api/landfall';
import { supervisionItemQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { Card, useTabTitle } from '../layout/page';
import pageStyles from '../layout/page.module.css';
import { PendingPage } from '../layout/pending-page';
import { useUnitNames } from '../organization/unit-names';
import { KeyFact } from '../projects/key-fact';
import { OpenTasks } from '../projects/open-tasks';
import project from '../projects/project-page.module.css';
import { dateInWords, isoDay, momentInWords } from '../time/shanghai-time';
import { Timeline } from '../timeline/timeline';
import { ProjectCard } from '../user-task/task-side';
import { EndingCard } from './ending-card';
import { ItemEvents } from './item-events';
import styles from './item-page.module.css';
import { ItemState } from './item-state';
import { ChasingTag } from './light-tag';
import { UrgeButton, urgeKey } from './urge-button';
import { useMayUrge } from './use-urge';

const Head = ({ item }: { item: SupervisionItemDetail }) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const unitName = useUnitNames();
  const mayUrge = useMayUrge();
  const { running, outcome, onBehalfOf, drafter } = item;
  const whom = item.mustAct.map(({ name }) => say(name)).join(t.comma);
  return (
    <header className={project.header}>
      <div className={project.headline}>
        <div className={project.heading}>
          <h1 className={project.title} data-testid="item-title">
            {item.title}
          </h1>
          <p className={project.sub}>
            <ItemState item={item} />
            {outcome === null ? <ChasingTag colour={item.colour} /> : null}
            <span>{say(item.source.label)}</span>
            {item.inBulletin ? <span>{words.inBulletin}</span> : null}
            {item.interviews > 0 ? <span>{words.item.interviews(item.interviews)}</span> : null}
            <span className={project.number}>{item.number ?? words.unnumbered}</span>
          </p>
        </div>
        <div className={project.actions}>
          {mayUrge(running.openTasks) ? (
            <UrgeButton key={urgeKey(running.openTasks)} tasks={() => running.openTasks} whom={whom} />
          ) : null}
          {item.number === null ? null : (
            <Button size="small" href={landfall.supervisionSlipAddress(item.itemId)} download data-testid="item-slip">
              {words.slip}
            </Button>
          )}
          <ItemEvents item={item} />
        </div>
      </div>
      <dl className={project.keyFacts}>
        <KeyFact name={words.leadUnit}>{unitName(item.leadUnit)}</KeyFact>
        {item.assistUnits.length > 0 ? (
          <KeyFact name={words.assistUnits}>{item.assistUnits.map((unit) => unitName(unit)).join(t.comma)}</KeyFact>
        ) : null}
        <KeyFact name={words.dueOn}>
          {dateInWords(item.dueOn, t)}
          {item.daysLate > 0 ? <b className={styles.late}>{words.daysLate(item.daysLate)}</b> : null}
          {item.extensions > 0 ? <small className={styles.aside}>{words.extensions(item.extensions)}</small> : null}
        </KeyFact>
        {outcome === null ? (
          <>
            <KeyFact name={words.columns.mustAct}>{whom || t.none}</KeyFact>
            <KeyFact name={words.columns.progress}>{item.progress}%</KeyFact>
          </>
        ) : null}
        <KeyFact name={words.item.draftedBy}>
          {onBehalfOf
            ? words.onBehalf(onBehalfOf.post, onBehalfOf.name, drafter.name)
            : item.source.key === 'redLight'
              ? words.item.byRedLight
              : drafter.name}
          <small className={styles.aside}>{isoDay(item.draftedAt)}</small>
        </KeyFact>
      </dl>
    </header>
  );
};

/** How an item ended: when, by whom it was accepted, with which result. */
const Ending = ({ item }: { item: SupervisionItemDetail }) => {
  const { t } = useLanguage();
  const words = t.supervision.item;
  const unitName = useUnitNames();
  const { outcome, closedAt, ending, result } = item;
  if (outcome === null || closedAt === null) return null;
  const by = ending?.by;
  const lines: [string, ReactNode][] = [
    [words.ended, words.endedAs(outcome, item.inTime)],
    [wordFor(words.endedAt, outcome), momentInWords(closedAt, t)],
    [wordFor(words.endedBy, outcome), by ? `${by.name} · ${unitName(by.unit)}` : words.bySystem],
    ...(outcome === 'closed' && result ? [[words.achieved, result] as [string, ReactNode]] : []),
    ...(ending?.note ? [[wordFor(words.note, outcome), ending.note] as [string, ReactNode]] : []),
  ];
  return <EndingCard title={words.ending} lines={lines} testId="item-ending" />;
};

const OpenItem = ({ item }: { item: SupervisionItemDetail }) => {
  const { t } = useLanguage();
  const words = t.supervision;
  useTabTitle(item.number ?? item.title);
  return (
    <div className={pageStyles.page}>
      <p className={styles.back}>
        <Link to="/supervision" search={item.closedAt ? { list: 'items', closed: true } : { list: 'items' }}>
          {words.lists.items}
        </Link>
      </p>
      <div className={project.top}>
        <Head item={item} />
      </div>
      <div className={project.columns}>
        <div className={project.side}>
          <Ending item={item} />
          {item.closedAt === null ? <OpenTasks tasks={item.process.openTasks} timers={item.process.timers} /> : null}
          <Card title={words.requirement}>
            <p className={styles.requirement}>{item.requirement}</p>
          </Card>
          <Card title={words.item.history}>
            <Timeline of={{ supervisionItemId: item.itemId }} />
          </Card>
        </div>
        <aside className={project.side}>
          {item.projectId ? <ProjectCard projectId={item.projectId} withSimilar={false} /> : null}
        </aside>
      </div>
    </div>
  );
};

/** One supervision item, open or closed: what is wanted, who has it, how far it is, how it ended and what happened. */
export const ItemPage = () => {
  const { itemId } = useParams({ from: '/home/supervision/items/$itemId' });
  const { data: item, error, refetch } = useQuery(supervisionItemQuery(itemId));
  if (item) return <OpenItem key={itemId} item={item} />;
  return <PendingPage error={error} retry={refetch} />;
};
