import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { SourceFile } from '../../src/model/source-file.js';

/**
 * What a registry, a clerk or an archive has written at the head or the foot of a sheet changes nothing of what the sheet says. Every text that nobody tuned the rules to is read with
 * it and without.
 */

const unseen = new URL('unseen/', import.meta.url).pathname;
const texts = ['typescripts', 'typescripts-second', 'typescripts-third'].flatMap((set) =>
  readdirSync(join(unseen, set, 'raw')).map(
    (name) => [`${set}/${name}`, readFileSync(join(unseen, set, 'raw', name), 'utf8')] as const,
  ),
);

const names = (parties: readonly { readonly name: string }[] = []): readonly string[] =>
  parties.map(({ name }) => name);

function factsOf(text: string): readonly unknown[] {
  return (encode(new SourceFile('t.txt', text)).value ?? []).map(({ shape, facts }) => ({
    shape,
    genre: facts.genre,
    date: facts.dateline?.date?.when ?? facts.dateline?.date?.from,
    from: names(facts.from),
    to: names(facts.to),
    subject: facts.subject,
    signed: facts.signed,
  }));
}

const plain: ReadonlyMap<string, readonly unknown[]> = new Map(texts.map(([name, text]) => [name, factsOf(text)]));
const isDated = (facts: readonly unknown[]): boolean =>
  facts.every((one) => (one as { date?: string }).date !== undefined);

/** The texts whose facts are others with something written upon them. A date of receipt or of a draft may be taken where the sheet has none. */
function changedBy(write: (text: string) => string): readonly string[] {
  return texts
    .filter(([name]) => isDated(plain.get(name) ?? []))
    .filter(([name, text]) => JSON.stringify(factsOf(write(text))) !== JSON.stringify(plain.get(name)))
    .map(([name]) => name);
}

describe('what is written upon a sheet changes none of its facts', () => {
  it('is tried on many sheets', () => {
    expect(texts.filter(([name]) => isDated(plain.get(name) ?? [])).length).toBeGreaterThan(20);
  });

  it.each([
    '834.3932/2-1859',
    'POL 7 US',
    'File: 320.2',
    "REC'D FEB 24",
    'RECD 2/24/59',
    'RECEIVED\nFEB 24 1959',
    '1959 FEB 24 AM 9 12',
    'LOGGED 3/3/59',
    'FILED MAR 3 1959',
    'IN: 24 FEB 59',
    '(Draft 2/24/59)',
    'DRAFT',
    'COPY NO. 7',
    'No. 17 of 20 copies, Series A',
    'S/S 1234',
    'ARA',
    'ACTION: ARA',
    'THE PRESIDENT HAS SEEN',
    'DECLASSIFIED\nAuthority NND 887407',
    'Page 1 of 3',
  ])('above it: %j', (above) => {
    expect(changedBy((text) => `${above}\n\n${text}`)).toEqual([]);
  });

  it('above a sheet that says to whom it goes: the name of somebody else', () => {
    const isSent = (name: string): boolean =>
      (plain.get(name) ?? []).every((one) => (one as { to: readonly string[] }).to.length > 0);
    expect(texts.filter(([name]) => isSent(name)).length).toBeGreaterThan(8);
    expect(changedBy((text) => `Mr. Silberman\n\n${text}`).filter(isSent)).toEqual([]);
  });

  it.each([
    ['a margin', (text: string) => text.replace(/^(?=.)/gm, '     ')],
    ['blanks at the ends of lines', (text: string) => text.replace(/$/gm, '  ')],
    ['the ends of lines of another system', (text: string) => text.replace(/\n/g, '\r\n')],
    ['empty lines above', (text: string) => `\n\n\n${text}`],
  ])('nor does %s', (_, write) => {
    expect(changedBy(write)).toEqual([]);
  });
});
