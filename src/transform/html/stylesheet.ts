import type { Theme } from '../../model/theme.js';
import type { WebFace } from '../../model/web-face.js';
import { withRenditions } from '../renditions.js';
import { faceRules } from './faces.js';
import { browse } from './style/browse.js';
import { colourRules } from './style/colours.js';
import { contents } from './style/contents.js';
import { find } from './style/find.js';
import { frame } from './style/frame.js';
import { ground } from './style/ground.js';
import { leaves } from './style/leaves.js';
import { lists } from './style/lists.js';
import { notes } from './style/notes.js';
import { paper } from './style/paper.js';
import { record } from './style/record.js';
import { reference } from './style/reference.js';
import { screens } from './style/screens.js';
import { tables } from './style/tables.js';
import { text } from './style/text.js';
import { titlePage } from './style/title-page.js';

/** The rooms of the stylesheet, in its order: what is said later counts more. */
const rooms = [
  ground,
  frame,
  find,
  contents,
  text,
  notes,
  lists,
  tables,
  record,
  titlePage,
  leaves,
  browse,
  screens,
  paper,
  reference,
];

/**
 * The site's stylesheet, with the volume's own renditions.
 * @param theme whose colours it has
 * @param faces those that the site has files of
 */
export function stylesheetFor(
  renditions: ReadonlyMap<string, string>,
  theme: Theme,
  faces: readonly WebFace[],
): string {
  return withRenditions([faceRules(faces), colourRules(theme), ...rooms].join('\n'), renditions);
}
