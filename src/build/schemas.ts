/** Writes the schemas of tei/ in XML syntax beside those in compact syntax, from which they are made: part of `npm run build`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { packageFile } from '../formats/package.js';
import { SourceFile } from '../model/source-file.js';
import { readRnc } from '../validate/relaxng/rnc.js';
import { writeRng } from '../validate/relaxng/rng-writer.js';

const folder = packageFile('tei');
for (const name of readdirSync(folder).filter((file) => file.endsWith('.rnc'))) {
  const syntax = readRnc(new SourceFile(name, readFileSync(`${folder}/${name}`, 'utf8')), undefined);
  const comment = `Made from ${name} by npm run build; change that file.`;
  writeFileSync(`${folder}/${name.replace(/\.rnc$/, '.rng')}`, writeRng(syntax, comment));
}
