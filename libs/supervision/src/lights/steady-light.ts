import { isWorse, type Light, type LightReading, type LightReason, type ReasonCode, worstOf } from './light';

/** Why a light is read: something happened to the project, or the day's run at 07:00 came. */
export type LightOccasion = 'event' | 'daily';

/** A light as it is shown, with the reasons that hold it although they are gone. */
export interface SteadyLight {
  readonly light: Light;
  readonly reasons: readonly LightReason[];
  readonly heldReasons: readonly LightReason[];
}

/**
 * Reasons that rest on a figure: it may stand within its limit in the morning and beyond it again in the evening. All others
 * are over once they are answered: the task is done, the update made, the start recorded, the issue closed.
 */
const RESTS_ON_A_FIGURE: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['progressBehind', 'fundsLow']);

/**
 * Keeps a light from flapping.
 *
 * Worse is shown at once, whatever the occasion. Better is shown at once only when every reason that held the colour was
 * answered by the event. Where one rested on a figure (progress, funds), the colour stays until the next daily run finds
 * the reason gone. Grey comes and goes at once, because suspending and resuming are decisions.
 *
 * So between two daily runs a figure at its edge changes a light at most once, for the worse. Price: whoever reports a
 * better figure in the morning looks at the old colour until 07:00 of the next day; the page says which reason is gone and
 * when the colour will follow.
 */
export const steadyLight = (
  shown: SteadyLight | undefined,
  reading: LightReading,
  occasion: LightOccasion,
): SteadyLight => {
  const now = { ...reading, heldReasons: [] };
  if (shown === undefined || occasion === 'daily') return now;
  if (shown.light === 'grey' || reading.light === 'grey' || !isWorse(shown.light, reading.light)) return now;
  const heldReasons = [...shown.reasons, ...shown.heldReasons].filter(
    ({ code, light }) => isWorse(light, reading.light) && RESTS_ON_A_FIGURE.has(code),
  );
  return heldReasons.length === 0 ? now : { light: worstOf(heldReasons), reasons: reading.reasons, heldReasons };
};
