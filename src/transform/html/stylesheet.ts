import { withRenditions } from '../renditions.js';
import { contents } from './style/contents.js';
import { frame } from './style/frame.js';
import { ground } from './style/ground.js';
import { lists } from './style/lists.js';
import { notes } from './style/notes.js';
import { paper } from './style/paper.js';
import { record } from './style/record.js';
import { screens } from './style/screens.js';
import { tables } from './style/tables.js';
import { text } from './style/text.js';
import { titlePage } from './style/title-page.js';

/** The rooms of the stylesheet, in its order: what is said later counts more. */
const rooms = [ground, frame, contents, text, notes, lists, tables, record, titlePage, screens, paper];

/** The site's stylesheet, with the volume's own renditions. */
export function stylesheetFor(renditions: ReadonlyMap<string, string>): string {
  return withRenditions(rooms.join('\n'), renditions);
}
