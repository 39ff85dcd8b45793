/**
 * `npm run generate`: writes every generated file anew. With --check it writes nothing and fails when one would differ.
 *
 * A generator is a source named `*.generator.ts` that exports `generate()`, which answers, at once or as a promise, with
 * the contents of files by their paths from the root of the checkout.
 */
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { prepare } from './prepare.mjs';
import { complain, say } from './progress.mjs';
import { PlainError, root } from './run-program.mjs';

const isCheck = process.argv.includes('--check');

try {
  process.chdir(root);
  await prepare(['server']);
  const files = {};
  for (const generator of findGenerators()) {
    const { generate } = createRequire(import.meta.url)(join(root, 'dist', generator.replace(/\.ts$/, '.js')));
    Object.assign(files, await generate());
  }
  const different = Object.entries(files)
    .map(([path, content]) => [path, formatted(path, content)])
    .filter(([path, content]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== content);
  if (isCheck && different.length > 0) {
    const names = different.map(([path]) => path).join(', ');
    throw new PlainError(
      `Expected the generated files to be current, but these differ: ${names}; run npm run generate.`,
    );
  }
  for (const [path, content] of different) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    say(`wrote ${path}`);
  }
  say(`${Object.keys(files).length} generated files are current.`);
  process.exit(0);
} catch (error) {
  complain(error instanceof PlainError ? error.message : error.stack);
  process.exit(1);
}

function findGenerators() {
  return ['apps', 'libs', 'workflows']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, path)))
    .filter((path) => path.endsWith('.generator.ts') && !path.includes('node_modules'))
    .sort();
}

/** Generated code has to pass the same format check as written code. */
function formatted(path, content) {
  if (!/\.(ts|tsx|js|mjs|cjs|json|jsonc|css)$/.test(path)) {
    return content;
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const result = spawnSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    cwd: root,
    input: content,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (result.status !== 0) {
    throw new PlainError(`Expected ${path} to be formatted, but: ${result.stderr}`);
  }
  return result.stdout;
}
