import type { LocalizedText } from '@landfall/process-definition';
import { addMonths, dayOf, daysBetween, endOfMonth } from '../business-day';
import type { WorkingDays } from '../working-days';
import { compareShare } from './decimal';
import type { LightReason, ReasonCode, Warning } from './light';
import type { LightRules } from './light-rules';
import type { ProjectSituation } from './project-situation';

interface Checked {
  readonly situation: ProjectSituation;
  readonly rules: LightRules;
  readonly today: string;
  readonly calendar: WorkingDays;
}

type Check = (checked: Checked) => LightReason[];

const RULE = '业务规则 3.7';
const START_LATE = `${RULE}（开工：参照银川2025）`;
const HEALTH_CHECK = `${RULE}（项目体检：参照渭南2022）`;

const reason = (
  code: ReasonCode,
  light: Warning | undefined,
  since: string,
  text: LocalizedText,
  source: string = RULE,
  subject = '',
): LightReason[] => (light === undefined ? [] : [{ code, light, text, since, source, subject }]);

/** The worse of two limits that are passed. */
const warning = (isRed: boolean, isYellow: boolean): Warning | undefined =>
  isRed ? 'red' : isYellow ? 'yellow' : undefined;

const nodeOverdue: Check = ({ situation, rules, today, calendar }) =>
  situation.clockPaused
    ? []
    : situation.nodes.flatMap(({ taskId, title, dueAt }) => {
        const due = dayOf(dueAt);
        const late = calendar.workingDaysBetween(due, today);
        return reason(
          'nodeOverdue',
          warning(late > rules.nodeOverdue.redOverWorkingDays, late >= 1),
          due,
          {
            zh: `“${title.zh}”应于${due}办结，已逾期${late}个工作日`,
            en: `'${title.en}' was due on ${due}; it is ${late} working days late`,
          },
          RULE,
          taskId,
        );
      });

const noUpdate: Check = ({ situation: { lastUpdateAt }, rules, today }) => {
  if (lastUpdateAt === undefined) return [];
  const since = dayOf(lastUpdateAt);
  const days = daysBetween(since, today);
  const { yellowFromDays, redOverDays } = rules.noUpdate;
  return reason('noUpdate', warning(days > redOverDays, days >= yellowFromDays), since, {
    zh: `自${since}起${days}天没有更新`,
    en: `Nothing was updated for ${days} days, since ${since}`,
  });
};

/** What has been finished or runs was started, whether or not anybody has recorded when. */
const hasStarted = ({ startedOn, operatedOn, completedOn }: Parameters<Check>[0]['situation']): boolean =>
  startedOn !== null || operatedOn !== null || completedOn !== undefined;

const startLate: Check = ({ situation, rules, today }) => {
  const { plannedStartOn } = situation;
  if (hasStarted(situation) || plannedStartOn === undefined) return [];
  const isRed = today >= addMonths(plannedStartOn, rules.startLate.redFromMonths);
  const text = {
    zh: `应于${plannedStartOn}开工，至今未开工`,
    en: `It was to start on ${plannedStartOn} and has not started`,
  };
  const light = warning(isRed, today > endOfMonth(plannedStartOn));
  return reason('startLate', light, plannedStartOn, text, START_LATE);
};

const progressBehind: Check = ({ situation, rules, today }) => {
  const { startedOn, operatedOn, completedOn, plannedOperationOn, progress } = situation;
  if (startedOn === null || operatedOn !== null || completedOn !== undefined) return [];
  if (plannedOperationOn === undefined || progress === undefined) return [];
  const whole = daysBetween(startedOn, plannedOperationOn);
  const passed = daysBetween(startedOn, today);
  if (whole <= 0 || passed < 0) return [];
  const planned = Math.min(100, (passed / whole) * 100);
  // Two places are more than a site report knows, and they keep an edge an edge.
  const behind = Math.round((planned - progress) * 100) / 100;
  const { yellowFromPoints, redOverPoints } = rules.progressBehind;
  return reason(
    'progressBehind',
    warning(behind > redOverPoints, behind >= yellowFromPoints),
    startedOn,
    {
      zh: `按时间应完成${Math.round(planned * 10) / 10}%，实际${progress}%，落后${behind}个百分点`,
      en: `By time ${Math.round(planned * 10) / 10}% should be done; ${progress}% is: ${behind} points behind`,
    },
    `${RULE}（进度：参照银川2025）`,
  );
};

const noFunds: Check = ({ situation: { startedOn, fundsInPlace }, rules, today }) => {
  if (startedOn === null || fundsInPlace === undefined || compareShare(fundsInPlace, 100, '0') !== 0) return [];
  const isYellow = today >= addMonths(startedOn, rules.noFunds.yellowFromMonths);
  const months = rules.noFunds.yellowFromMonths;
  return reason(
    'noFunds',
    warning(false, isYellow),
    startedOn,
    {
      zh: `${startedOn}开工已满${months}个月，到位资金仍为零`,
      en: `It started on ${startedOn}; ${months} months later no funds are in place`,
    },
    HEALTH_CHECK,
  );
};

