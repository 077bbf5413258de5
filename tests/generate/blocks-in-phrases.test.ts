import { describe, expect, it } from 'vitest';
import { isNight, seedOf } from '../runs.js';
import { failuresOf } from './check.js';
import { countOf, shuffled, Tally } from './night.js';
import { volumeOf } from './splice.js';

/** What phrases stand in: `{}` is their place. */
const PLACES: readonly string[] = [
  '<p>{}</p>',
  '{}',
  '<list><item>{}</item></list>',
  '<list><head>{}</head><item>w</item></list>',
  '<list type="gloss"><label>{}</label><item>w</item></list>',
  '<table><row><cell>{}</cell></row></table>',
  '<table><head>{}</head><row><cell>w</cell></row></table>',
  '<p>w<note n="1">{}</note></p>',
  '<opener><dateline>{}</dateline><salute>w</salute></opener>',
  '<closer><signed>{}</signed></closer>',
  '<figure><head>{}</head><graphic url="m.png"/></figure>',
  '<head>{}</head>',
  '<quote>{}</quote>',
  '<lg><l>{}</l></lg>',
];

/** Phrases, and what begins as one: links that lead somewhere and nowhere, edits, labels. */
const PHRASES: readonly string[] = [
  '{}',
  '<hi rend="italic">{}</hi>',
  '<persName corresp="#p_1">{}</persName>',
  '<persName corresp="#nobody">{}</persName>',
  '<persName>{}</persName>',
  '<ref target="#p_1">{}</ref>',
  '<ref target="https://example.org/">{}</ref>',
  '<seg>{}</seg>',
  '<quote>{}</quote>',
  '<del>{}</del>',
  '<add>{}</add>',
  '<supplied>{}</supplied>',
  '<title>{}</title>',
  '<foreign xml:lang="fr">{}</foreign>',
  '<choice><sic>w</sic><corr>{}</corr></choice>',
];

/** Blocks, where no block is usual. */
const BLOCKS: readonly string[] = [
  '<p>w</p>',
  '<quote rend="blockquote"><p>w</p></quote>',
  '<quote rend="blockquote"> </quote>',
  '<list><item>w</item><item>w</item></list>',
  '<list type="gloss"><label>w</label><item>w</item></list>',
  '<table><head>w</head><row><cell>w</cell><cell>w</cell></row></table>',
  '<figure><graphic url="m.png"/><figDesc>w</figDesc></figure>',
  '<figure><head>w</head><graphic url="m.png"/></figure>',
  '<lg><l>w</l><l>w</l></lg>',
  '<pb n="2"/>',
  '<note n="2">w</note>',
  '<lb/>',
];

/** Every block in every phrase in every other, in every place, with words before and after each. */
function* passages(): Generator<string> {
  const round = (text: string): string => `w${text}w`;
  for (const place of PLACES)
    for (const outer of PHRASES)
      for (const inner of PHRASES)
        for (const block of BLOCKS) {
          const phrase = outer.replace('{}', () => round(inner.replace('{}', () => round(block))));
          yield place.replace('{}', () => round(phrase));
        }
}

const AT_ONCE = 40;
const PERSONS = '<list type="persons" xml:id="persons"><item xml:id="p_1">w</item></list>';

/** Each word is another, with or without a space after it. */
function numbered(text: string, space: string): string {
  let count = 0;
  return text.replace(/(?<=>|^)w|w(?=<|$)/g, () => `w${++count}x${space}`).replace(/xx/g, 'x');
}

function volume(of: readonly string[], space: string): string {
  const documents = of.map(
    (passage, i) => `<div type="document" xml:id="d${i + 1}" n="${i + 1}"><head>H</head>${passage}</div>`,
  );
  return volumeOf([numbered(PERSONS + documents.join('\n'), space)]);
}

describe('blocks in phrases', () => {
  it('are in all editions, with all their words, whether the schemas allow them there or not', () => {
    const seed = seedOf(3);
    const all = [...passages()];
    const chosen = shuffled(all, seed).slice(0, countOf(240, all.length));
    const tally = new Tally('blocks in phrases, with and without spaces', seed);
    for (const space of ['', ' '])
      for (let i = 0; i < chosen.length; i += AT_ONCE) {
        const passages = chosen.slice(i, i + AT_ONCE);
        if (failuresOf(volume(passages, space)).length > 0)
          for (const passage of passages) {
            const failures = failuresOf(volume([passage], space));
            if (failures.length > 0) tally.fail(`${passage} ${failures.join(' / ')}`, volume([passage], space));
          }
        tally.count(passages.length, chosen.length * 2);
      }
    tally.end(chosen.length * 2);
    expect(isNight ? tally.failures.slice(0, 100) : tally.failures).toEqual([]);
  }, 36_000_000);
});
