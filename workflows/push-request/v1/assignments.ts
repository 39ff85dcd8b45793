import { assign } from 'xstate';
import { businessDate, weekdaysAfter } from './business-date';
import type { PushRequestContext, ResolutionKind, TakenResolution } from './context';
import type { PushRequestEvent } from './events';
import { flagOf, namesOf, textOf } from './form-values';
import { speaksOf } from './guards';
import { HOLD_WITHIN, HOLD_WITHIN_URGENT } from './timers';
import { decidingUnits } from './work-groups';

type Update<Params> = (
  context: PushRequestContext,
  event: PushRequestEvent,
  params: Params,
) => Partial<PushRequestContext>;

const remember = <Params = undefined>(update: Update<Params>) =>
  assign<PushRequestContext, PushRequestEvent, Params, PushRequestEvent, never>(({ context, event }, params) =>
    update(context, event, params),
  );

const marked = (
  taken: readonly TakenResolution[],
  event: PushRequestEvent,
  state: TakenResolution['state'],
): TakenResolution[] => taken.map((known) => (speaksOf(event, known) ? { ...known, state } : known));

const NO_AGENDA = { agenda: null, concluded: null } as const;

/** What the request keeps of what it is told. */
export const assignments = {
  rememberAcceptance: remember((context, event) => {
    const urgent = flagOf(event.form, 'urgent') ?? context.urgent;
    return {
      ...NO_AGENDA,
      urgent,
      units: decidingUnits(context, namesOf(event.form, 'units')),
      holdBy: weekdaysAfter(businessDate(event.at), urgent ? HOLD_WITHIN_URGENT : HOLD_WITHIN),
      failure: null,
    };
  }),
  rememberTurn: remember(({ turn }) => ({ ...NO_AGENDA, turn: turn + 1 })),
  rememberAgenda: remember((_context, { meeting = '', meetingTitle = '', item = '' }) => ({
    agenda: { meeting, meetingTitle, item },
  })),
  rememberResolution: remember<{ kind: ResolutionKind }>(({ taken, result }, event, { kind }) => ({
    result: kind === 'note' ? (event.text ?? result) : result,
    taken: [
      ...taken,
      {
        meeting: event.meeting ?? '',
        item: event.item ?? '',
        resolution: event.resolution ?? '',
        kind,
        text: event.text ?? '',
        unit: event.unit ?? null,
        dueOn: event.dueOn ?? null,
        state: kind === 'note' ? 'fulfilled' : 'open',
      },
    ],
  })),
  rememberConclusion: remember((_context, event) => ({ concluded: [...(event.resolutions ?? [])] })),
  rememberFulfilled: remember(({ taken, result }, event) => ({
    taken: marked(taken, event, 'fulfilled'),
    result: event.note ?? result,
  })),
  rememberFailed: remember(({ taken }, event) => ({ taken: marked(taken, event, 'failed') })),
  rememberFailure: remember((_context, event) => ({ failure: event.reason ?? '议定事项已作废' })),
  /** What is still open is not waited for any more. */
  rememberTakenBack: remember(({ taken }, event) => ({
    taken: taken.map((known) => (known.state === 'open' ? { ...known, state: 'failed' as const } : known)),
    failure: textOf(event.form, 'reason'),
  })),
  rememberReason: remember((_context, event) => ({ result: textOf(event.form, 'reason') ?? event.reason ?? null })),
  rememberProjectEnded: remember(() => ({ result: '项目已结束' })),
  rememberIssueClosed: remember(() => ({ result: '堵点已关闭' })),
  rememberMerger: remember((_context, event) => ({ result: textOf(event.form, 'into') })),
};
