import type { MarkedBlock, MarkedInline } from './tree.js';

/** Inlines with one blank where the page has several, none at the ends of lines, and no line ends at the ends of the whole (CSS Text 3 §4.1). */
export function evened(inlines: readonly MarkedInline[]): readonly MarkedInline[] {
  const state = { isAtStart: true };
  const made = forward(inlines, state);
  return trimmedEnd(made);
}

function forward(inlines: readonly MarkedInline[], state: { isAtStart: boolean }): MarkedInline[] {
  return inlines.flatMap((inline): readonly MarkedInline[] => {
    if (inline.type === 'emphasis') return [{ ...inline, children: forward(inline.children, state) }];
    if (inline.type === 'break') {
      state.isAtStart = true;
      return [inline];
    }
    if (inline.type !== 'words') return [inline];
    const value = state.isAtStart ? inline.value.replace(/^[\s\u00A0]+/, '') : inline.value;
    if (value === '') return [{ ...inline, value }];
    state.isAtStart = / $/.test(value);
    return [{ ...inline, value }];
  });
}

function trimmedEnd(inlines: readonly MarkedInline[]): readonly MarkedInline[] {
  const made = [...inlines];
  for (let at = made.length - 1; at >= 0; at--) {
    const inline = made[at];
    if (inline?.type === 'break' || (inline?.type === 'words' && inline.value.trim() === '')) {
      if (inline.type === 'break') made.splice(at, 1);
      continue;
    }
    if (inline?.type === 'dropped') continue;
    if (inline?.type === 'words') made[at] = { ...inline, value: inline.value.trimEnd() };
    break;
  }
  const first = made.findIndex(
    (inline) => inline.type !== 'break' && !(inline.type === 'words' && inline.value.trim() === ''),
  );
  return first <= 0 ? made : made.filter((inline, index) => index >= first || inline.type !== 'break');
}

/** A line that is ended in the middle of a sentence goes on all the same: the text was broken to a width. */
export function wrapped(inlines: readonly MarkedInline[]): readonly MarkedInline[] {
  if (!inlines.some(({ type }) => type === 'break')) return inlines;
  const lines = printedWords(inlines).split('\n');
  if (!lines.slice(1).some((line) => /^\s*\p{Ll}/u.test(line))) return inlines;
  return inlines.map((inline) => (inline.type === 'break' ? { type: 'words', value: ' ' } : inline));
}

function printedWords(inlines: readonly MarkedInline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'break') return '\n';
      return inline.type === 'emphasis' ? printedWords(inline.children) : inline.type === 'words' ? inline.value : '';
    })
    .join('');
}

/** Whether there is anything but blanks. */
export function hasWords(inlines: readonly MarkedInline[]): boolean {
  return inlines.some(
    (inline) =>
      inline.type === 'call' ||
      (inline.type === 'words' && inline.value.trim() !== '') ||
      (inline.type === 'emphasis' && hasWords(inline.children)),
  );
}

/** Whether there is anything to keep: words, or what is counted though it is not printed. */
export function isKept(inlines: readonly MarkedInline[]): boolean {
  return inlines.some(
    (inline) =>
      inline.type === 'call' ||
      inline.type === 'dropped' ||
      (inline.type === 'words' && inline.value.trim() !== '') ||
      (inline.type === 'emphasis' && isKept(inline.children)),
  );
}

/** The paragraphs of typed lines: an empty line parts two. */
export function linesOf(inlines: readonly MarkedInline[]): readonly MarkedBlock[] {
  const paragraphs: MarkedInline[][] = [[]];
  let line: MarkedInline[] = [];
  const endLine = (): void => {
    if (!isKept(line)) paragraphs.push([]);
    else {
      const paragraph = paragraphs.at(-1);
      if (paragraph === undefined) return;
      if (paragraph.length > 0) paragraph.push({ type: 'break' });
      for (const inline of line) paragraph.push(inline);
    }
    line = [];
  };
  for (const inline of inlines) {
    if (inline.type === 'break') endLine();
    else line.push(inline);
  }
  endLine();
  return paragraphs.filter(isKept).map((children) => ({ type: 'paragraph', children }));
}
