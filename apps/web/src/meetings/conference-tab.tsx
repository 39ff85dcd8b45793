import { CheckCircleOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useState } from 'react';
import type { ConferenceFacts, MeetingDetail } from '../api/contract';
import { useLanguage } from '../language/language';
import { Card } from '../layout/page';
import { useUnitNames } from '../organization/unit-names';
import { dateInWords, moment } from '../time/shanghai-time';
import styles from './conference-tab.module.css';

type Report = ConferenceFacts['reports'][number];

const ReportRow = ({ report }: { report: Report }) => {
  const { t } = useLanguage();
  const words = t.meetings.conference;
  const unitName = useUnitNames('short');
  const [open, setOpen] = useState(false);
  const given = report.standing === 'given';
  return (
    <li className={styles.report} data-testid="unit-report" data-unit={report.unit} data-standing={report.standing}>
      <button
        type="button"
        className={styles.line}
        onClick={() => setOpen(!open)}
        disabled={!given}
        aria-expanded={open}
      >
        <strong>{unitName(report.unit)}</strong>
        <span className={given ? styles.given : styles.silent}>{given ? words.given : words.notGiven}</span>
        <span className={styles.at}>{report.at ? moment(report.at, t) : null}</span>
      </button>
      {open ? (
        <dl className={styles.text}>
          {(
            [
              [words.done, report.done],
              [words.problems, report.problems],
              [words.nextSteps, report.nextSteps],
            ] as const
          ).map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          <div>
            <dd className={styles.figures}>
              {words.figures(report.figures.newProjects, report.figures.signedProjects, report.figures.startedProjects)}
            </dd>
          </div>
        </dl>
      ) : null}
    </li>
  );
};

const STEPS = ['director', 'executive', 'leader'] as const;

const Approvals = ({ facts }: { facts: ConferenceFacts }) => {
  const { t } = useLanguage();
  const words = t.meetings.conference;
  return (
    <Card title={words.approvals}>
      <ol className={styles.approvals}>
        {STEPS.map((step) => {
          const approval = facts.approvals.find((known) => known.step === step);
          return (
            <li key={step} className={approval ? styles.approved : styles.pending}>
              {approval ? <CheckCircleOutlined /> : <ClockCircleOutlined />}
              <strong>{words.steps[step]}</strong>
              <span>{approval ? `${approval.by} · ${moment(approval.at, t)}` : words.pending}</span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
};

/** 各单位情况: who has reported and who has not, the approvals of the plan, good practice; of the half-year conference only. */
export const ConferenceTab = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useLanguage();
  const words = t.meetings.conference;
  const unitName = useUnitNames('short');
  const facts = meeting.more.conference;
  if (!facts) return null;
  const owing = meeting.openTasks.filter(({ taskKey }) => taskKey === 'unitReport').map(({ slot }) => slot);
  const missing = [
    ...owing,
    ...facts.reports.filter(({ standing }) => standing === 'notGiven').map(({ unit }) => unit),
  ];
  const given = facts.reports.filter(({ standing }) => standing === 'given');
  const topics = facts.reports.filter(({ topic }) => topic !== null);
  const { delay } = facts;
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        {delay ? (
          <Alert
            type="error"
            showIcon
            title={words.late(dateInWords(delay.since, t), delay.reason ?? '')}
            description={delay.newDate ? words.newDate(dateInWords(delay.newDate, t)) : undefined}
          />
        ) : null}
        <Card
          title={words.reports}
          extra={given.length + missing.length > 0 ? words.reported(given.length, given.length + missing.length) : null}
          flush
        >
          {missing.length > 0 ? (
            <div className={styles.missing} data-testid="missing-reports">
              <strong>{words.missingNow(missing.length)}</strong>
              <p>{missing.map((unit) => unitName(unit)).join(t.comma)}</p>
            </div>
          ) : null}
          {facts.reports.length === 0 && missing.length === 0 ? <p className={styles.none}>{words.noReports}</p> : null}
          <ul>
            {given.map((report) => (
              <ReportRow key={report.unit} report={report} />
            ))}
          </ul>
        </Card>
      </div>
      <div className={styles.stack}>
        <Card title={words.window}>
          <p className={styles.window}>
            {dateInWords(facts.half.windowFrom, t)} — {dateInWords(facts.half.windowTo, t)}
          </p>
          {facts.reportsDueOn ? (
            <p className={styles.at}>
              {words.dueOn} {dateInWords(facts.reportsDueOn, t)}
            </p>
          ) : null}
        </Card>
        <Approvals facts={facts} />
        <Card title={words.topics}>
          {topics.length === 0 ? <p className={styles.faint}>{words.noTopics}</p> : null}
          <ul className={styles.topics}>
            {topics.map(({ unit, topic }) => (
              <li key={unit}>
                <strong>{topic?.title}</strong>
                <span>{unitName(unit)}</span>
                <p>{topic?.text}</p>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </div>
  );
};
