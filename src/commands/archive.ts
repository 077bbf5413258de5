import type { VerbGroup } from './verb.js';

/** `archive …`: what is done with the versions of editions. */
export const group: VerbGroup = {
  name: 'archive',
  description:
    'An archive keeps every version of every edition, so that any of them can be read, checked and taken out again, with this program or without it: it is a storage root of the Oxford Common File Layout (OCFL 1.1), ' +
    'a folder that many volumes may share. chancery build adds to it by itself. An edition is called by the id of its volume, or by the id of its object; a version is v1, v2 and so on.',
  verbs: [
    {
      name: 'add',
      summary: 'a built edition → a new version in an archive',
      load: () => import('./archive/add.js'),
    },
    {
      name: 'log',
      summary: 'the versions of an edition: when, who, why, what changed',
      load: () => import('./archive/log.js'),
    },
    { name: 'show', summary: 'the files of a version, and what they are', load: () => import('./archive/show.js') },
    {
      name: 'diff',
      summary: 'what two versions of an edition have differently',
      load: () => import('./archive/diff.js'),
    },
    { name: 'export', summary: 'a version → a folder of its files', load: () => import('./archive/export.js') },
    {
      name: 'verify',
      summary: 'checks an archive: that nothing is missing or damaged',
      load: () => import('./archive/verify.js'),
    },
    {
      name: 'recover',
      summary: 'ends what a deposit that was killed has left',
      load: () => import('./archive/recover.js'),
    },
    {
      name: 'package',
      summary: 'an edition → a BagIt package to hand over, as a folder, ZIP or tar file',
      load: () => import('./archive/package.js'),
    },
    {
      name: 'validate',
      summary: 'checks what somebody has sent: an OCFL root or object, a BagIt bag, a ZIP or tar file',
      load: () => import('./archive/validate.js'),
    },
  ],
};
