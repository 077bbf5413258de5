/** `init --series`: a manifest for the volumes of a folder. */
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/words.js';
import { makeFolder, writeNew } from '../formats/file-output.js';
import { firstSeries, volumesIn } from '../series/first-series.js';
import { SERIES_MANIFEST } from '../series/is-series.js';
import { seriesJsonSchema } from '../series/manifest-schema.js';
import { argument } from './argument.js';
import type { Terminal } from './terminal.js';
import type { ExitCode } from './verb.js';

const SCHEMA = 'series.schema.json';

export function initialiseSeries(folder: string, from: string | undefined, terminal: Terminal): ExitCode {
  const path = join(folder, SERIES_MANIFEST);
  const hindrance =
    from !== undefined
      ? diagnostic('SE020')
      : existsSync(path)
        ? diagnostic('SE019', { name: SERIES_MANIFEST, path: folder }, { file: path })
        : undefined;
  if (hindrance !== undefined) {
    terminal.report([hindrance]);
    terminal.sayJson({ diagnostics: [hindrance] });
    return 2;
  }
  makeFolder(folder);
  const volumes = volumesIn(folder);
  const id = basename(resolve(folder)).replace(/[^\w.-]+/g, '-');
  writeNew(path, firstSeries(/^[A-Za-z_]/.test(id) ? id : `s${id}`, volumes));
  if (!existsSync(join(folder, SCHEMA))) writeNew(join(folder, SCHEMA), seriesJsonSchema());
  const named =
    volumes.length === 0
      ? 'Name your volumes in it'
      : `It names ${plural(volumes.length, 'volume')}, or patterns of them. Fill in title and publisher`;
  terminal.say(`Made ${path}. ${named}.\nBuild it: chancery build ${argument(folder)}`);
  terminal.sayJson({ folder, files: [SCHEMA, SERIES_MANIFEST], volumes: volumes.map(({ path: own }) => own) });
  return 0;
}
