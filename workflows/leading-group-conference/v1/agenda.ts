import type { FormValues } from '@landfall/process-definition';
import type { AgendaItem } from '../../meeting-parts/commands';
import type { PreviousConference } from '../../meeting-parts/conference-facts';
import { type ItemInput, itemOf, type MeetingContext } from '../../meeting-parts/v1/context';
import { namesOf, textOf } from '../../meeting-parts/v1/form-values';
import { factsOf } from './context';

/** How long things take, in minutes; the office arranges what it wants otherwise. */
const MINUTES = { readBack: 10, speech: 8, reports: 10, exchange: 10, deployment: 30 } as const;

const OPEN: readonly string[] = ['issued', 'applied', 'failed', 'lapsed'];

/** The resolutions that the conference before has left open. */
export const openOf = ({ resolutions }: PreviousConference) =>
  resolutions.filter(({ standing }) => OPEN.includes(standing));

const READ_BACK = 'readBack';
const REPORTS = 'reports';
const DEPLOYMENT = 'deployment';
const SPEECH = 'report:';

const readBackQuestion = (previous: PreviousConference): string =>
  `${previous.title}议定事项 ${previous.resolutions.length} 项，未落实 ${openOf(previous).length} 项`;

const item = (input: ItemInput): AgendaItem => itemOf(input, false);

/**
 * The agenda as the data give it (S38): what became of the resolutions of last time, the reports, 典型做法 of the units that
 * offered some, and the work that is deployed. What was put on before stays on.
 */
export const draftAgenda = (context: MeetingContext): readonly AgendaItem[] => {
  const { previous, reports } = factsOf(context);
  return [
    ...(previous === null
      ? []
      : [
          item({
            key: READ_BACK,
            kind: 'readBack',
            title: '上次会议议定事项落实情况',
            question: readBackQuestion(previous),
            minutes: MINUTES.readBack,
          }),
        ]),
    item({
      key: REPORTS,
      kind: 'report',
      title: '各成员单位招商引资工作开展情况',
      question: reportsQuestion(context),
      minutes: MINUTES.reports,
    }),
    ...reports.flatMap(({ unit, topic }) =>
      topic === null
        ? []
        : [
            item({
              key: `exchange:${unit}`,
              kind: 'exchange',
              title: topic.title,
              presenter: unit,
              minutes: MINUTES.exchange,
            }),
          ],
    ),
    ...context.items,
    item({
      key: DEPLOYMENT,
      kind: 'deployment',
      title: '部署推动全区招商引资重点工作',
      minutes: MINUTES.deployment,
    }),
  ];
};

const reportsQuestion = (context: MeetingContext): string => {
  const { reports } = factsOf(context);
  const missing = reports.filter(({ standing }) => standing === 'notGiven').length;
  return `已报 ${reports.length - missing} 个单位，未报 ${missing} 个`;
};

/** The agenda as the office composes it: the units that speak come one by one before the written reports. */
export const composedAgenda = (context: MeetingContext, form: FormValues | undefined): readonly AgendaItem[] => {
  const speakers = namesOf(form, 'speakers');
  const deployment = textOf(form, 'deployment');
  const kept = context.items.filter(
    ({ key }) => !key.startsWith(SPEECH) || speakers.includes(key.slice(SPEECH.length)),
  );
  const speeches = speakers
    .filter((unit) => !kept.some(({ key }) => key === `${SPEECH}${unit}`))
    .map((unit) =>
      item({
        key: `${SPEECH}${unit}`,
        kind: 'report',
        title: '招商引资工作开展情况汇报',
        presenter: unit,
        minutes: MINUTES.speech,
      }),
    );
  const asked = kept.map((known) => (known.key === DEPLOYMENT ? { ...known, question: deployment } : known));
  const at = asked.findIndex(({ key }) => key === REPORTS);
  return [...asked.slice(0, Math.max(at, 0)), ...speeches, ...asked.slice(Math.max(at, 0))];
};

/** What the conference before answered stands in the read-back at once. */
export const readBackAgenda = (items: readonly AgendaItem[], previous: PreviousConference): readonly AgendaItem[] =>
  items.map((known) => (known.key === READ_BACK ? { ...known, question: readBackQuestion(previous) } : known));
