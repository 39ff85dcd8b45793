import { isPositiveMoney } from './money';
import { isUscc } from './uscc';

/** The string formats of forms that this library can check. */
export const projectFormFormats: Readonly<Record<string, (value: string) => boolean>> = {
  uscc: isUscc,
  'positive-money': isPositiveMoney,
};
