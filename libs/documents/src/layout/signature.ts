import type { Paragraph } from './document-model';
import { arabicDate } from './numbering';
import { widthInCharacters } from './text-width';

/**
 * 署名 and 成文日期 (GB/T 9704-2012, 7.3.5): with a seal the date leaves four characters free on the right and the issuer
 * stands centred over it; without one the issuer leaves two characters free and the date begins two characters further in.
 *
 * @param date YYYY-MM-DD
 */
export const signature = (issuer: string, date: string, sealed: boolean): Paragraph[] => {
  const dateText = arabicDate(date);
  const wide = widthInCharacters(issuer);
  const dateWide = widthInCharacters(dateText);
  const [issuerRight, dateRight] = sealed ? centredOver(wide, dateWide) : indented(wide, dateWide);
  return [
    { block: 'paragraph', kind: 'signature', runs: [{ text: issuer }], rightCharacters: issuerRight },
    { block: 'paragraph', kind: 'date', runs: [{ text: dateText }], rightCharacters: dateRight },
  ];
};

/** An issuer whose name would leave the type area moves both to the left. */
const centredOver = (wide: number, dateWide: number): [number, number] => {
  const issuerRight = 4 + (dateWide - wide) / 2;
  return issuerRight >= 0 ? [issuerRight, 4] : [0, 4 - issuerRight];
};

const indented = (wide: number, dateWide: number): [number, number] => {
  const dateRight = wide - dateWide; // the date begins two characters right of the issuer, which leaves two free
  return dateRight >= 2 ? [2, dateRight] : [4 - dateRight, 2];
};
