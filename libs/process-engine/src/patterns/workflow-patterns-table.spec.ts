import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SPECS = readdirSync(__dirname).filter(
  (file) => file.endsWith('.spec.ts') && file !== 'workflow-patterns-table.spec.ts',
);
const source = (file: string): string => readFileSync(join(__dirname, file), 'utf8');

/** The tests of patterns in a file, as their titles name them: `WCP-01 Sequence`. */
const testsIn = (file: string): string[] =>
  [...source(file).matchAll(/'(W(?:CP|RP|EX)-\d\d [^:'\n]+): /g)].map(([, name]) => name ?? '');

const lines = readFileSync(join(__dirname, '../../../../docs/workflow-patterns.md'), 'utf8').split('\n');

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The rows of the table below a heading. */
const tableOf = (heading: string): string[][] => {
  const from = lines.indexOf(`## ${heading}`) + 1;
  const to = lines.findIndex((line, index) => index >= from && line.startsWith('## '));
  const rows = lines.slice(from, to < 0 ? undefined : to).filter((line) => line.startsWith('|'));
  return rows.slice(2).map(cellsOf);
};

interface PatternRow {
  readonly number: number;
  readonly name: string;
  readonly supported: string;
  readonly by: string;
  readonly test: string;
}

const patternsOf = (heading: string): PatternRow[] =>
  tableOf(heading).map(([number = '', name = '', _zh, supported = '', by = '', _how, test = '']) => ({
    ...{ number: Number(number), name, supported, by, test },
  }));

const TABLES = [
  { heading: 'Control flow', prefix: 'WCP' },
  { heading: 'Resources', prefix: 'WRP' },
] as const;

const headline = (name: string): string[] =>
  lines
    .filter((line) => line.startsWith(`| ${name} |`))
    .slice(0, 1)
    .flatMap(cellsOf);

/** The file and the title of a table's last cell. */
const testOf = (cell: string): { file: string; title: string } => {
  const [, file = '', title = ''] = /^`([^`]+)` · (.+)$/.exec(cell) ?? [];
  return { file, title };
};

const isThere = (cell: string): boolean => {
  const { file, title } = testOf(cell);
  return SPECS.includes(file) && testsIn(file).includes(title);
};

describe('the page of workflow patterns', () => {
  it.each(TABLES)('names each of the 43 patterns of "$heading" once, in order', ({ heading }) => {
    const numbers = patternsOf(heading).map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 43 }, (_, index) => index + 1));
  });

  it.each(TABLES)('has a test for every pattern of "$heading" that it calls supported', ({ heading, prefix }) => {
    for (const { number, name, supported, by, test } of patternsOf(heading)) {
      expect(['yes', 'partly', 'no']).toContain(supported);
      if (supported === 'no') continue;
      expect(['construct', 'definition']).toContain(by);
      expect(testOf(test).title).toBe(`${prefix}-${String(number).padStart(2, '0')} ${name}`);
      expect([test, isThere(test)]).toEqual([test, true]);
    }
  });

  it.each(TABLES)('says in its headline what the table of "$heading" says', ({ heading }) => {
    const rows = patternsOf(heading);
    const yes = rows.filter(({ supported }) => supported === 'yes');
    const counted = [
      `${yes.length} of 43`,
      yes.filter(({ by }) => by === 'construct').length,
      yes.filter(({ by }) => by === 'definition').length,
      rows.filter(({ supported }) => supported === 'partly').length,
      rows.filter(({ supported }) => supported === 'no').length,
    ].map(String);
    expect(headline(heading).slice(1, 6)).toEqual(counted);
    expect(yes.length).toBeGreaterThanOrEqual(40);
  });

  it('has a strategy with a test for every trigger and every standing of work', () => {
    const rows = tableOf('Exceptions');
    const triggers = [...new Set(rows.map(([trigger = '']) => trigger))];
    expect(triggers).toHaveLength(5);
    const cells = triggers.flatMap((trigger) => ['offered', 'allocated', 'begun'].map((item) => `${trigger}, ${item}`));
    expect(rows.map(([trigger, _zh, item]) => `${trigger}, ${item}`)).toEqual(cells);
    for (const [, , , strategy = '', test = ''] of rows)
      expect([strategy.length > 0, test, isThere(test)]).toEqual([true, test, true]);
    rows.forEach(([, , , , test = ''], index) => {
      expect(testOf(test).title).toBe(`WEX-${String(index + 1).padStart(2, '0')} ${cells[index]}`);
    });
    expect(headline('Exceptions')[1]).toBe(`${rows.length} of 15`);
  });

  it('leaves no test of a pattern out, and no test of a pattern is passed over', () => {
    const named = [...TABLES.map(({ heading }) => heading), 'Exceptions']
      .flatMap((heading) => tableOf(heading).map((cells) => testOf(cells.at(-1) ?? '').title))
      .sort();
    expect(SPECS.flatMap(testsIn).sort()).toEqual(named);
    for (const file of SPECS)
      expect(source(file)).not.toMatch(/\b(it|describe)\.(skip|todo|only|failing)\b|\bx(it|describe)\(/);
  });
});
