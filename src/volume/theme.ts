import { type Diagnostic, diagnostic, hasErrors, type Place, type Result } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import { faultOfSvg, pictureFacts } from '../formats/picture.js';
import { readYaml, type YamlPath, type YamlTree } from '../formats/yaml.js';
import { contrast } from '../model/contrast.js';
import { append } from '../model/list.js';
import type { SourceFile } from '../model/source-file.js';
import { type ColourSets, type Colours, type Logo, PLAIN_COLOURS, type Theme } from '../model/theme.js';
import type { FaceRole, WebFace } from '../model/web-face.js';
import { issueFindings, withoutEmpty } from './manifest.js';
import { type ThemeData, themeSchema } from './theme-schema.js';

/** Gives the bytes of a file by its path in the theme's folder; undefined where there is none inside it. */
export type ThemeFiles = (path: string) => Uint8Array | undefined;

/**
 * Reads `theme.yaml`. All that it says is data: colours are digits, addresses are https, files are those of its folder, and each gets a name of the site's own. Findings
 * have the line and column of the key or value that they are about. No value where there is any.
 */
export function readTheme(source: SourceFile, files: ThemeFiles): Result<Theme> {
  const tree = readYaml(source.text);
  const at: Reading['at'] = (span) => ({
    file: source.path,
    start: source.positionAt(span.start),
    end: source.positionAt(span.end),
  });
  const problems = tree.problems.map((p) => diagnostic('WL001', { problem: p.message }, at(p.span)));
  if (problems.length > 0) return { diagnostics: problems };
  const parsed = themeSchema.safeParse(withoutEmpty(tree.value ?? {}), { reportInput: true });
  if (!parsed.success)
    return {
      diagnostics: parsed.error.issues.flatMap((issue) => {
        if (issue.code !== 'unrecognized_keys') return issueFindings(issue, [], tree, at);
        return issue.keys.map((key) =>
          unknownKey(key, issue.message.split(' '), at(tree.keySpan([...(issue.path as YamlPath), key]))),
        );
      }),
    };
  const reading: Reading = { tree, at, files, diagnostics: [] };
  const theme = themeOf(parsed.data, reading);
  return hasErrors(reading.diagnostics) ? { diagnostics: reading.diagnostics } : { value: theme, diagnostics: [] };
}

/** What is read from, and what is found. */
interface Reading {
  readonly tree: YamlTree;
  readonly at: (span: { readonly start: number; readonly end: number }) => Place;
  readonly files: ThemeFiles;
  readonly diagnostics: Diagnostic[];
}

function unknownKey(key: string, known: readonly string[], place: Place): Diagnostic {
  const meant = suggest(key, known);
  const suggestion = meant === undefined ? `The keys here are ${known.join(', ')}.` : `Did you mean “${meant}”?`;
  return diagnostic('WL002', { key, suggestion }, place);
}

function themeOf(data: ThemeData, reading: Reading): Theme {
  const { tree, at, diagnostics } = reading;
  const colours: ColourSets = { light: completed(data, 'light'), dark: completed(data, 'dark') };
  for (const set of ['light', 'dark'] as const) append(diagnostics, contrastFindings(data, set, colours[set], reading));
  if (data.logo === undefined && data['dark-logo'] !== undefined)
    diagnostics.push(diagnostic('WL006', {}, at(tree.keySpan(['dark-logo']))));
  const logo = logoOf(data, 'logo', reading);
  const dark = logoOf(data, 'dark-logo', reading);
  return {
    colours,
    faces: [...facesFor(data, 'text', reading), ...facesFor(data, 'titles', reading)],
    ...(logo === undefined ? {} : { logo }),
    ...(dark === undefined ? {} : { 'dark-logo': dark }),
    imprint: data.imprint.map(({ text, address }) => ({ text, ...(address === undefined ? {} : { address }) })),
    links: data.links,
  };
}

/** The colours of a set; the head of a page is as the rest where nothing is said of it. */
function completed({ colours }: ThemeData, set: keyof ColourSets): Colours {
  const own = Object.fromEntries(Object.entries(colours[set] ?? {}).filter(([, value]) => value !== undefined));
  const all = { ...PLAIN_COLOURS[set], ...own } as Colours;
  return { ...all, band: own['band'] ?? all.ground, 'band-ink': own['band-ink'] ?? all.ink };
}

