import writeXlsxFile from 'write-excel-file/node';

/** One column of a list: its heading, its width in characters, and how the cell is said. */
export interface ListColumn<Row> {
  readonly heading: string;
  readonly width: number;
  readonly value: (row: Row, at: number) => string | number;
  readonly align?: 'left' | 'center' | 'right';
}

/** More than a cell of Excel takes is cut, and says so. */
const LONGEST = 32_000;

const textOf = (value: string): string =>
  value.length <= LONGEST ? value : `${value.slice(0, LONGEST)}…（过长，未全部列出）`;

/**
 * Writes rows as .xlsx: a heading line that stays in sight, columns as wide as they need to be, and every text as text, so
 * that a code keeps its leading zeros and nothing is ever read as a formula.
 */
export const writeList = async <Row>(
  sheet: string,
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
): Promise<Buffer> => {
  const border = { borderStyle: 'thin', borderColor: '#000000' } as const;
  const head = columns.map(({ heading }) => ({
    value: heading,
    type: String,
    fontWeight: 'bold',
    align: 'center',
    alignVertical: 'center',
    backgroundColor: '#E7EEF7',
    wrap: true,
    ...border,
  }));
  const body = rows.map((row, at) =>
    columns.map(({ value, align }) => {
      const told = value(row, at);
      const style = { alignVertical: 'center', wrap: true, align: align ?? 'left', ...border } as const;
      return typeof told === 'number'
        ? { value: told, type: Number, ...style }
        : { value: textOf(told), type: String, format: '@', ...style };
    }),
  );
  return writeXlsxFile([head, ...body] as never, {
    sheet,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }).toBuffer();
};
