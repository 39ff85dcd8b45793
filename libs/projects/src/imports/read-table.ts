import { Worker } from 'node:worker_threads';
import type { RejectionParams } from '@landfall/process-definition';
import { isProjectRefusalCode, refuse } from '../refusal-texts';
import type { ImportProblem } from './import-columns';
import { TABLE_WORKER } from './table-worker';

export type TableFormat = 'csv' | 'xlsx';

const UNPACKED_LIMIT = 200 * 1024 * 1024;
const MEMORY_MB = 768;
const PATIENCE_MS = 120_000;

interface WorkerMessage {
  readonly rows?: readonly (readonly string[])[];
  readonly end?: true;
  readonly problem?: { readonly code: string; readonly params: RejectionParams };
}

/** Tells by its first bytes what an uploaded file is, or what is wrong with it. */
export const formatOf = (fileName: string, bytes: Buffer): TableFormat | ImportProblem => {
  if (bytes.length === 0) return { code: 'IMPORT.FILE_EMPTY', params: {} };
  const named = fileName.toLowerCase();
  const zip = bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
  if (zip) {
    const workbook = bytes.includes('xl/workbook.xml');
    return workbook
      ? 'xlsx'
      : { code: named.endsWith('.xlsx') ? 'IMPORT.XLSX_BROKEN' : 'IMPORT.FORMAT_UNKNOWN', params: {} };
  }
  if (named.endsWith('.xlsx')) return { code: 'IMPORT.XLSX_BROKEN', params: {} };
  const marked = bytes[0] === 0xff || bytes[0] === 0xfe;
  if (!marked && bytes.subarray(0, 8192).includes(0)) return { code: 'IMPORT.FORMAT_UNKNOWN', params: {} };
  return 'csv';
};

/**
 * Reads a table in a thread of its own, so that other users' requests go on; every cell is text.
 *
 * @throws Rejection with an `IMPORT.…` code (422) for a file that cannot be read
 */
export const readTable = (format: TableFormat, bytes: Buffer): Promise<string[][]> =>
  new Promise((resolve, reject) => {
    const rows: string[][] = [];
    const worker = new Worker(TABLE_WORKER, {
      eval: true,
      workerData: {
        format,
        bytes: new Uint8Array(bytes),
        unpackedLimit: UNPACKED_LIMIT,
        csvParser: require.resolve('csv-parse/sync'),
        xlsxReader: require.resolve('read-excel-file/universal'),
      },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const finish = (act: () => void): void => {
      clearTimeout(patience);
      act();
      void worker.terminate();
    };
    const broken = () => refuse(format === 'xlsx' ? 'IMPORT.XLSX_BROKEN' : 'IMPORT.FORMAT_UNKNOWN', 422);
    const patience = setTimeout(() => finish(() => reject(broken())), PATIENCE_MS);
    worker.on('message', (message: WorkerMessage) => {
      const { problem } = message;
      if (problem) {
        const code = isProjectRefusalCode(problem.code) ? problem.code : 'IMPORT.FORMAT_UNKNOWN';
        finish(() => reject(refuse(code, 422, problem.params)));
      } else if (message.end) finish(() => resolve(rows));
      else for (const row of message.rows ?? []) rows.push([...row]);
    });
    // The thread gave up: out of the memory it was given, or a fault of a parser on a file made for that.
    worker.on('error', () => finish(() => reject(broken())));
  });
