/**
 * Part of `npm run build`: puts the modules of the search page together into one classic script, since a page that was opened from a disk may load no
 * modules. A module stands behind those that it imports, all in one function; that no two of them name a thing alike, the parser of the script sees.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { writeWhole } from '../formats/file-output.js';
import { packageFile } from '../formats/package.js';
import { searchScriptPath } from '../pipeline/search-script.js';

const IMPORT = /^import\s(?:[^;]*?\sfrom\s)?'([^']+)';\n/gm;

/** Modules from the one that needs no other to the one that needs all. */
function inOrder(path: string, known: Map<string, string> = new Map()): ReadonlyMap<string, string> {
  if (known.has(path)) return known;
  const text = readFileSync(path, 'utf8');
  for (const [, from = ''] of text.matchAll(IMPORT)) {
    if (!from.startsWith('.')) throw new Error(`${path} imports ${from}, which no browser has.`);
    inOrder(join(dirname(path), from), known);
  }
  return known.set(path, text);
}

function withoutFrame(module: string): string {
  return module
    .replace(IMPORT, '')
    .replace(/^export (?:\{\s*\};\n)?/gm, '')
    .replace(/^[ \t]*\/\*\*?[\s\S]*?\*\/\n/gm, '')
    .replace(/^[ \t]*\/\/.*\n/gm, '')
    .trim();
}

const modules = [...inOrder(packageFile('dist/program/search/browser/page.js')).values()].map(withoutFrame);
const script = `(() => {\n'use strict';\n${modules.join('\n')}\n})();\n`;
new Script(script);
writeWhole(searchScriptPath(), script);
