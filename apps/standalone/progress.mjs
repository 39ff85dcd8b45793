/** Shows what is being done: a line that moves in a terminal, two plain lines elsewhere. */

const out = process.stdout;
const moves = Boolean(out.isTTY) && process.env.TERM !== 'dumb' && !process.env.CI;
const coloured = moves && !process.env.NO_COLOR;
const paint = (code, text) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = (text) => paint('1', text);
export const dim = (text) => paint('2', text);
const green = (text) => paint('32', text);
const red = (text) => paint('31', text);

/** Says a sentence. */
export const say = (sentence) => out.write(`  ${sentence}\n`);

/** Says what went wrong. */
export const complain = (sentence) => process.stderr.write(`\n  ${red('✗')} ${sentence.replaceAll('\n', '\n    ')}\n`);

/** Does some work and shows how long it takes. */
export const step = async (title, work) => {
  const since = Date.now();
  const elapsed = () => {
    const seconds = (Date.now() - since) / 1000;
    return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
  };
  const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
  let frame = 0;
  const show = () => {
    frame += 1;
    return moves
      ? out.write(`\r\u001b[K  ${frames[frame % frames.length]} ${title} ${dim(elapsed())}`)
      : out.write(`  … ${title}${frame > 1 ? ` (${elapsed()})` : ''}\n`);
  };
  show();
  const timer = setInterval(show, moves ? 100 : 20_000);
  const end = (mark) => {
    clearInterval(timer);
    out.write(`${moves ? '\r\u001b[K' : ''}  ${mark} ${title} ${dim(elapsed())}\n`);
  };
  try {
    const result = await work();
    end(green('✓'));
    return result;
  } catch (error) {
    end(red('✗'));
    throw error;
  }
};
