import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFile } from '../formats/package.js';
import { bundledFonts } from '../press/font-files.js';
import type { Contestant, Task, Work } from './tasks.js';

const layout = packageFile('dist/program/build/layout.js');

/**
 * Layout alone: the press beside plain pdfmake with the same words, its notes as ordinary paragraphs; and the page-layout programs that are installed, with the same words
 * and their notes as footnotes.
 */
export function printing(input: string, folder: string, isInstalled: (program: string) => boolean): Task {
  const content = join(folder, 'content.json');
  const to = (name: string): string => join(folder, `layout-${name}`);
  const source = (dialect: string, name: string): void =>
    void execFileSync(process.execPath, [layout, dialect, content, to(name)]);
  execFileSync(process.execPath, [layout, 'content', input, content]);
  const pages = (name: string): Work => ({ unit: 'pages', amount: () => pagesOf(to(name)) });
  const node = (what: string, name: string): Contestant['command'] => [
    process.execPath,
    layout,
    what,
    content,
    to(name),
  ];
  const plain = 'plain pdfmake, notes as paragraphs';
  const peers: Contestant[] = [];
  if (isInstalled('typst')) {
    source('typst', 'book.typ');
    const fonts = dirname(dirname(bundledFonts().text.regular));
    peers.push({
      program: 'Typst',
      command: ['typst', 'compile', '--font-path', fonts, to('book.typ'), to('typst.pdf')],
      against: plain,
    });
  }
  if (isInstalled('fop')) {
    source('fo', 'book.fo');
    peers.push({
      program: 'Apache FOP',
      command: ['fop', '-q', to('book.fo'), to('fop.pdf')],
      against: plain,
      accepts: [0, 1],
    });
  }
  return {
    name: 'layout',
    contestants: [
      { program: plain, command: node('pdfmake', 'plain.pdf'), work: pages('plain.pdf') },
      {
        program: 'the press: tagged, notes at the foot',
        command: node('press', 'press.pdf'),
        against: plain,
        goal: 1.3,
        work: pages('press.pdf'),
      },
      ...peers,
    ],
  };
}

/** Pages of a file whose page objects no object stream hides. */
function pagesOf(file: string): number {
  return existsSync(file) ? [...readFileSync(file, 'latin1').matchAll(/\/Type \/Page\b/g)].length : 0;
}
