import type { ResolutionKind } from '../context';
import { answerResolution } from '../say';

const KINDS: readonly ResolutionKind[] = ['order', 'unblock', 'deadline', 'note'];

/** Takes each kind of resolution once: it is remembered, answered and passed on. */
export const taking = <Target extends string>(target?: Target) =>
  Object.fromEntries(
    KINDS.map((kind) => [
      `resolution.${kind}`,
      {
        guard: 'newResolution' as const,
        ...(target === undefined ? {} : { target }),
        actions: [{ type: 'rememberResolution' as const, params: { kind } }, answerResolution(kind)],
      },
    ]),
  );
