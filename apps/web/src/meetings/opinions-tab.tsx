import type { MeetingAgendaItem, MeetingDetail, UnitOpinion } from '../api/contract';
import { useLanguage } from '../language/language';
import { Card } from '../layout/page';
import { useUnitNames } from '../organization/unit-names';
import { moment } from '../time/shanghai-time';
import { isHeard } from './agenda-draft';
import { hasBegun, isOpinionTask, ownTasksOf, runsIt } from './meeting-standing';
import { OpinionForm } from './opinion-form';
import { OpinionMatrix } from './opinion-matrix';
import styles from './opinions-tab.module.css';

interface OwnOpinion {
  item: MeetingAgendaItem;
  place: number;
  unit: string;
  task: ReturnType<typeof ownTasksOf>[number] | undefined;
  given: UnitOpinion | undefined;
}

/** What the reader's units have said or have to say, item by item. */
const ownOpinionsOf = (meeting: MeetingDetail): OwnOpinion[] => {
  const tasks = ownTasksOf(meeting).filter(isOpinionTask);
  const own = meeting.seats.filter(({ isOwn }) => isOwn).map(({ unit }) => unit.code);
  return meeting.agenda.filter(isHeard).flatMap((item, at) =>
    item.units.flatMap(({ code: unit }) => {
      const task = tasks.find(({ slot }) => slot === `${item.key}/${unit}`);
      const given = item.opinions.find((opinion) => opinion.unit.code === unit);
      const mine = task !== undefined || (own.includes(unit) && given !== undefined);
      return mine ? [{ item, place: at + 1, unit, task, given }] : [];
    }),
  );
};

const Given = ({ opinion }: { opinion: UnitOpinion }) => {
  const { t } = useLanguage();
  const words = t.meetings.opinions;
  if (opinion.standing === 'notGiven') {
    return (
      <p className={styles.silent}>
        {words.silent}，{words.silentHint}
      </p>
    );
  }
  return (
    <div data-testid="opinion-given">
      <p className={styles.scores}>
        {opinion.match !== null && opinion.feasibility !== null
          ? words.scores(opinion.match, opinion.feasibility)
          : opinion.position
            ? words.positions[opinion.position]
            : null}
      </p>
      {opinion.text ? <p className={styles.text}>{opinion.text}</p> : null}
      {opinion.by && opinion.at ? (
        <p className={styles.by}>{words.givenBy(opinion.by, moment(opinion.at, t))}</p>
      ) : null}
    </div>
  );
};

/** 意见: one screen with all the items of a unit; for whoever runs the meeting the whole picture. */
export const OpinionsTab = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useLanguage();
  const words = t.meetings.opinions;
  const unitName = useUnitNames('short');
  const own = ownOpinionsOf(meeting);
  const runs = runsIt(meeting);
  const asked = meeting.agenda.some((item) => isHeard(item) && item.units.length > 0);
  const sits = meeting.seats.some(({ isOwn, role }) => isOwn && role === 'reviewer');
  const severalUnits = new Set(own.map(({ unit }) => unit)).size > 1;
  return (
    <div className={styles.stack} id="meeting-work">
      {own.length > 0 ? (
        <Card
          title={words.yours}
          extra={words.progress(own.filter(({ given }) => given?.standing === 'given').length, own.length)}
          flush
        >
          <ol>
            {own.map(({ item, place, unit, task, given }) => (
              <li key={`${item.key} ${unit}`} className={styles.item} data-testid="own-opinion" data-item={item.key}>
                <h3 className={styles.title}>
                  <small>{t.meetings.agenda.item(place)}</small>
                  {item.projectName ?? item.title}
                  {severalUnits ? <small>{unitName(unit)}</small> : null}
                </h3>
                {item.question ? <p className={styles.question}>{item.question}</p> : null}
                {given ? (
                  <Given opinion={given} />
                ) : task ? (
                  <OpinionForm meeting={meeting} item={item} task={task} />
                ) : null}
              </li>
            ))}
          </ol>
        </Card>
      ) : sits && !hasBegun(meeting) ? (
        <Card title={words.yours}>
          <p className={styles.none}>{words.notYet}</p>
        </Card>
      ) : null}
      {runs || hasBegun(meeting) ? (
        <Card title={words.overview} extra={words.overviewHint} flush>
          {asked ? <OpinionMatrix meeting={meeting} /> : <p className={styles.void}>{words.empty}</p>}
        </Card>
      ) : own.length === 0 && !sits ? (
        <Card>
          <p className={styles.none}>{asked ? words.noneAsked : words.empty}</p>
        </Card>
      ) : (
        <p className={styles.later}>{words.later}</p>
      )}
    </div>
  );
};
