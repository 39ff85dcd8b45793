import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/**
 * The kinds of values that settings take: zod schemas from the text of the environment to the typed value. The message of
 * each issue completes the sentence "Expected … to be …".
 */

/** A whole number within bounds, both included. */
export const wholeNumber = (min: number, max: number) =>
  checked(`a whole number from ${min} to ${max}`, (value) => {
    const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    return number >= min && number <= max ? number : undefined;
  });

/** `true` or `false`. */
export const yesOrNo = () =>
  checked('true or false', (value) => (value === 'true' ? true : value === 'false' ? false : undefined));

/** `1` switches something on, `0` leaves it off. */
export const onOrOff = () => checked('1 or 0', (value) => (value === '1' ? true : value === '0' ? false : undefined));

/** A date like 2026-01-02. */
export const date = () =>
  checked('a date like 2026-01-02', (value) => {
    const day = new Date(`${value}T00:00:00Z`);
    return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
      ? value
      : undefined;
  });

/** One of a few words. */
export const oneOf = <const Word extends string>(...words: readonly Word[]) =>
  checked(
    words.length === 1 ? `'${words[0]}'` : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`,
    (value): Word | undefined => words.find((word) => word === value),
  );

/** Text of at least so many characters. */
export const text = (minLength: number) =>
  checked(`a text of at least ${minLength} characters`, (value) => (value.length >= minLength ? value : undefined));

/** A path; what is not absolute starts at the folder in which the process was started. */
export const path = () =>
  checked('the path of a folder', (value) => (value.includes('\0') ? undefined : resolve(value)));

/** The address of a server, with one of these protocols. */
export const url = (...protocols: readonly string[]) =>
  checked(`an address that starts with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`, (value) =>
    protocols.some((protocol) => value.startsWith(`${protocol}://`)) && URL.canParse(value) ? value : undefined,
  );

/** A length of time such as `500ms`, `30s`, `15m`, `8h` or `7d`, in milliseconds. */
export const duration = (min: string, max: string) =>
  checked(`a length of time from ${min} to ${max}, such as 500ms, 30s, 15m, 8h or 7d`, (value) =>
    within(TIME, min, max, value),
  );

/** A size such as `500kB` or `20MB`, in bytes. */
export const size = (min: string, max: string) =>
  checked(`a size from ${min} to ${max}, such as 500kB or 20MB`, (value) => within(SIZE, min, max, value));

/**
 * Which proxies in front may tell the client's address: none (`false`), so many, or those with these addresses.
 * `true` is not among them, for then every client could tell any address.
 */
export const trustedProxies = () =>
  checked(
    'false, the number of proxies in front, or their addresses with commas between',
    (value): false | number | readonly string[] | undefined => {
      if (value === 'false') {
        return false;
      }
      if (/^\d{1,2}$/.test(value)) {
        return Number(value);
      }
      const addresses = value.split(',').map((address) => address.trim());
      return addresses.every(isAddress) ? addresses : undefined;
    },
  );

const isAddress = (value: string): boolean => {
  const [address = '', prefix, ...more] = value.split('/');
  const isNamed = ['loopback', 'linklocal', 'uniquelocal'].includes(value);
  return isNamed || (isIP(address) !== 0 && more.length === 0 && (prefix === undefined || /^\d{1,3}$/.test(prefix)));
};

const TIME = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const SIZE = { B: 1, kB: 1_000, MB: 1_000_000, GB: 1_000_000_000 };

const within = (units: Readonly<Record<string, number>>, min: string, max: string, value: string) => {
  const [amount, least, most] = [value, min, max].map((quantity) => {
    const [, number, unit] = /^(\d{1,9})\s?([A-Za-z]{1,2})$/.exec(quantity) ?? [];
    return Number(number) * (units[unit ?? ''] ?? Number.NaN);
  }) as [number, number, number];
  return amount >= least && amount <= most ? amount : undefined;
};

const checked = <Value>(expected: string, read: (value: string) => Value | undefined) =>
  z.string().transform((value, context): Value => {
    const result = read(value);
    if (result === undefined) {
      context.addIssue(expected);
      return z.NEVER;
    }
    return result;
  });
