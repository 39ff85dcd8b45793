import { execFile } from 'node:child_process';
import { access, constants, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { refuse } from '../refusal-texts';

const run = promisify(execFile);

const NAMES = ['soffice', 'libreoffice'];
const ELSEWHERE = ['/usr/lib/libreoffice/program/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'];
const TIMEOUT_MS = 90_000;

/** Finds LibreOffice: the program that SOFFICE_PATH names, or the system's own; undefined when there is none. */
export const findLibreOffice = async (environment: NodeJS.ProcessEnv = process.env): Promise<string | undefined> => {
  const given = environment.SOFFICE_PATH;
  if (given) return (await isProgram(given)) ? given : undefined;
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE];
  for (const candidate of candidates) if (await isProgram(candidate)) return candidate;
  return undefined;
};

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/**
 * Makes a PDF of a document of Word by LibreOffice, where it is installed.
 *
 * @throws Rejection `DOCUMENT_PREVIEW.NO_CONVERTER`, `DOCUMENT_PREVIEW.CONVERSION_FAILED` (503)
 */
export const docxToPdf = async (docx: Buffer, environment: NodeJS.ProcessEnv = process.env): Promise<Buffer> => {
  const [pdf] = await docxToPdfs([docx], environment);
  if (pdf === undefined) throw refuse('DOCUMENT_PREVIEW.CONVERSION_FAILED', 503);
  return pdf;
};

/** Makes PDFs of several documents by one start of LibreOffice, in their order; fails as `docxToPdf` does. */
export const docxToPdfs = async (
  documents: readonly Buffer[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Buffer[]> => {
  const program = await findLibreOffice(environment);
  if (program === undefined) throw refuse('DOCUMENT_PREVIEW.NO_CONVERTER', 503);
  const folder = await mkdtemp(join(tmpdir(), 'landfall-preview-'));
  try {
    const files = documents.map((docx, at) => ({ docx, path: join(folder, `document-${at}`) }));
    await Promise.all(files.map(({ docx, path }) => writeFile(`${path}.docx`, docx)));
    const sources = files.map(({ path }) => `${path}.docx`);
    // A profile of its own lets several conversions run beside each other.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const task = ['--headless', '--norestore', '--convert-to', 'pdf:writer_pdf_Export', '--outdir', folder, ...sources];
    await run(program, [profile, ...task], {
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
      env: { ...environment, HOME: folder },
    });
    return await Promise.all(files.map(({ path }) => readFile(`${path}.pdf`)));
  } catch {
    throw refuse('DOCUMENT_PREVIEW.CONVERSION_FAILED', 503);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
