import { type LeadRouting, landingKindOf, type RoutingView } from './leads/lead-routing';
import { isPositiveMoney } from './money';
import { isUscc } from './uscc';

/** Tells whether a text is an amount in 万元 that may be nothing. */
export const isNonNegativeMoney = (text: string): boolean => /^\d{1,14}(\.\d{1,4})?$/.test(text);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Tells whether a text can be the id of a project. */
export const isProjectId = (text: string): boolean => UUID.test(text);

/** 小类 of GB/T 4754-2017: a letter and four digits; lists that lost the leading zeros (A11 for A0111) are refused. */
export const isIndustryCode = (text: string): boolean => /^[A-T]\d{4}$/.test(text);

/** 项目代码 of GB/T 40058-2021: time, area, department, type, serial number. Its check digit is not published. */
export const isInvestmentProjectCode = (text: string): boolean => /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/.test(text);

/**
 * The string formats of forms, with those that ask the organisation whether a code is a unit.
 *
 * A format answers at once, so the organisation of the last look counts; each use looks again for the next one. Until the
 * first look is done a code is judged by its shape.
 */
export const formFormats = (routing: LeadRouting): Readonly<Record<string, (value: string) => boolean>> => {
  let view: RoutingView | undefined;
  const look = (): RoutingView | undefined => {
    routing.view().then(
      (fresh) => {
        view = fresh;
      },
      // The organisation of the last look goes on counting while the database cannot be reached.
      () => {},
    );
    return view;
  };
  look();
  const unit = (shape: RegExp, known: (view: RoutingView, code: string) => boolean) => (code: string) => {
    const seen = look();
    return shape.test(code) && (seen === undefined || known(seen, code));
  };
  return {
    uscc: isUscc,
    'positive-money': isPositiveMoney,
    'non-negative-money': isNonNegativeMoney,
    uuid: isProjectId,
    'industry-code': isIndustryCode,
    'investment-project-code': isInvestmentProjectCode,
    'org-unit': unit(/^[A-Z]+\d*$/, (seen, code) => seen.unit(code) !== undefined),
    'landing-unit': unit(/^[A-Z]\d{2}$/, (seen, code) => landingKindOf(seen, code) !== null),
    'task-force': unit(/^[A-Z]\d{2}$/, (seen, code) => seen.unit(code)?.kind === 'DEPARTMENT'),
  };
};
