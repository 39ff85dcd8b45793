import type { LocalizedText } from '@landfall/process-definition';

/** 绿、黄、红; grey for a project that stands still on purpose (suspended, closed). */
export type Light = 'green' | 'yellow' | 'red' | 'grey';

export type Warning = Extract<Light, 'yellow' | 'red'>;

export type ReasonCode =
  | 'nodeOverdue'
  | 'noUpdate'
  | 'startLate'
  | 'progressBehind'
  | 'noFunds'
  | 'fundsLow'
  | 'notEntered'
  | 'signedNotStarted'
  | 'issueOpen'
  | 'issueLevel'
  | 'notRegistered';

/** Why a light is what it is: one sentence with its numbers, so that everybody can check it. */
export interface LightReason {
  readonly code: ReasonCode;
  readonly light: Warning;
  readonly text: LocalizedText;
  /** The day that the reason counts from (YYYY-MM-DD): a due day, a last update, an agreed date. */
  readonly since: string;
  /** The rule that it rests on. */
  readonly source: string;
  /** The task or issue that it is about; empty where the project as a whole is meant. */
  readonly subject: string;
}

/** What the rules say about a project at one moment. */
export interface LightReading {
  readonly light: Light;
  readonly reasons: readonly LightReason[];
}

const RANK: Readonly<Record<Light, number>> = { grey: 0, green: 0, yellow: 1, red: 2 };

/** How bad a light is; grey warns of nothing. */
export const rankOf = (light: Light): number => RANK[light];

export const isWorse = (light: Light, than: Light): boolean => RANK[light] > RANK[than];

/** The worst light of some reasons, green without any. */
export const worstOf = (reasons: readonly Pick<LightReason, 'light'>[]): Light =>
  reasons.reduce<Light>((worst, { light }) => (isWorse(light, worst) ? light : worst), 'green');
