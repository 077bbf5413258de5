import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { checkBag } from '../../src/archive/bagit/check-bag.js';
import { readProfile } from '../../src/archive/bagit/profile.js';
import { bagFiles } from '../../src/archive/bagit/write-bag.js';
import { type OpenPackage, openPackage } from '../../src/formats/package-entries.js';
import { tarOf } from '../../src/formats/tar.js';
import { zipStored } from '../../src/formats/zip-stored.js';
import { chunksOf, type Files } from '../../src/model/file-set.js';
import { runs } from '../runs.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-bagit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A bag as texts by their paths, or bytes. */
type Bag = Map<string, string | Uint8Array>;

function opened(files: Files): OpenPackage {
  const entries = [...files].map(([path, content]) => ({
    path,
    kind: 'file' as const,
    size: [...chunksOf(content)].reduce((sum, chunk) => sum + chunk.length, 0),
    chunks: () => chunksOf(content),
  }));
  return { form: 'folder', entries, close: () => undefined };
}

async function codesOf(files: Files): Promise<string[]> {
  const { diagnostics } = await checkBag('bag', opened(files));
  return [...new Set(diagnostics.map((d) => d.code))].sort();
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** A small bag that is valid, with one manifest, so that each test changes one thing. */
function small(change: (bag: Bag) => void = () => undefined): Bag {
  const bag: Bag = new Map([
    ['bagit.txt', declaration],
    ['bag-info.txt', 'Source-Organization: Us\nPayload-Oxum: 8.2\n'],
    ['manifest-sha256.txt', `${sha('alpha')}  data/a.txt\n${sha('two')}  data/b/c.txt\n`],
    ['data/a.txt', 'alpha'],
    ['data/b/c.txt', 'two'],
  ]);
  change(bag);
  return bag;
}

const put = (path: string, content: string | Uint8Array) => (bag: Bag) => void bag.set(path, content);
const line = (text: string) => (bag: Bag) =>
  void bag.set('manifest-sha256.txt', `${String(bag.get('manifest-sha256.txt'))}${text}\n`);
const without = (path: string) => (bag: Bag) => void bag.delete(path);
const both =
  (...changes: readonly ((bag: Bag) => void)[]) =>
  (bag: Bag) => {
    for (const change of changes) change(bag);
  };

const cases: readonly (readonly [name: string, codes: readonly string[], change: (bag: Bag) => void])[] = [
  ['nothing', [], () => undefined],
  ['no declaration', ['BG001'], without('bagit.txt')],
  ['a byte-order mark', ['BG001'], put('bagit.txt', `\ufeff${declaration}`)],
  ['two spaces after a label', ['BG001'], put('bagit.txt', declaration.replace(': 1.0', ':  1.0'))],
  ['a line too much', ['BG001'], put('bagit.txt', `${declaration}More: x\n`)],
  ['a version that there is not', ['BG001'], put('bagit.txt', declaration.replace('1.0', '7.3'))],
  ['line ends of Windows', [], put('bagit.txt', declaration.replaceAll('\n', '\r\n'))],
  [
    'spaces around a colon in an older bag',
    [],
    put('bagit.txt', 'BagIt-Version : 0.97\nTag-File-Character-Encoding : UTF-8'),
  ],
  ['no manifest', ['BG003'], without('manifest-sha256.txt')],
  [
    'a manifest of an unknown kind alone',
    ['BG003', 'BG016'],
    both(put('manifest-crc7.txt', ''), without('manifest-sha256.txt')),
  ],
  [
    'a manifest by MD5 alone',
    ['BG015'],
    both(
      without('manifest-sha256.txt'),
      put('manifest-md5.txt', `${md5('alpha')} data/a.txt\n${md5('two')}\tdata/b/c.txt`),
    ),
  ],
  ['a line without a path', ['BG004'], line(sha('x'))],
  ['a checksum that is none', ['BG004'], line('xyz  data/a.txt')],
  ['a file that is missing', ['BG005', 'BG012'], without('data/a.txt')],
  ['a file too much', ['BG006', 'BG012'], put('data/x', '')],
  ['a file that one of two manifests has not got', ['BG006'], put('manifest-sha512.txt', '')],
  ['another content', ['BG007'], put('data/a.txt', 'alphb')],
  [
    'a checksum in capitals',
    [],
    (bag) =>
      put(
        'manifest-sha256.txt',
        String(bag.get('manifest-sha256.txt')).replace(/^\w+/gm, (hex) => hex.toUpperCase()),
      )(bag),
  ],
  ['a path that goes up', ['BG008'], line(`${sha('x')}  data/../../x`)],
  ['a path that goes up as Windows writes it', ['BG008'], line(`${sha('x')}  data\\..\\..\\x`)],
  ['a path from the root', ['BG008'], line(`${sha('x')}  /etc/passwd`)],
  ['a path from somebody’s home', ['BG008'], line(`${sha('x')}  ~root/x`)],
  ['a path on a drive', ['BG008'], line(`${sha('x')}  C:\\x`)],
  ['a path that is no payload', ['BG008'], line(`${sha(declaration)}  bagit.txt`)],
  ['a payload in a tag manifest', ['BG008'], put('tagmanifest-sha256.txt', `${sha('alpha')}  data/a.txt\n`)],
  ['a tag file that was changed', ['BG007'], put('tagmanifest-sha256.txt', `${sha('x')}  bagit.txt\n`)],
  ['a tag file that is missing', ['BG005'], put('tagmanifest-sha256.txt', `${sha('x')}  more.txt\n`)],
  ['a path twice', ['BG010'], line(`${sha('alpha')}  data/a.txt`)],
  ['a path in two ways', ['BG010', 'BG022'], line(`${sha('alpha')}  ./data/a.txt`)],
  [
    'an asterisk',
    ['BG022'],
    (bag) => put('manifest-sha256.txt', String(bag.get('manifest-sha256.txt')).replace('  data/a', ' *data/a'))(bag),
  ],
  [
    'names that differ in capitals',
    ['BG011'],
    both(put('data/A.txt', ''), line(`${sha('')}  data/A.txt`), put('bag-info.txt', '')),
  ],
  ['an Oxum that is wrong', ['BG012'], put('bag-info.txt', 'Payload-Oxum: 9.2\n')],
  ['two Oxums', ['BG012'], put('bag-info.txt', 'Payload-Oxum: 8.2\nPayload-Oxum: 8.2\n')],
  [
    'a file to be fetched',
    ['BG012', 'BG013'],
    both(put('fetch.txt', 'https://example.org/a 5 data/a.txt\n'), without('data/a.txt')),
  ],
  ['a fetched file that is there', [], put('fetch.txt', 'https://example.org/a - data/a.txt\n')],
  ['an address for a path that goes up', ['BG008'], put('fetch.txt', 'https://example.org/a - data/../../x\n')],
  ['a tag file that is no UTF-8', ['BG014'], put('bag-info.txt', Buffer.from('Contact-Name: Jos\xe9', 'latin1'))],
  ['a tag file with a byte-order mark', ['BG014'], put('bag-info.txt', '\ufeffContact-Name: x')],
  ['an encoding that there is not', ['BG003', 'BG014'], put('bagit.txt', declaration.replace('UTF-8', 'KOI-99'))],
  [
    'tag files in UTF-16',
    [],
    (bag) => {
      for (const path of ['bag-info.txt', 'manifest-sha256.txt'])
        bag.set(path, Buffer.from(`\ufeff${String(bag.get(path))}`, 'utf16le'));
      bag.set('bagit.txt', declaration.replace('UTF-8', 'UTF-16'));
    },
  ],
  ['a line of no label', ['BG019'], put('bag-info.txt', 'nothing\n')],
  ['a label with a space before its colon', ['BG019'], put('bag-info.txt', 'Contact-Name : x\n')],
  ['a value that goes on', [], put('bag-info.txt', 'External-Description: one\n  two\n\tthree\n')],
  [
    'an encoded line end and percent sign',
    [],
    both(put('data/x\ny%', ''), line(`${sha('')}  data/x%0Ay%25`), put('bag-info.txt', '')),
  ],
  [
    'a percent sign that was not encoded',
    [],
    both(put('data/50%', ''), line(`${sha('')}  data/50%`), put('bag-info.txt', '')),
  ],
  [
    'an encoded sign that stands so in the name',
    ['BG021'],
    both(put('data/50%25', ''), line(`${sha('')}  data/50%25`), put('bag-info.txt', '')),
  ],
  [
    'an accent written in another way',
    ['BG021'],
    both(put('data/e\u0301', ''), line(`${sha('')}  data/\u00e9`), put('bag-info.txt', '')),
  ],
  [
    'a path that begins with dots',
    [],
    both(put('data/..a', ''), line(`${sha('')}  data/..a`), put('bag-info.txt', '')),
  ],
  ['a bag that names its profile', ['BG024'], put('bag-info.txt', 'BagIt-Profile-Identifier: https://example.org/p\n')],
];

describe('the check of a bag', () => {
  it.each(cases)('finds in a bag with %s: %s', async (_, codes, change) => {
    expect(await codesOf(small(change))).toEqual(codes);
  });

  it('finds a payload folder that is not there', async () => {
    expect(
      await codesOf(
        new Map([
          ['bagit.txt', declaration],
          ['manifest-sha256.txt', ''],
        ]),
      ),
    ).toEqual(['BG002']);
  });

  it('finds links, and does not follow them', async () => {
    const at = join(folder, 'linked');
    for (const [path, content] of small(without('data/a.txt'))) {
      mkdirSync(dirname(join(at, path)), { recursive: true });
      writeFileSync(join(at, path), content);
    }
    writeFileSync(join(folder, 'secret'), 'alpha');
    symlinkSync(join(folder, 'secret'), join(at, 'data/a.txt'));
    const open = await openPackage(at);
    if (open === undefined) throw new Error('not opened');
    expect((await checkBag('linked', open)).diagnostics.map((d) => d.code).sort()).toEqual(['BG005', 'BG009', 'BG012']);
  });
});

/** Writes a ZIP or tar file and checks it. */
async function packed(form: 'zip' | 'tar', files: Files): Promise<string[]> {
  const path = join(folder, `packed.${form}`);
  const pieces = form === 'zip' ? zipStored(files, '2026-01-31T12:00:00Z') : tarOf(files, '2026-01-31T12:00:00Z');
  writeFileSync(path, Buffer.concat([...pieces].map((piece) => Uint8Array.from(piece))));
  const open = await openPackage(path);
  if (open === undefined) throw new Error('not opened');
  expect(open.form).toBe(form);
  try {
    return [...new Set((await checkBag(path, open)).diagnostics.map((d) => d.code))].sort();
  } finally {
    open.close();
  }
}

describe.each(['zip', 'tar'] as const)('a %s file', (form) => {
  const inFolder = (name: string, bag: Bag): Bag =>
    new Map([...bag].map(([path, content]) => [`${name}/${path}`, content]));

  it.each([
    ['with one bag', [], inFolder('bag', small())],
    ['with a bag that is not in its folder', ['BG017'], small()],
    ['with a file beside the bag', ['BG017'], new Map([...inFolder('bag', small()), ['x', '']])],
    ['without a bag', ['BG017'], new Map([['x/y', '']])],
    ['with a path that goes up', ['BG008'], new Map([...inFolder('bag', small()), ['bag/../../x', '']])],
    ['with a path from the root', ['BG008'], new Map([...inFolder('bag', small()), ['/x', '']])],
    ['with a path that Windows takes up', ['BG008'], new Map([...inFolder('bag', small()), ['bag\\..\\..\\x', '']])],
    [
      'with a long name and one in another script',
      [],
      inFolder(
        'bag',
        small(
          both(
            put(`data/${'n'.repeat(180)}/Ω`, ''),
            line(`${sha('')}  data/${'n'.repeat(180)}/Ω`),
            put('bag-info.txt', ''),
          ),
        ),
      ),
    ],
  ] as const)('%s', async (_, codes, files) => {
    expect(await packed(form, files)).toEqual(codes);
  });
});

describe('a bag of ours', () => {
  const name = fc.stringMatching(/^[a-zà-ö0-9 %._()-]{1,12}$/).filter((text) => !/^\.{1,2}$|[. ]$/.test(text));
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  const content = fc.oneof(fc.constant(''), fc.uint8Array({ maxLength: 2000 }));
  const payload = fc.uniqueArray(fc.tuple(path, content), {
    maxLength: 8,
    comparator: (a: string, b: string) => a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`),
    selector: ([own]) => own.normalize('NFD').toLowerCase(),
  });

  it('is valid by our own check, as files, as ZIP and as tar, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(payload, async (entries) => {
        const files = bagFiles({ payload: new Map(entries), info: [['Bagging-Date', '2026-01-31']] });
        expect(await codesOf(files)).toEqual(entries.length === 0 ? ['BG002'] : []);
        if (entries.length === 0) return;
        const inside = new Map([...files].map(([own, bytes]) => [`bag/${own}`, bytes]));
        expect(await packed('zip', inside)).toEqual([]);
        expect(await packed('tar', inside)).toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  });

  it('shows any byte that was changed, in whatever file of it', async () => {
    const files = new Map(
      [
        ...bagFiles({
          payload: new Map([
            ['a', 'alpha'],
            ['b', 'beta'],
          ]),
          info: [['Contact-Name', 'x']],
        }),
      ].map(([own, bytes]) => [own, Buffer.concat([...chunksOf(bytes)])] as const),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files.keys()),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (own, at, change) => {
          const sound = files.get(own) ?? Buffer.alloc(0);
          const damaged = Buffer.from(sound);
          const place = at % damaged.length;
          damaged[place] = (damaged[place] ?? 0) ^ change;
          // In the two tag manifests themselves a digest may be in capitals, and white space is white space.
          const equal = (bytes: Buffer): string => bytes.toString('latin1').toLowerCase().replace(/\s+/g, ' ').trim();
          fc.pre(!own.startsWith('tagmanifest') || equal(sound) !== equal(damaged));
          expect(await codesOf(new Map([...files, [own, damaged]]))).not.toEqual([]);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe('a profile', () => {
  const identifier = 'https://example.org/profile.json';
  const profile = (more: object): string =>
    JSON.stringify({ 'BagIt-Profile-Info': { 'BagIt-Profile-Identifier': identifier }, ...more });
  const bag = () => small(put('bag-info.txt', `BagIt-Profile-Identifier: ${identifier}\nSource-Organization: Us\n`));
  const faults = async (
    more: object,
    files: Files = bag(),
    form: OpenPackage['form'] = 'folder',
  ): Promise<string[]> => {
    const { diagnostics } = await checkBag('bag', { ...opened(files), form }, readProfile(profile(more)));
    return diagnostics.filter((d) => d.code === 'BG020').map((d) => d.message);
  };

  it.each([
    [{}, 0],
    [{ 'Bag-Info': { 'Contact-Name': { required: true } } }, 1],
    [{ 'Bag-Info': { 'Source-Organization': { values: ['Them'] } } }, 1],
    [{ 'Bag-Info': { 'source-organization': { required: true, values: ['Us'], repeatable: false } } }, 0],
    [{ 'Manifests-Required': ['sha512'] }, 1],
    [{ 'Manifests-Allowed': ['sha512'] }, 1],
    [{ 'Manifests-Allowed': ['sha256'] }, 0],
    [{ 'Tag-Manifests-Required': ['md5'] }, 1],
    [{ 'Accept-BagIt-Version': ['0.97'] }, 1],
    [{ 'Tag-Files-Required': ['mets.xml'] }, 1],
    [{ 'Payload-Files-Required': ['data/a.txt'], 'Payload-Files-Allowed': ['data/b/*'] }, 0],
    [{ 'Payload-Files-Allowed': ['data/b/*'] }, 1],
    [{ 'Data-Empty': true }, 1],
    [{ 'Fetch.txt-Required': true }, 1],
    [{ Serialization: 'required' }, 1],
  ])('that asks for %j finds %d faults', async (more, count) => {
    expect(await faults(more)).toHaveLength(count);
  });

  it('is to be named in the bag', async () => {
    expect(await faults({}, small())).toHaveLength(1);
  });

  it('takes the packages that it names', async () => {
    const inFolder = new Map([...bag()].map(([path, content]) => [`bag/${path}`, content]));
    expect(await faults({ Serialization: 'forbidden' }, inFolder, 'zip')).toHaveLength(1);
    expect(await faults({ 'Accept-Serialization': ['application/tar'] }, inFolder, 'zip')).toHaveLength(1);
    expect(await faults({ 'Accept-Serialization': ['application/zip'] }, inFolder, 'zip')).toHaveLength(0);
  });

  it('is a JSON object with its identifier', () => {
    for (const text of ['[]', '{}', '{"BagIt-Profile-Info": {}}', 'x'])
      expect(() => readProfile(text)).toThrow(SyntaxError);
  });
});
