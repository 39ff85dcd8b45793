/**
 * The program of the thread that reads uploaded tables, as text.
 *
 * It is text because a thread needs a file of its own, and this library runs from TypeScript sources in tests and from
 * compiled files in the product. Its parsers are handed over by path; everything it answers is a message:
 * `{ rows }` in portions, then `{ end: true }`, or `{ problem: { code, params } }`.
 */
export const TABLE_WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { inflateRawSync } = require('node:zlib');

const PORTION = 500;

class Unreadable extends Error {
  constructor(code, params = {}) {
    super(code);
    this.problem = { code, params };
  }
}

const decode = (bytes) => {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) throw new Unreadable('IMPORT.ENCODING_UNKNOWN');
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  throw new Unreadable('IMPORT.ENCODING_UNKNOWN');
};

const delimiterOf = (text) => {
  const header = text.slice(0, text.search(/[\\r\\n]|$/));
  const counts = [',', '\\t', ';'].map((delimiter) => [delimiter, header.split(delimiter).length]);
  return counts.sort((x, y) => y[1] - x[1])[0][0];
};

const readCsv = (bytes) => {
  const { parse } = require(workerData.csvParser);
  const text = decode(bytes);
  try {
    return parse(text, { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true, max_record_size: 200000 });
  } catch (error) {
    throw new Unreadable('IMPORT.CSV_BROKEN', { line: error.lines ?? 0 });
  }
};

/** Unpacks every entry within a bound, so that a small file cannot become gigabytes. */
const checkSize = (bytes) => {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Unreadable('IMPORT.XLSX_BROKEN');
  let left = workerData.unpackedLimit;
  let at = bytes.readUInt32LE(end + 16);
  for (let entries = bytes.readUInt16LE(end + 10); entries > 0; entries -= 1) {
    const [method, packed, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(from, from + packed);
    left -= method === 0 ? packed : inflateRawSync(data, { maxOutputLength: Math.max(left, 1) }).length;
    if (left < 0) throw new Unreadable('IMPORT.XLSX_BROKEN');
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
};

/** Excel counts with 15 digits; what is written behind them is binary noise. */
const plainNumber = (text) => (/[.eE]/.test(text) ? String(Number(Number(text).toPrecision(15))) : text);

const cellText = (cell) => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell);
};

const readXlsx = async (bytes) => {
  try {
    checkSize(bytes);
    const { readSheet } = require(workerData.xlsxReader);
    const sheet = await readSheet(new Blob([bytes]), { parseNumber: plainNumber });
    return sheet.map((row) => row.map(cellText));
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('IMPORT.XLSX_BROKEN');
  }
};

const read = async () => {
  const bytes = Buffer.from(workerData.bytes);
  const rows = workerData.format === 'xlsx' ? await readXlsx(bytes) : readCsv(bytes);
  for (let at = 0; at < rows.length; at += PORTION) parentPort.postMessage({ rows: rows.slice(at, at + PORTION) });
  parentPort.postMessage({ end: true });
};

read().catch((error) => {
  if (!(error instanceof Unreadable)) throw error;
  parentPort.postMessage({ problem: error.problem });
});
`;
