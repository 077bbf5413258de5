import { type StartTag, TEI } from '../formats/sax.js';
import type { SaxonNode, XsltParameters } from '../formats/saxon.js';
import type { XdmBuilder } from '../formats/xdm.js';

/** Elements that the stylesheet would look for in the whole tree, which is a walk over all of it each time. */
const LOOKED_FOR: ReadonlySet<string> = new Set(['note', 'div']);

/** What stands beside the text, and is shown behind it where it has words (`xslt/prepare/30-sections.xsl`, `$shown`). */
const BESIDE_TEXT = ['particDesc', 'settingDesc', 'standOff', 'sourceDoc'];

/** Whether an element is to be gathered while the tree is built. */
export function isLookedFor({ local, uri }: StartTag): boolean {
  return uri === TEI && LOOKED_FOR.has(local);
}

/** What the building of the tree has shown, as parameters of the stylesheet, which then need not look for it. */
export function whatIsKnown(built: XdmBuilder): XsltParameters {
  const isTextAlone = !BESIDE_TEXT.some((name) => built.has(name));
  return {
    'may-have-index': built.has('index'),
    'may-have-attachments': built.has('attachment') || built.has('floatingText'),
    'may-have-nameless': built.kept.some((node) => node.localName === 'div' && !hasId(node)),
    ...(isTextAlone
      ? {
          'are-notes-told': true,
          'told-notes': built.kept.filter((node) => node.localName === 'note' && isInText(node)),
        }
      : {}),
  };
}

function hasId({ attributes }: SaxonNode): boolean {
  for (let i = 0; i < attributes.length; i++) if (attributes[i]?.nodeName === 'xml:id') return true;
  return false;
}

/** Whether a node is in the text of the file, `/TEI/text`. */
function isInText(node: SaxonNode): boolean {
  const path: SaxonNode[] = [];
  for (let at: SaxonNode | null = node; at !== null; at = at.parentNode) path.push(at);
  const [text, root] = [path.at(-3), path.at(-2)];
  return root?.localName === 'TEI' && text?.localName === 'text';
}
