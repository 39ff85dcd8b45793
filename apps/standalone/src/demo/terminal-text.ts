/** What is said on a terminal; the signs for bold and dim only where somebody looks. */
export const bold = (text: string): string => (process.stdout.isTTY ? `\u001b[1m${text}\u001b[0m` : text);
export const dim = (text: string): string => (process.stdout.isTTY ? `\u001b[2m${text}\u001b[0m` : text);

export const say = (line = ''): void => {
  process.stdout.write(line === '' ? '\n' : `  ${line}\n`);
};

/** Chinese characters take two columns of a terminal. */
export const width = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffe6]/.test(sign) ? 2 : 1), 0);

/** Fills up to a column; text that is too long keeps one blank behind it. */
export const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(1, columns - width(text)));

/** A line that the next one writes over, such as how far something is; silent where nobody looks. */
export const sayForNow = (line: string): void => {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K  ${line}`);
};
export const forgetLine = (): void => {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
};
