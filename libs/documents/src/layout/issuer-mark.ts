import { TEXT_WIDTH } from './page';
import { widthInCharacters } from './text-width';

const TALLEST_PT = 50;
const NARROWEST_PERCENT = 60;

/**
 * How tall and how narrow the words of an issuer's mark stand so that they fill the line and never leave it: tall narrow
 * letters for a long name, as red heads are printed.
 */
export const fitMark = (text: string): { readonly sizePt: number; readonly scalePercent: number } => {
  const room = TEXT_WIDTH / 20 - 4;
  const characters = Math.max(1, widthInCharacters(text));
  const scale = Math.floor((room / (characters * TALLEST_PT)) * 100);
  if (scale >= NARROWEST_PERCENT) return { sizePt: TALLEST_PT, scalePercent: Math.min(100, scale) };
  const size = Math.floor(room / (characters * NARROWEST_PERCENT * 0.01));
  return { sizePt: size, scalePercent: NARROWEST_PERCENT };
};
