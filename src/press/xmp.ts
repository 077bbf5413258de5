import type { AccessibilityPart } from './structure.js';

/** What a PDF/A or PDF/UA file says of itself in its XMP metadata. */
export interface XmpFacts {
  readonly title: string;
  readonly author?: string;
  /** The address of its DOI. */
  readonly identifier?: string;
  readonly subject?: string;
  readonly lang: string;
  readonly date: Date;
  readonly creator: string;
  readonly producer: string;
  /** Whether the file claims a level of PDF/A; pdfkit writes which (ISO 19005). */
  readonly archive: boolean;
  /** The part of PDF/UA that the file claims (ISO 14289-1, 5; ISO 14289-2, 5), if any. */
  readonly accessible: AccessibilityPart | undefined;
}

/** The descriptions of an XMP packet (ISO 16684-1): equal to the entries of the information dictionary, as PDF/A asks for. */
export function xmpOf(facts: XmpFacts): string {
  const date = `${facts.date.toISOString().slice(0, 19)}+00:00`;
  const alt = (name: string, text: string): string =>
    `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></dc:${name}>`;
  const descriptions = [
    [
      'dc="http://purl.org/dc/elements/1.1/"',
      alt('title', facts.title) +
        (facts.author === undefined
          ? ''
          : `<dc:creator><rdf:Seq><rdf:li>${escaped(facts.author)}</rdf:li></rdf:Seq></dc:creator>`) +
        (facts.subject === undefined ? '' : alt('description', facts.subject)) +
        (facts.identifier === undefined ? '' : `<dc:identifier>${escaped(facts.identifier)}</dc:identifier>`) +
        `<dc:language><rdf:Bag><rdf:li>${escaped(facts.lang)}</rdf:li></rdf:Bag></dc:language>`,
    ],
    [
      'xmp="http://ns.adobe.com/xap/1.0/"',
      `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:CreatorTool>${escaped(facts.creator)}</xmp:CreatorTool>`,
    ],
    ['pdf="http://ns.adobe.com/pdf/1.3/"', `<pdf:Producer>${escaped(facts.producer)}</pdf:Producer>`],
    ...claimsOf(facts.accessible),
  ];
  const described = descriptions.map(
    ([namespace = '', content = '']) => `<rdf:Description rdf:about="" xmlns:${namespace}>${content}</rdf:Description>`,
  );
  return [...described, ...(facts.accessible !== undefined && facts.archive ? [EXTENSION] : [])].join('\n');
}

/** Part 2 goes with Well-Tagged PDF 1.0, for readers and for whoever uses the text again, by the PDF Association's PDF Declarations. */
function claimsOf(part: AccessibilityPart | undefined): readonly (readonly string[])[] {
  if (part === undefined) return [];
  const claim = (content: string): readonly string[] => ['pdfuaid="http://www.aiim.org/pdfua/ns/id/"', content];
  if (part === 1) return [claim('<pdfuaid:part>1</pdfuaid:part>')];
  const levels = ['accessibility', 'reuse'].map(
    (level) =>
      `<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#${level}1.0</pdfd:conformsTo></rdf:li>`,
  );
  return [
    claim('<pdfuaid:part>2</pdfuaid:part><pdfuaid:rev>2024</pdfuaid:rev>'),
    [
      'pdfd="http://pdfa.org/declarations/"',
      `<pdfd:declarations><rdf:Bag>${levels.join('')}</rdf:Bag></pdfd:declarations>`,
    ],
  ];
}

/** PDF/A knows the schema of PDF/UA's identifier only when the file describes it (ISO 19005-2, 6.6.2.3). */
const EXTENSION = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
