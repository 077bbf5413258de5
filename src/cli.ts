#!/usr/bin/env node
/** The command `chancery`: the table of its verbs. */
import type { VerbEntry } from './commands/help.js';
import { runCommandLine } from './commands/run.js';
import { diagnostic } from './diagnostics/diagnostic.js';
import { formatDiagnostic } from './diagnostics/format.js';
import { tuneEngine } from './formats/engine.js';
import { refusal } from './formats/file-output.js';

const verbs: readonly VerbEntry[] = [
  {
    name: 'init',
    summary: 'a new volume to begin with: a manifest with comments and a sample text',
    load: () => import('./commands/init.js'),
  },
  {
    name: 'encode',
    summary: 'raw texts → TEI, one file for each document',
    load: () => import('./commands/encode.js'),
  },
  {
    name: 'validate',
    summary: 'checks TEI: well-formedness, RELAX NG, Schematron, the editorial rules',
    load: () => import('./commands/validate.js'),
  },
  {
    name: 'build',
    summary: 'a volume → validated TEI, web site, EPUB, PDF and an archive copy',
    load: () => import('./commands/build.js'),
  },
  {
    name: 'print',
    summary: 'a volume, or some of its documents → a PDF for the screen, a printer or an archive',
    load: () => import('./commands/print.js'),
  },
  {
    name: 'proof',
    summary: 'a proof for the editors: line numbers, pages of the source, findings in the margin',
    load: () => import('./commands/proof.js'),
  },
  {
    name: 'metadata',
    summary: 'what repositories, libraries and search engines ask of an edition: DataCite, MODS, METS and more',
    load: () => import('./commands/metadata.js'),
  },
  {
    name: 'archive',
    summary: 'versions of editions kept for good (OCFL): list, compare, take out, check, package (BagIt)',
    load: () => import('./commands/archive.js'),
  },
  {
    name: 'rules',
    summary: 'the rules that validation checks; explains the code of a finding',
    load: () => import('./commands/rules.js'),
  },
  {
    name: 'serve',
    summary: 'web editions over HTTP, and their metadata to harvesters (OAI-PMH)',
    load: () => import('./commands/serve.js'),
  },
  {
    name: 'publish',
    summary: 'a built edition → a repository, with a DOI: a draft first',
    load: () => import('./commands/publish.js'),
  },
  {
    name: 'diff',
    summary: 'what has changed between two states of a volume: an errata list',
    load: () => import('./commands/diff.js'),
  },
  {
    name: 'people',
    summary: 'who may be one and the same person in the lists of several volumes',
    load: () => import('./commands/people.js'),
  },
  {
    name: 'index',
    summary: 'what can be referred to in the volumes of a folder, for references between volumes',
    load: () => import('./commands/index-volumes.js'),
  },
];

// A reader that has seen enough (`chancery validate … | head`) ends the program quietly, as it does other tools; a full disk does not.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  const finding = diagnostic('CM036', { reason: refusal(error)?.reason ?? error.message });
  process.stderr.write(`${formatDiagnostic(finding, new Map(), { color: false, width: 100 })}\n`);
  process.exit(2);
});
// Where findings and progress cannot be shown, nothing can be said of it either.
process.stderr.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? undefined : 2));

tuneEngine();
process.exitCode = await runCommandLine(verbs, process.argv.slice(2), process);
