import { type CountdownRule, isCountdown } from './countdown-rule';
import { type CheckedDefinition, type DefinitionProblem, problem } from './definition-problem';
import type { DeadlineRule, Fraction, UserTaskDefinition, WorkRule } from './user-task-definition';

/** What stands for whoever started the process where duties are kept apart. */
const INITIATOR = 'initiator';

/** How tasks are worked on, how long delays take and where returns lead is said of things that exist. */
export const checkWork = (checked: CheckedDefinition): DefinitionProblem[] => [
  ...Object.entries(checked.definition.userTasks).flatMap(([key, task]) => [
    ...checkNamedOutcomes(key, task),
    ...checkRule(key, task),
    ...checkSeparation(checked, key, task),
  ]),
  ...checkDelayRules(checked),
  ...checkInitiatorStep(checked),
];

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** The outcomes that the rules of a task speak of, by the place that names them. */
const namedOutcomes = ({ work, skipAs }: UserTaskDefinition): (readonly [place: string, outcome: string])[] => [
  ...outcomesOfRule(work),
  ...(skipAs === undefined ? [] : [['skipAs', skipAs] as const]),
];

const outcomesOfRule = (work: WorkRule | undefined): (readonly [string, string])[] => {
  switch (work?.kind) {
    case 'all':
    case 'sequential':
      return [
        ...work.order.map((outcome) => ['work.order', outcome] as const),
        ...work.stopOn.map((outcome) => ['work.stopOn', outcome] as const),
      ];
    case 'vote':
      return [
        ['work.yes', work.yes],
        ['work.no', work.no],
      ];
    case 'leadAssist':
      return work.assist.map((outcome) => ['work.assist', outcome] as const);
    default:
      return [];
  }
};

const checkNamedOutcomes = (key: string, task: UserTaskDefinition): DefinitionProblem[] =>
  namedOutcomes(task)
    .filter(([, outcome]) => !(outcome in task.outcomes))
    .map(([place, outcome]) =>
      problem(
        'UNKNOWN_OUTCOME',
        `Expected ${place} of user task '${key}' to name an outcome, but '${outcome}' is none. Use one of ${quoted(Object.keys(task.outcomes))}.`,
      ),
    );

const checkRule = (key: string, { work, outcomes, skipAs, countsSignatureOnce }: UserTaskDefinition) => {
  const found: DefinitionProblem[] = [];
  if (work?.kind === 'leadAssist') {
    if (Object.keys(outcomes).every((outcome) => work.assist.includes(outcome))) {
      found.push(
        problem(
          'NO_LEAD_OUTCOME',
          `Expected user task '${key}' to leave its lead an outcome, but all of them assist. Take one out of work.assist or add one.`,
        ),
      );
    }
    if (skipAs !== undefined && work.assist.includes(skipAs)) {
      found.push(
        problem(
          'SKIPPED_AS_ASSISTANT',
          `Expected skipAs of user task '${key}' to be an outcome of its lead, but '${skipAs}' assists. Name an outcome that closes the task.`,
        ),
      );
    }
  }
  if (work?.kind === 'vote') {
    found.push(...checkFraction(key, 'pass', work.pass), ...checkFraction(key, 'quorum', work.quorum));
    if (work.yes === work.no) {
      found.push(
        problem(
          'VOTE_WITHOUT_CHOICE',
          `Expected work.yes and work.no of user task '${key}' to differ, but both are '${work.yes}'. Name two outcomes.`,
        ),
      );
    }
  }
  if (countsSignatureOnce && work === undefined) {
    found.push(
      problem(
        'SIGNATURE_WITHOUT_WORK',
        `Expected user task '${key}' to have a work rule, because it counts signatures once, but it has none. Add work or leave countsSignatureOnce out.`,
      ),
    );
  }
  return found;
};

const checkFraction = (key: string, name: string, [numerator, denominator]: Fraction): DefinitionProblem[] =>
  Number.isInteger(numerator) && Number.isInteger(denominator) && numerator > 0 && numerator <= denominator
    ? []
    : [
        problem(
          'FRACTION',
          `Expected work.${name} of user task '${key}' to be more than 0 and at most 1, but it is ${numerator}/${denominator}. Write two thirds as [2, 3].`,
        ),
      ];

const checkSeparation = (
  { definition }: CheckedDefinition,
  key: string,
  { separateFrom = [] }: UserTaskDefinition,
): DefinitionProblem[] =>
  separateFrom
    .filter((other) => other !== INITIATOR && !(other in definition.userTasks))
    .map((other) =>
      problem(
        'UNKNOWN_TASK',
        `Expected separateFrom of user task '${key}' to name a user task, but '${other}' is none. Name a key of userTasks, or '${INITIATOR}' for whoever started the process.`,
      ),
    );

const checkDelayRules = ({ definition, chart }: CheckedDefinition): DefinitionProblem[] => {
  const delays = [...new Set(chart.transitions.flatMap(({ kind, name }) => (kind === 'after' ? [name] : [])))];
  return Object.entries(definition.delayRules ?? {}).flatMap(([delay, rule]) => [
    ...(delays.includes(delay)
      ? []
      : [
          problem(
            'UNKNOWN_DELAY',
            `Expected delayRules to name delays of the machine, but '${delay}' is none. ${
              delays.length === 0 ? 'The machine has none.' : `Use one of ${quoted(delays)}.`
            }`,
          ),
        ]),
    ...(isCountdown(rule) ? checkCountdown(delay, rule) : checkTime(delay, rule)),
  ]);
};

const checkTime = (delay: string, { amount }: DeadlineRule): DefinitionProblem[] =>
  amount > 0
    ? []
    : [
        problem(
          'DELAY_WITHOUT_TIME',
          `Expected the rule of delay '${delay}' to take some time, but its amount is ${amount}. Give it one above 0.`,
        ),
      ];

const checkCountdown = (delay: string, { amount, at }: CountdownRule): DefinitionProblem[] => [
  ...(Number.isInteger(amount) && amount >= 0
    ? []
    : [
        problem(
          'COUNTDOWN_AMOUNT',
          `Expected the rule of delay '${delay}' to count back whole working days, but its amount is ${amount}. Give it 0 or a whole number above.`,
        ),
      ]),
  ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(at)
    ? []
    : [
        problem(
          'COUNTDOWN_TIME',
          `Expected the rule of delay '${delay}' to name a time of day, but it is due at '${at}'. Write it as 09:00.`,
        ),
      ]),
];

const checkInitiatorStep = ({ definition, chart }: CheckedDefinition): DefinitionProblem[] => {
  const { initiatorStep } = definition;
  if (initiatorStep === undefined) return [];
  const opened = [...new Set([...chart.states.values()].flatMap(({ meta }) => meta.task ?? []))];
  return opened.includes(initiatorStep) && initiatorStep in definition.userTasks
    ? []
    : [
        problem(
          'INITIATOR_STEP',
          `Expected initiatorStep to name a user task that a state opens, but '${initiatorStep}' is none. Use one of ${quoted(opened)}.`,
        ),
      ];
};
