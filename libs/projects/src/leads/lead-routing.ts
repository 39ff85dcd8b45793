import type { LocalizedText } from '@landfall/process-definition';

export type LandingKind = 'ZONE' | 'STREET_TOWN';

export interface LeadToRoute {
  readonly industryFocus: string;
  /** Name and brief: they may suggest, never decide. */
  readonly text?: string;
  readonly landingUnit?: string | null;
  readonly ownership?: string | null;
}

/** Who works on a lead. `leadTaskForce` is null exactly when the office has to dispatch: a guess is never made. */
export interface LeadRoute {
  readonly leadTaskForce: string | null;
  readonly assistTaskForces: readonly string[];
  readonly ambiguous: boolean;
  readonly reason: LocalizedText;
}

/** What projects ask the organisation about one day; it answers at once and does not change underway. */
export interface RoutingView {
  route(lead: LeadToRoute): LeadRoute;
  /** The code of the one zone, street or town of this name, code or alias. */
  findLandingUnit(name: string): string | null;
  unit(code: string): { readonly kind: string; readonly name: LocalizedText } | undefined;
  unitName(code: string): LocalizedText;
  taskForceName(code: string): LocalizedText;
  readonly units: readonly { readonly code: string; readonly kind: string; readonly name: LocalizedText }[];
  readonly industryRules: readonly { readonly keyword: LocalizedText; readonly leadTaskForce: string }[];
}

/** The port through which leads are routed; the apps hand in the organisation library, whose shape this is. */
export interface LeadRouting {
  view(): Promise<RoutingView>;
}

const MASKED_KINDS: Readonly<Record<string, LocalizedText>> = {
  ZONE: { zh: '某开发区', en: 'a development zone' },
  STREET_TOWN: { zh: '某街镇', en: 'a street or town' },
  DEPARTMENT: { zh: '某部门专班', en: 'a department task force' },
  LIAISON: { zh: '某联络部门', en: 'a liaison department' },
  OFFICE: { zh: '办公室', en: 'an office' },
};

/** What a second filer learns of the first: which kind of unit it is, not which one (commercial secrecy). */
export const maskedUnitName = (view: RoutingView, code: string): LocalizedText =>
  MASKED_KINDS[view.unit(code)?.kind ?? ''] ?? { zh: '某单位', en: 'a unit' };

export const landingKindOf = (view: RoutingView, code: string | null): LandingKind | null => {
  const kind = code === null ? undefined : view.unit(code)?.kind;
  return kind === 'ZONE' || kind === 'STREET_TOWN' ? kind : null;
};
