/**
 * Part of `npm run build`: keeps SaxonJS as V8 has compiled it for this version of Node.js, with the functions that a volume needs, in
 * `dist/program/`. Every command that transforms starts the sooner.
 */
import { tuneEngine } from '../formats/engine.js';
import { packageFile } from '../formats/package.js';
import { keepSaxonCode } from '../formats/saxon.js';
import { readBuildInput } from '../pipeline/input.js';
import { assembleVolume, encodeFolder } from '../pipeline/volume.js';
import { interpret } from '../transform/pivot.js';

tuneEngine();
const { value: input } = await readBuildInput(packageFile('corpus/sampler'));
if (input?.kind !== 'folder') throw new Error('The sample corpus cannot be read.');
const { value: documents } = await encodeFolder(input);
const { value: volume } = await assembleVolume(input, documents ?? new Map(), (id) => `${id}.xml`);
if (volume === undefined || interpret(volume.source).value === undefined)
  throw new Error('The sample corpus has errors.');
keepSaxonCode();
