import type {
  Block,
  DateElement,
  FormeWork,
  Inline,
  Name,
  Note,
  Opener,
  PageBreak,
  PlaceName,
} from '../../model/document.js';
import type { Correspondent, DatelineReading, DateReading } from '../../model/header.js';
import type { Span } from '../../model/position.js';
import { type Annotation, LINE_BREAK, type Strand, slice } from '../page/strand.js';

/** An annotation that wraps its stretch in a name. */
export function nameAnnotation(
  span: Span,
  element: Name['element'],
  attributes: Readonly<Record<string, string>> = {},
): Annotation {
  return { ...span, wrap: (children) => ({ element, attributes, children }) as Name };
}

/** Sender or receiver in a heading, linked to the list of persons where the name can mean only one. */
export function correspondentAnnotation(
  { element, span, type }: Correspondent,
  heading: string,
  names: { person(name: string): string | undefined },
): Annotation {
  const corresp = element === 'persName' ? names.person(heading.slice(span.start, span.end)) : undefined;
  return nameAnnotation(span, element, { type, ...(corresp === undefined ? {} : { corresp }) });
}

/** Whether the words of a date can mean another day, say themselves that it is in doubt, or were read with signs corrected. */
export function isUncertain(date: DateReading): boolean {
  return date.alternatives !== undefined || date.isDoubted === true || date.isCorrected === true;
}

/** The attributes of `date`: `@when`, or `@from` and `@to`; none where the document is undated. */
export function dateAttributes(date: DateReading): DateElement['attributes'] {
  return {
    ...(date.when === undefined ? {} : { when: date.when }),
    ...(date.from === undefined ? {} : { from: date.from }),
    ...(date.to === undefined ? {} : { to: date.to }),
    ...(isUncertain(date) ? { cert: 'low' } : date.isMended === true ? { cert: 'medium' } : {}),
  };
}

/** Place and date of a dateline as annotations. */
export function datelineAnnotations(reading: DatelineReading): readonly Annotation[] {
  const { place, date } = reading;
  return [
    ...(place === undefined
      ? []
      : [
          {
            ...place,
            wrap: (children: readonly Inline[]): PlaceName => ({ element: 'placeName', attributes: {}, children }),
          },
        ]),
    ...(date === undefined
      ? []
      : [
          {
            ...date.span,
            wrap: (children: readonly Inline[]): DateElement => ({
              element: 'date',
              attributes: dateAttributes(date),
              children,
            }),
          },
        ]),
  ];
}

/** Page breaks and page furniture before the first word of a strand, and the strand without them: they stand between the blocks. */
export function leadingPages(strand: Strand): {
  readonly pages: readonly (PageBreak | FormeWork)[];
  readonly rest: Strand;
} {
  const pages: (PageBreak | FormeWork)[] = [];
  for (const { at, node } of strand.milestones) {
    if (at > 0 || (node.element !== 'pb' && node.element !== 'fw')) break;
    pages.push(node);
  }
  return { pages, rest: { ...strand, milestones: strand.milestones.slice(pages.length) } };
}

/** A strand without the blanks at its ends. */
export function trimmed(strand: Strand): Strand {
  const blanks = strand.text.length - strand.text.trimStart().length;
  const start = Math.min(blanks, strand.milestones[0]?.at ?? blanks);
  const end = Math.max(start, strand.text.trimEnd().length, strand.milestones.at(-1)?.at ?? 0);
  return slice(strand, start, end, true);
}

/** A block with the page breaks that stand before it. */
export function afterPages(strand: Strand, make: (rest: Strand) => Block): readonly Block[] {
  const { pages, rest } = leadingPages(strand);
  return [...pages, make(rest)];
}

/** The notes that a strand calls. */
export function notesOf(strand: Strand): readonly Note[] {
  return strand.milestones.flatMap((m) => (m.node.element === 'note' ? [m.node] : []));
}

/** What is inline in a child of the opener. */
export function inlineOf(child: Opener['children'][number]): readonly Inline[] {
  if (child.element !== 'address') return child.element === 'pb' ? [child] : (child.children as readonly Inline[]);
  return child.children.flatMap((line, index): readonly Inline[] => [
    ...(index === 0 ? [] : [LINE_BREAK]),
    ...(line.element === 'addrLine' ? line.children : [line]),
  ]);
}
