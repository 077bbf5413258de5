import type { Block, Inline, PageContent, Paragraph, Part, TextStyle } from '../model/page-content.js';
import { LEADING, NOTE_LEADING, NOTE_SIZE, type PageForm, TEXT_SIZE } from '../press/typography.js';

/** How a page-layout program is told what to set. */
interface Dialect {
  readonly escape: (text: string) => string;
  readonly run: (text: string, style: TextStyle) => string;
  readonly heading: (text: string, level: number) => string;
  readonly paragraph: (text: string) => string;
  readonly note: (label: string, paragraphs: readonly string[]) => string;
  readonly document: (body: string, form: PageForm) => string;
}

const inches = (points: number): string => `${points / 72}in`;

/** Typst's markup. */
export const typst: Dialect = {
  escape: (text) => text.replace(/[\\#$*_`<>@[\]~=/\-+.'"&]/g, (sign) => `\\${sign}`),
  run: (text, { italic, bold, smallCaps }) => {
    let run = text;
    if (italic === true) run = `#emph[${run}]`;
    if (bold === true) run = `#strong[${run}]`;
    return smallCaps === true ? `#smallcaps[${run}]` : run;
  },
  heading: (text, level) => `\n${'='.repeat(Math.min(level, 5))} ${text}\n`,
  paragraph: (text) => `${text}\n\n`,
  note: (_, paragraphs) => `#footnote[${paragraphs.join('').trim()}]`,
  document: (body, { width, height, top, inner, outer }) => `
#set page(width: ${inches(width)}, height: ${inches(height)}, numbering: "1", margin: (top: ${top}pt, inside: ${inner}pt, outside: ${outer}pt, bottom: 57pt))
#set text(font: "Source Serif 4", size: ${TEXT_SIZE}pt, hyphenate: true, lang: "en", region: "us")
#set par(justify: true, first-line-indent: 14pt, leading: ${LEADING - 7.2}pt, spacing: ${LEADING - 7.2}pt)
#show heading: set text(size: ${TEXT_SIZE}pt)
${body}`,
};

/** XSL Formatting Objects (XSL 1.1), for Apache FOP. */
export const formattingObjects: Dialect = {
  escape: (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  run: (text, { italic, bold }) => {
    if (italic !== true && bold !== true) return text;
    const style = `${italic === true ? ' font-style="italic"' : ''}${bold === true ? ' font-weight="bold"' : ''}`;
    return `<fo:inline${style}>${text}</fo:inline>`;
  },
  heading: (text) =>
    `<fo:block font-weight="bold" space-before="24pt" space-after="8pt" keep-with-next="always">${text}</fo:block>\n`,
  paragraph: (text) => `<fo:block text-align="justify" text-indent="14pt">${text}</fo:block>\n`,
  note: (label, paragraphs) => {
    const body = paragraphs.join('');
    const size = `font-size="${NOTE_SIZE}pt" line-height="${NOTE_LEADING}pt"`;
    return `<fo:footnote><fo:inline baseline-shift="super" font-size="6pt">${label}</fo:inline><fo:footnote-body ${size}>${body}</fo:footnote-body></fo:footnote>`;
  },
  document: (body, { width, height, top, inner, outer }) =>
    `<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-size="${TEXT_SIZE}pt" line-height="${LEADING}pt" language="en" country="US" hyphenate="true">
<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="${width}pt" page-height="${height}pt" margin="${top}pt ${outer}pt 57pt ${inner}pt"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">${body}</fo:flow></fo:page-sequence></fo:root>`,
};

/** All words of a book in the dialect of another program, its notes at their calls. */
export function sourceFor(dialect: Dialect, content: PageContent, form: PageForm): string {
  const notes = new Map(content.notes.map(({ id, blocks }) => [id, blocks]));
  const inlines = (items: readonly Inline[]): string => items.map(inline).join('');
  const inline = (item: Inline): string => {
    if (item.type === 'text') return dialect.run(dialect.escape(item.text.replace(/\s+/g, ' ')), item.style ?? {});
    if (item.type === 'page-number') return dialect.escape(item.text);
    if (item.type !== 'call') return item.type === 'line-break' ? ' ' : '';
    const blocks = notes.get(item.note);
    if (blocks === undefined) return '';
    notes.delete(item.note);
    return dialect.note(dialect.escape(item.label), blocks.map(block));
  };
  const paragraph = ({ inlines: own, label = [], level }: Paragraph): string => {
    const text = inlines([...label, ...own]).trim();
    if (text === '') return '';
    return level === undefined ? dialect.paragraph(text) : dialect.heading(text, level);
  };
  const block = (one: Block): string => {
    switch (one.type) {
      case 'paragraph':
        return paragraph(one);
      case 'list':
        return one.items.flat().map(block).join('');
      case 'group':
        return one.blocks.map(block).join('');
      case 'table':
        return [...one.caption, ...one.rows.flat().flatMap((cell) => cell.blocks)].map(block).join('');
      case 'figure':
        return one.caption.map(block).join('');
    }
  };
  const part = ({ blocks, parts }: Part): string => blocks.map(block).join('') + parts.map(part).join('');
  return dialect.document(content.parts.map(part).join(''), form);
}
