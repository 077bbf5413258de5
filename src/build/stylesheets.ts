/**
 * Part of `npm run build`: compiles every entry point of `xslt/` (the files directly in it and in `xslt/schematron/`) to a stylesheet
 * export file (SEF) in `dist/program/sef/`. Stylesheets are never compiled when the program runs.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { packageFile } from '../formats/package.js';

const xslt3 = join(dirname(createRequire(import.meta.url).resolve('xslt3/package.json')), 'xslt3.js');
const out = packageFile('dist/program/sef');

function entryPoints(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xsl'))
    .sort()
    .map((name) => join(folder, name));
}

/** The newest change in a folder, with all below it, as milliseconds. */
function newest(folder: string): number {
  return readdirSync(folder, { recursive: true })
    .map((name) => statSync(join(folder, String(name))).mtimeMs)
    .reduce((a, b) => Math.max(a, b), 0);
}

mkdirSync(out, { recursive: true });
const changed = newest(packageFile('xslt'));
for (const path of [...entryPoints(packageFile('xslt')), ...entryPoints(packageFile('xslt/schematron'))]) {
  const target = join(out, `${basename(path, '.xsl')}.sef.json`);
  if (existsSync(target) && statSync(target).mtimeMs > changed) continue;
  execFileSync(process.execPath, [xslt3, `-xsl:${path}`, `-export:${target}`, '-nogo', '-relocate:on'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
