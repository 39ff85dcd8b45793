import type { UserTaskDefinition, WorkRule, WorkShare } from '@landfall/process-definition';
import type { LiveTask } from '../commit/loaded-instance';

/** What a work item came to: the outcome, and the share whose slot and form go with it. */
export interface ItemResult {
  readonly outcome: string;
  readonly share: LiveTask;
}

export const isMember = ({ part }: Pick<LiveTask, 'part'>): boolean =>
  part !== 'signerBefore' && part !== 'signerAfter';

/** Whether a share has nothing more to do: done, passed over, or gone. */
export const isEnded = ({ state }: Pick<LiveTask, 'state'>): boolean =>
  state === 'completed' || state === 'skipped' || state === 'cancelled';

const members = (shares: readonly LiveTask[]): LiveTask[] =>
  shares.filter((share) => isMember(share) && share.state !== 'cancelled').sort((a, b) => a.seq - b.seq);

const signersOf = (shares: readonly LiveTask[], id: string, part: LiveTask['part']): LiveTask[] =>
  shares.filter((share) => share.signs_for === id && share.part === part && share.state !== 'cancelled');

/** An answer counts once those who were asked to sign after it have signed. */
const isSettled = (shares: readonly LiveTask[], share: LiveTask): boolean =>
  share.state === 'completed' && signersOf(shares, share.id, 'signerAfter').every(isEnded);

/**
 * Whether a share has to wait for others of its item: for those who sign before it, for the task it signs after, or for its
 * turn.
 */
export const waits = (rule: WorkRule | undefined, shares: readonly LiveTask[], share: LiveTask): boolean => {
  if (share.part === 'signerBefore') return false;
  if (share.part === 'signerAfter') {
    return shares.find(({ id }) => id === share.signs_for)?.state !== 'completed';
  }
  if (signersOf(shares, share.id, 'signerBefore').some((signer) => !isEnded(signer))) return true;
  if (rule?.kind !== 'sequential') return false;
  return members(shares).some(
    (other) => other.seq < share.seq && other.state !== 'skipped' && !isSettled(shares, other),
  );
};

/** The rule of an item: its definition's, or 会签 once somebody was asked to sign beside the only one. */
export const ruleOf = (definition: UserTaskDefinition, shares: readonly LiveTask[]): WorkRule | undefined => {
  if (definition.work || members(shares).length <= 1) return definition.work;
  const worstFirst = (['negative', 'neutral', 'positive'] as const).flatMap((tone) =>
    Object.entries(definition.outcomes)
      .filter(([, outcome]) => outcome.tone === tone)
      .map(([key]) => key),
  );
  return { kind: 'all', order: worstFirst, stopOn: [] };
};

/**
 * Decides what the shares of an item come to so far.
 *
 * @returns undefined while more has to be said
 */
export const resultOf = (definition: UserTaskDefinition, shares: readonly LiveTask[]): ItemResult | undefined => {
  const all = members(shares);
  const settled = all.filter((share) => isSettled(shares, share));
  const rest = all.filter((share) => share.state !== 'skipped' && !settled.includes(share));
  const last = latest(settled);
  const rule = ruleOf(definition, shares);
  // Nobody is left who could say it: what was passed over stands for the outcome that the definition names.
  const passedOver = all.find(
    ({ state, part }) => state === 'skipped' && (part === 'lead' || rest.length + settled.length === 0),
  );
  if (passedOver) {
    return definition.skipAs === undefined ? undefined : { outcome: definition.skipAs, share: passedOver };
  }
  switch (rule?.kind) {
    case undefined:
    case 'any':
      return last ? answerOf(last) : undefined;
    case 'all':
    case 'sequential': {
      const stopping = settled.find(({ outcome }) => outcome !== null && rule.stopOn.includes(outcome));
      if (stopping) return answerOf(stopping);
      return rest.length === 0 ? worstOf(settled, rule.order) : undefined;
    }
    case 'leadAssist': {
      const lead = settled.find(({ part }) => part === 'lead');
      return lead ? answerOf(lead) : undefined;
    }
    case 'vote':
      return voteResult(rule, all, settled, rest);
  }
};

const answerOf = (share: LiveTask): ItemResult | undefined =>
  share.outcome === null ? undefined : { outcome: share.outcome, share };

const latest = (shares: readonly LiveTask[]): LiveTask | undefined =>
  [...shares].sort((a, b) => endOf(a) - endOf(b)).at(-1);

const endOf = ({ ended_at }: LiveTask): number => (ended_at === null ? 0 : Date.parse(ended_at));

const worstOf = (settled: readonly LiveTask[], order: readonly string[]): ItemResult | undefined => {
  const rank = ({ outcome }: LiveTask): number => {
    const place = outcome === null ? -1 : order.indexOf(outcome);
    return place < 0 ? order.length : place;
  };
  const [worst] = [...settled].sort((a, b) => rank(a) - rank(b));
  return worst ? answerOf(worst) : undefined;
};

/** All comparisons are between whole numbers: a vote that hangs on a third is never decided by a rounding. */
const voteResult = (
  rule: Extract<WorkRule, { kind: 'vote' }>,
  all: readonly LiveTask[],
  settled: readonly LiveTask[],
  rest: readonly LiveTask[],
): ItemResult | undefined => {
  const total = sumOf(all.filter(({ state }) => state !== 'skipped'));
  const yes = settled.filter(({ outcome }) => outcome === rule.yes);
  const enough = (weight: number, [numerator, denominator]: readonly [number, number]): boolean =>
    weight * denominator >= total * numerator;
  const decided = rest.length === 0;
  if (!decided && !enough(sumOf(settled), rule.quorum)) return undefined;
  const share = latest(settled);
  if (!share) return undefined;
  if (enough(sumOf(settled), rule.quorum) && enough(sumOf(yes), rule.pass)) {
    return { outcome: rule.yes, share: latest(yes) ?? share };
  }
  const outOfReach = !enough(sumOf(yes) + sumOf(rest), rule.pass);
  if (!decided && !outOfReach) return undefined;
  return { outcome: rule.no, share: latest(settled.filter(({ outcome }) => outcome === rule.no)) ?? share };
};

const sumOf = (shares: readonly LiveTask[]): number => shares.reduce((sum, { weight }) => sum + weight, 0);

/** What everybody said, for the machine and for history. */
export const sharesSaid = (shares: readonly LiveTask[]): WorkShare[] =>
  members(shares).flatMap((share) =>
    share.state === 'completed' && share.outcome !== null
      ? [
          {
            slot: share.slot,
            group: share.candidate_group,
            weight: share.weight,
            outcome: share.outcome,
            form: share.form ?? {},
            by: share.completed_for_name ?? share.completed_by_name ?? '',
            at: share.ended_at ?? '',
          },
        ]
      : [],
  );

/** The outcomes a signer may choose. */
export const SIGNER_OUTCOMES = ['agree', 'object'] as const;

export const isSignerOutcome = (outcome: string): outcome is (typeof SIGNER_OUTCOMES)[number] =>
  SIGNER_OUTCOMES.some((known) => known === outcome);
