import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ProjectDetail, SimilarLead } from '../api/contract';
import { AttachmentList } from '../attachments/attachments';
import { CommentList } from '../comments/comments';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { Card } from '../layout/page';
import { useUnitNames } from '../organization/unit-names';
import { useSpokenValues } from '../spoken/spoken-values';
import { isoDay, moment } from '../time/shanghai-time';
import styles from './project-side.module.css';

/** Facts that the header already tells. */
const IN_HEADER = new Set([
  'projectName',
  'investorName',
  'industryFocus',
  'totalInvestment',
  'leadTaskForce',
  'assistTaskForces',
  'landingUnit',
  'level',
  'signedOn',
  'registeredOn',
  'startedOn',
  'operatedOn',
]);

/** What people ask for first; everything else follows in the order in which it became known. */
const FIRST = [
  'brief',
  'fixedInvestment',
  'investIntensity',
  'landNeed',
  'carrierMode',
  'jobs',
  'outputPlan',
  'taxPlan',
  'capitalType',
  'investorOrigin',
  'contact',
  'enterpriseName',
  'enterpriseUscc',
];

const SHOWN_FACTS = 12;

const place = (name: string): number => {
  const found = FIRST.indexOf(name);
  return found < 0 ? FIRST.length : found;
};

export const FactsCard = ({ project }: { project: ProjectDetail }) => {
  const { t } = useLanguage();
  const speak = useSpokenValues();
  const [all, setAll] = useState(false);
  const facts = speak(project.facts)
    .filter(({ name }) => !IN_HEADER.has(name))
    .sort((a, b) => place(a.name) - place(b.name));
  const unitName = useUnitNames('short');
  return (
    <Card title={t.project.facts}>
      <dl className={styles.facts}>
        {project.projectNo ? <Fact name={t.project.projectNo} value={project.projectNo} /> : null}
        <Fact name={t.project.leadNo} value={project.leadNo} />
        {project.level ? <Fact name={t.project.level} value={wordFor(t.levels, project.level)} /> : null}
        <Fact name={t.project.registered} value={moment(project.createdAt, t)} />
        <Fact name={t.project.filer} value={`${unitName(project.filer.unit)} · ${project.filer.name}`} />
        {facts.slice(0, all ? facts.length : SHOWN_FACTS).map(({ name, title, words }) => (
          <Fact key={name} name={title} value={words} long={words.length > 26} />
        ))}
      </dl>
      {facts.length > SHOWN_FACTS ? (
        <Button type="link" size="small" className={styles.unfold} onClick={() => setAll(!all)}>
          {all ? t.showLess : t.more(facts.length - SHOWN_FACTS)}
        </Button>
      ) : null}
    </Card>
  );
};

const Fact = ({ name, value, long = false }: { name: string; value: string; long?: boolean }) => (
  <div className={long ? styles.longFact : styles.fact}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

/** Who leads, who assists, and the sentence of the work plan that says so. */
export const RoutingCard = ({ project }: { project: ProjectDetail }) => {
  const { t, say } = useLanguage();
  const unitName = useUnitNames();
  return (
    <Card title={t.project.routing}>
      <dl className={styles.facts}>
        <Fact name={t.project.leadTaskForce} value={unitName(project.leadTaskForce) || t.projects.undecided} />
        <Fact
          name={t.project.assistTaskForces}
          value={project.assistTaskForces.map((unit) => unitName(unit)).join(t.comma) || t.project.noAssist}
        />
      </dl>
      {project.routing ? <p className={styles.reason}>{say(project.routing.reason)}</p> : null}
    </Card>
  );
};

const SIMILAR_SHOWN = 3;

/** Earlier leads that are like one, the most alike first; more than a few are unfolded. */
export const SimilarLeads = ({ similar }: { similar: readonly SimilarLead[] }) => {
  const { t, say } = useLanguage();
  const [all, setAll] = useState(false);
  return (
    <ul className={styles.similar}>
      {similar.slice(0, all ? similar.length : SIMILAR_SHOWN).map((lead) => (
        <li key={`${say(lead.maskedOwner)} ${lead.firstReportAt}`} data-testid="similar-lead">
          <p>
            <strong>{say(lead.maskedOwner)}</strong>
            <span className={styles.score}>
              {t.project.similarScore} {lead.score}
            </span>
          </p>
          <p className={styles.about}>
            {t.project.similarAt} {isoDay(lead.firstReportAt)} ·{' '}
            {lead.reasons.map((reason) => say(reason)).join(t.comma)}
          </p>
          {lead.projectId ? (
            <Link to="/projects/$projectId" params={{ projectId: lead.projectId }}>
              {t.lead.open}
            </Link>
          ) : null}
        </li>
      ))}
      {similar.length > SIMILAR_SHOWN ? (
        <li>
          <Button type="link" size="small" className={styles.unfold} onClick={() => setAll(!all)}>
            {all ? t.showLess : t.more(similar.length - SIMILAR_SHOWN)}
          </Button>
        </li>
      ) : null}
    </ul>
  );
};

export const ProjectPapers = ({ project }: { project: ProjectDetail }) => {
  const { t } = useLanguage();
  return (
    <>
      <Card title={t.attachments.title}>
        <AttachmentList attachments={project.attachments} />
      </Card>
      {project.comments.length > 0 ? (
        <Card title={t.comments.title}>
          <CommentList comments={project.comments} />
        </Card>
      ) : null}
    </>
  );
};