/** Text and what is behind it, somewhere on a page. */
const PAIRS: readonly (readonly [text: keyof Colours, ground: keyof Colours])[] = [
  ...(['ink', 'quiet', 'link', 'mark'] as const).map((text) => [text, 'ground'] as const),
  ...(['ink', 'link', 'mark'] as const).map((text) => [text, 'lit'] as const),
  ['band-ink', 'band'],
];
const LEAST = 4.5;

function contrastFindings(
  { colours: said }: ThemeData,
  set: keyof ColourSets,
  colours: Colours,
  { tree, at }: Reading,
): readonly Diagnostic[] {
  return PAIRS.flatMap(([first, second]) => {
    const found = contrast(colours[first], colours[second]);
    const own = [first, second].find((name) => said[set]?.[name] !== undefined);
    if (found >= LEAST || own === undefined) return [];
    const place = at(tree.valueSpan(['colours', set, own]));
    const facts = { set, first, firstValue: colours[first], second, secondValue: colours[second] };
    // Rounded down, so that 4.49 is not said to be 4.5.
    return [diagnostic('WL003', { ...facts, contrast: (Math.floor(found * 100) / 100).toFixed(2) }, place)];
  });
}

const ENDINGS = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
} as const;

function logoOf(data: ThemeData, key: 'logo' | 'dark-logo', reading: Reading): Logo | undefined {
  const said = data[key];
  if (said === undefined) return undefined;
  const found = fileAt([key, 'file'], said.file, reading);
  if (found === undefined) return undefined;
  const facts = pictureFacts(found.bytes);
  const fault =
    facts === undefined
      ? 'its bytes are of no picture that a browser shows'
      : facts.type === 'image/svg+xml'
        ? faultOfSvg(found.bytes)
        : undefined;
  if (facts === undefined || fault !== undefined) {
    const hint = 'Save it anew as SVG, PNG, JPEG, GIF or WebP.';
    reading.diagnostics.push(
      diagnostic('WL005', { file: said.file, what: key, reason: fault ?? '', hint }, found.place),
    );
    return undefined;
  }
  const { description, address } = said;
  const file = `theme/${key}.${ENDINGS[facts.type]}`;
  return { file, bytes: found.bytes, description, ...(address === undefined ? {} : { address }) };
}

const CUTS: Readonly<Record<string, { readonly weight: number; readonly style: WebFace['style'] }>> = {
  regular: { weight: 400, style: 'normal' },
  italic: { weight: 400, style: 'italic' },
  bold: { weight: 600, style: 'normal' },
  'bold-italic': { weight: 600, style: 'italic' },
};

function facesFor({ faces }: ThemeData, role: FaceRole, reading: Reading): readonly WebFace[] {
  return Object.entries(faces[role] ?? {}).flatMap(([cut, name]) => {
    const form = CUTS[cut];
    if (form === undefined || name === undefined) return [];
    const found = fileAt(['faces', role, cut], name, reading);
    if (found === undefined) return [];
    if (!isWoff2(found.bytes)) {
      const facts = {
        file: name,
        what: 'face',
        reason: 'it is no WOFF2 font',
        hint: 'Turn the font into WOFF2, as the tools of its maker do.',
      };
      reading.diagnostics.push(diagnostic('WL005', facts, found.place));
      return [];
    }
    return [{ role, ...form, file: `house-${role}-${cut}.woff2`, bytes: () => found.bytes }];
  });
}

/** The signature `wOF2` (WOFF 2.0, §4.1). */
function isWoff2(bytes: Uint8Array): boolean {
  return bytes[0] === 0x77 && bytes[1] === 0x4f && bytes[2] === 0x46 && bytes[3] === 0x32;
}

/** The most that a file of a theme may have, in bytes: every reader of the site loads it. */
const MOST = 4_000_000;

function fileAt(
  path: YamlPath & readonly [keyof ThemeData, ...unknown[]],
  name: string,
  { tree, at, files, diagnostics }: Reading,
): { readonly bytes: Uint8Array; readonly place: Place } | undefined {
  const place = at(tree.valueSpan(path));
  const bytes = files(name);
  if (bytes === undefined) diagnostics.push(diagnostic('WL004', { file: name }, place));
  if (bytes === undefined || bytes.length <= MOST) return bytes && { bytes, place };
  const what = path[0] === 'faces' ? 'face' : path[0];
  const hint = 'Every reader of the site loads it. Name a smaller file.';
  diagnostics.push(diagnostic('WL005', { file: name, what, reason: 'it has more than 4 MB', hint }, place));
  return undefined;
}
