import { Rejection } from '@landfall/process-definition';
import { Algorithm, hash, type Options, verify } from '@node-rs/argon2';

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane; about 30 ms.
const COST: Options = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const SHORTEST = 10;
const LONGEST = 128;
const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u];

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

export const passwordFits = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password);

/** Takes as long as checking a real password: an unknown username must not answer sooner than a known one. */
export const checkAgainstNobody = async (password: string): Promise<false> => {
  nobody ??= hashPassword('nobody has this password');
  await passwordFits(await nobody, password);
  return false;
};

let nobody: Promise<string> | undefined;

/**
 * Refuses a new password that is easy to guess.
 *
 * @throws Rejection `ACCOUNT.PASSWORD_WEAK` (422): 10 to 128 characters, three of small letters, capitals, digits and other
 * signs, without the username.
 */
export const requireStrongPassword = (password: string, username: string): void => {
  const classes = CLASSES.filter((one) => one.test(password)).length;
  const named = password.toLowerCase().includes(username.toLowerCase());
  if (password.length >= SHORTEST && password.length <= LONGEST && classes >= 3 && !named) return;
  throw new Rejection({
    code: 'ACCOUNT.PASSWORD_WEAK',
    status: 422,
    message: `Expected a password of ${SHORTEST} to ${LONGEST} characters with three of small letters, capitals, digits and other signs and without the username, but it is simpler`,
    params: { shortest: SHORTEST, longest: LONGEST },
  });
};