const fundsLow: Check = ({ situation: { startedOn, fundsInPlace, totalInvestment }, rules, today }) => {
  if (startedOn === null || fundsInPlace === undefined || totalInvestment === undefined) return [];
  const { redOverMonths, redBelowPercent } = rules.fundsLow;
  const isLow = compareShare(fundsInPlace, redBelowPercent, totalInvestment) === -1;
  return reason(
    'fundsLow',
    warning(isLow && today > addMonths(startedOn, redOverMonths), false),
    startedOn,
    {
      zh: `${startedOn}开工已超过${redOverMonths}个月，到位资金${fundsInPlace}万元，不足总投资${totalInvestment}万元的${redBelowPercent}%`,
      en: `More than ${redOverMonths} months after its start on ${startedOn}, ${fundsInPlace} 万元 are in place: less than ${redBelowPercent}% of ${totalInvestment} 万元`,
    },
    HEALTH_CHECK,
  );
};

const notEntered: Check = ({ situation: { startedOn, statEntryOn }, rules, today }) => {
  if (startedOn === null || statEntryOn !== null) return [];
  const { yellowOverMonths, redOverMonths } = rules.notEntered;
  const light = warning(today > addMonths(startedOn, redOverMonths), today > addMonths(startedOn, yellowOverMonths));
  const text = {
    zh: `${startedOn}开工，已超过${light === 'red' ? redOverMonths : yellowOverMonths}个月未入统`,
    en: `It started on ${startedOn} and has not entered statistics after ${light === 'red' ? redOverMonths : yellowOverMonths} month(s)`,
  };
  return reason('notEntered', light, startedOn, text, `${RULE}（入统：参照银川2025）`);
};

const signedNotStarted: Check = ({ situation, rules, today }) => {
  const { signedOn } = situation;
  if (signedOn === null || hasStarted(situation)) return [];
  const { redOverMonths } = rules.signedNotStarted;
  return reason(
    'signedNotStarted',
    warning(today > addMonths(signedOn, redOverMonths), false),
    signedOn,
    {
      zh: `${signedOn}签约，已超过${redOverMonths}个月未开工`,
      en: `It was signed on ${signedOn} and has not started after ${redOverMonths} months`,
    },
    HEALTH_CHECK,
  );
};

const issueOpen: Check = ({ situation, rules, today, calendar }) =>
  situation.issues.flatMap(({ issueId, openedAt }) => {
    const since = dayOf(openedAt);
    const days = calendar.workingDaysBetween(since, today);
    const { yellowOverWorkingDays, redOverWorkingDays } = rules.issueOpen;
    return reason(
      'issueOpen',
      warning(days > redOverWorkingDays, days > yellowOverWorkingDays),
      since,
      { zh: `堵点自${since}起已${days}个工作日未解决`, en: `An issue has been open for ${days} working days` },
      RULE,
      issueId,
    );
  });

const LEVELS: readonly LocalizedText[] = [
  { zh: '专班', en: 'task force' },
  { zh: '办公室', en: 'office' },
  { zh: '分管副组长', en: 'deputy leader' },
  { zh: '领导小组', en: 'leading group' },
];

const issueLevel: Check = ({ situation, rules }) =>
  situation.issues.flatMap(({ issueId, openedAt, level }) => {
    const name = LEVELS[level] ?? { zh: `第${level}级`, en: `level ${level}` };
    return reason(
      'issueLevel',
      warning(level >= rules.issueOpen.redFromLevel, false),
      dayOf(openedAt),
      { zh: `堵点已升级至${name.zh}`, en: `An issue has climbed to the ${name.en}` },
      RULE,
      issueId,
    );
  });

const notRegistered: Check = ({ situation: { registeredOn, agreedRegistrationOn }, rules, today }) => {
  if (registeredOn !== null || agreedRegistrationOn === undefined) return [];
  const { redOverDays } = rules.notRegistered;
  return reason(
    'notRegistered',
    warning(daysBetween(agreedRegistrationOn, today) > redOverDays, false),
    agreedRegistrationOn,
    {
      zh: `约定${agreedRegistrationOn}前注册，已超过${redOverDays}天未注册`,
      en: `It was to register by ${agreedRegistrationOn}; more than ${redOverDays} days later it has not`,
    },
    `${RULE}（退出预警：参照甘孜2016）`,
  );
};

/** Every rule of domain-model 3.7; each looks at facts of its own and knows nothing of the others. */
export const lightChecks: readonly Check[] = [
  nodeOverdue,
  noUpdate,
  startLate,
  progressBehind,
  noFunds,
  fundsLow,
  notEntered,
  signedNotStarted,
  issueOpen,
  issueLevel,
  notRegistered,
];
