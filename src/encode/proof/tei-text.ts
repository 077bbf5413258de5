/** Elements whose ends are no ends of words. */
const INLINE = new Set(
  'persName orgName gloss placeName date hi pb note gap ref term stamp seg del unclear sic num'.split(' '),
);

/**
 * The text of the TEI's main flow, in pieces; a blank stands for the end of a block. The text of each note (but of inline ones, which stand
 * where they are printed) is put into `notes`, by its id.
 */
export function* teiText(tei: string, notes: Map<string, string[]>): Generator<string> {
  /** What to come back to when each open element ends. */
  const open: { readonly flow: Flow; readonly note: string[] }[] = [];
  /** The texts of the note that is open. */
  let note: string[] = [];
  let flow: Flow = 'main';
  for (let at = tei.indexOf('<text>'); at >= 0 && at < tei.length; ) {
    if (tei[at] !== '<') {
      const end = positionOf('<', tei, at);
      const text = unescapeXml(tei.slice(at, end));
      if (flow === 'main') yield text;
      else if (flow === 'note') note.push(text);
      at = end;
      continue;
    }
    const { name, end, kind } = tagAt(tei, at);
    const before = flow;
    const own = note;
    if (kind === 'end') ({ flow, note } = open.pop() ?? { flow: 'main', note });
    if (kind === 'start') {
      open.push({ flow, note });
      flow = flowOf(name, tei.slice(at, end), flow);
      // A note can be called in another, which goes on after it.
      if (flow === 'note' && name === 'note' && !isInline(tei.slice(at, end))) note = opened(notes, tei.slice(at, end));
    }
    if (!INLINE.has(name) && before === 'main') yield ' ';
    else if (!INLINE.has(name)) own.push(' ');
    at = end + 1;
  }
}

/** The tag that begins at a place, with where it ends. */
function tagAt(
  tei: string,
  at: number,
): { readonly name: string; readonly end: number; readonly kind: 'start' | 'end' | 'empty' } {
  const end = positionOf('>', tei, at);
  const isEnd = tei[at + 1] === '/';
  const start = isEnd ? at + 2 : at + 1;
  let after = start;
  while (after < end && isOfName(tei.charCodeAt(after))) after++;
  return { name: tei.slice(start, after), end, kind: isEnd ? 'end' : tei[end - 1] === '/' ? 'empty' : 'start' };
}

/** The texts of a note that opens, by its id. */
function opened(notes: Map<string, string[]>, tag: string): string[] {
  const id = ID.exec(tag)?.[1] ?? `note ${notes.size}`;
  const note = notes.get(id) ?? [];
  notes.set(id, note);
  return note;
}

function positionOf(sign: string, tei: string, from: number): number {
  const at = tei.indexOf(sign, from);
  return at < 0 ? tei.length : at;
}

/** Whether a character is of the name of an element: a letter, a digit, or the colon behind the name of a space. */
function isOfName(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 58) || code === 95;
}

const ID = / xml:id="([^"]*)"/;

type Flow = 'main' | 'note' | 'supplied';

/** Where the text of an element belongs that stands in a flow. */
function flowOf(name: string, attributes: string, flow: Flow): Flow {
  // Of a date that the editor has set right, the words are the text's; a whole dateline that is supplied is marked itself.
  if (flow === 'supplied' || (name !== 'date' && attributes.includes('resp="#editor"'))) return 'supplied';
  return flow === 'main' && name === 'note' && !isInline(attributes) ? 'note' : flow;
}

function isInline(attributes: string): boolean {
  return attributes.includes('rend="inline"');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.includes('&')
    ? text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
    : text;
}
