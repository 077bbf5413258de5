/**
 * Part of `npm run build`: compiles every entry point of `xslt/` (the files directly in it and in `xslt/schematron/`) to a stylesheet
 * export file (SEF) in `dist/program/sef/`. Stylesheets are never compiled when the program runs.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFile } from '../formats/package.js';
import { loadStylesheet, transformToText } from '../formats/saxon.js';
import { parseDocument } from '../formats/xdm.js';

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

function compile(path: string, name: string): void {
  execFileSync(process.execPath, [xslt3, `-xsl:${path}`, `-export:${sef(name)}`, '-nogo', '-relocate:on'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function sef(name: string): string {
  return join(out, `${name}.sef.json`);
}

function isOlder(target: string, changed: number): boolean {
  return !existsSync(target) || statSync(target).mtimeMs <= changed;
}

mkdirSync(out, { recursive: true });
const changed = newest(packageFile('xslt'));
for (const path of [...entryPoints(packageFile('xslt')), ...entryPoints(packageFile('xslt/schematron'))]) {
  const name = basename(path, '.xsl');
  if (isOlder(sef(name), changed)) compile(path, name);
}

// The project's own Schematron schema: turned into XSLT by the stylesheet just compiled, then compiled like the others.
const schema = packageFile('tei/chancery.sch');
if (isOlder(sef('chancery-schematron'), Math.max(changed, statSync(schema).mtimeMs))) {
  const xslt = transformToText(loadStylesheet('schematron'), parseDocument(readFileSync(schema, 'utf8')), {
    base: String(pathToFileURL(schema)),
  });
  if (!xslt.includes('schematron-output')) throw new Error(`tei/chancery.sch is faulty: ${xslt}`);
  const path = packageFile('dist/program/chancery-schematron.xsl');
  writeFileSync(path, xslt);
  compile(path, 'chancery-schematron');
}
