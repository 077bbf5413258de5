import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/format.js';
import { SourceFile } from '../../src/model/source-file.js';
import { readTargets } from '../../src/volume/targets.js';

const read = (text: string) => readTargets(new SourceFile('volume.yaml', text));
const target = (lines: string): string => `targets:\n  here:\n    type: inveniordm\n${lines.replace(/^/gm, '    ')}\n`;
const GOOD = 'baseUrl: https://a.example\ntoken: { env: A_TOKEN }';

describe('the targets of a manifest', () => {
  it('are read beside whatever else stands there', () => {
    const { value, diagnostics } = read(`id: a\nwhatever: [1]\n${target(GOOD)}`);
    expect(diagnostics).toEqual([]);
    expect(value?.get('here')?.settings).toEqual({
      type: 'inveniordm',
      baseUrl: 'https://a.example',
      token: { env: 'A_TOKEN' },
    });
    expect(read('id: a\n').value?.size).toBe(0);
  });

  it.each<[string, string, string]>([
    ['an unknown key', target(`${GOOD}\nbaseURL: x`), 'VO002'],
    ['an unknown type', target(GOOD).replace('inveniordm', 'ftp'), 'VO004'],
    ['no address', target('token: { env: A_TOKEN }'), 'VO003'],
    ['no token', target('baseUrl: https://a.example'), 'VO003'],
    ['a token of two sources', target('baseUrl: https://a.example\ntoken: { env: A, file: b }'), 'VO002'],
    ['a name with signs', target(GOOD).replace('here:', '../here:'), 'VO004'],
  ])('are told what is wrong with them: %s', (_, text, code) => {
    expect(read(text).diagnostics.map((d) => d.code)).toEqual([code]);
  });

  it.each<[string, string]>([
    ['as the token', 'token: SECRET'],
    ['as the name of the variable', 'token: { env: SECRET-with-dashes }'],
    ['as a long name', `token: { env: SECRET${'a'.repeat(60)} }`],
    ['under a key of its own', `${GOOD}\npassword: SECRET`],
    ['under a key in the token', 'baseUrl: https://a.example\ntoken: { value: "SECRET/1" }'],
    ['in the address', 'baseUrl: https://user:SECRET@a.example\ntoken: { env: A }'],
    ['in its query', 'baseUrl: https://a.example/?access_token=SECRET\ntoken: { env: A }'],
  ])('hold no secret, and it is not repeated: %s', (_, lines) => {
    const { value, diagnostics } = read(
      target(lines.startsWith('token') ? `baseUrl: https://a.example\n${lines}` : lines),
    );
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toEqual(['PU002']);
    const said = diagnostics.map((d) => formatDiagnostic(d, new Map(), { color: false, width: 100 })).join('');
    expect(said).toContain('volume.yaml:');
    expect(said).not.toContain('SECRET');
  });
});
