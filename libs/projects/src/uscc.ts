/** The alphabet of GB 32100-2015: no I, O, S, V, Z. A character's value is its position. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const BINHAI_AREA = '120116';

export type UsccProblem = 'length' | 'character' | 'area' | 'checkDigit';

/**
 * What is unusual, yet allowed: registries have given out codes whose organisation part breaks GB 11714, and enterprises
 * in Binhai do not all carry its area (domain-model 4.2).
 */
export type UsccWarning = 'organisationCheckDigit' | 'otherArea';

export interface UsccFinding {
  /** The code as it is stored: half width, upper case, no spaces around. */
  readonly code: string;
  readonly problem: UsccProblem | null;
  readonly warnings: readonly UsccWarning[];
}

const valueAt = (character: string | undefined): number => (character ? ALPHABET.indexOf(character) : -1);

/** The 18th character that the first 17 demand (GB 32100-2015); the outer modulo serves a sum of 0. */
const checkCharacter = (body: string): string => {
  const sum = [...body].reduce((total, character, at) => total + valueAt(character) * (WEIGHTS[at] ?? 0), 0);
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
};

/** The check character of an organisation code (GB 11714), whose letters count from A = 10. */
const organisationCheckCharacter = (body: string): string => {
  const sum = [...body].reduce(
    (total, character, at) => total + Number.parseInt(character, 36) * (ORGANISATION_WEIGHTS[at] ?? 0),
    0,
  );
  const value = (11 - (sum % 11)) % 11;
  return value === 10 ? 'X' : String(value);
};

const problemOf = (code: string): UsccProblem | null => {
  if (code.length !== 18) return 'length';
  if ([...code].some((character) => valueAt(character) < 0)) return 'character';
  if (!/^\d{6}$/.test(code.slice(2, 8))) return 'area';
  return checkCharacter(code.slice(0, 17)) === code[17] ? null : 'checkDigit';
};

/** Checks a unified social credit code (统一社会信用代码, GB 32100-2015) and says what is wrong or unusual in it. */
export const checkUscc = (raw: string): UsccFinding => {
  const code = raw.normalize('NFKC').trim().toUpperCase();
  const problem = problemOf(code);
  if (problem) return { code, problem, warnings: [] };
  const warnings: UsccWarning[] = [];
  if (organisationCheckCharacter(code.slice(8, 16)) !== code[16]) warnings.push('organisationCheckDigit');
  if (code.slice(2, 8) !== BINHAI_AREA) warnings.push('otherArea');
  return { code, problem: null, warnings };
};

/** Tells whether a text is a unified social credit code with a right check character. */
export const isUscc = (raw: string): boolean => checkUscc(raw).problem === null;
