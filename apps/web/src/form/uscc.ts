const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Full-width letters and stray spaces of a pasted code are put right. */
export const readUscc = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** Checks a unified social credit code by its check digit (GB 32100-2015). */
export const isUscc = (code: string): boolean => {
  if (code.length !== 18) return false;
  let sum = 0;
  for (const [position, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(code.charAt(position));
    if (value < 0) return false;
    sum += value * weight;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
};
