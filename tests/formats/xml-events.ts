import type { readXml, XmlHandler } from '../../src/formats/sax.js';
import { SourceFile } from '../../src/model/source-file.js';

/** All that a reader sees of a text: events with their places, then findings. */
export function seen(text: string, read: typeof readXml): readonly string[] {
  const events: string[] = [];
  const tag =
    (kind: string): XmlHandler['startTag'] =>
    (t, start, end) => {
      const attributes = Object.values(t.attributes).map((a) => `${a.name}|${a.prefix}|${a.local}|${a.uri}|${a.value}`);
      events.push([kind, t.name, t.prefix, t.local, t.uri, t.isSelfClosing, start, end, ...attributes].join(' '));
    };
  const startTag = tag('start');
  const endTag = tag('end');
  const problems = read(new SourceFile('a.xml', text), {
    ...(startTag === undefined ? {} : { startTag }),
    ...(endTag === undefined ? {} : { endTag }),
    text: (data, start, end) => events.push(`text ${JSON.stringify(data)} ${start} ${end}`),
    comment: (data, start, end) => events.push(`comment ${JSON.stringify(data)} ${start} ${end}`),
    processingInstruction: (target, data, start, end) =>
      events.push(`pi ${target} ${JSON.stringify(data)} ${start} ${end}`),
  });
  return [...events, ...problems.map((d) => `${d.code} ${d.place?.start?.offset} ${d.message}`)];
}
