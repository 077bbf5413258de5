import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { readTargets } from '../../src/volume/targets.js';

const read = (lines: string) =>
  readTargets(new SourceFile('targets.yaml', `targets:\n  here:\n    ${lines.split('; ').join('\n    ')}\n`));
const http = 'baseUrl: https://x.example.org; user: press';
const right: Readonly<Record<string, string>> = {
  inveniordm: 'type: inveniordm; baseUrl: https://x.example.org; token: { env: T }',
  dataverse: 'type: dataverse; baseUrl: https://x.example.org; collection: editions; token: { env: T }',
  fedora: `type: fedora; ${http}; container: a/b; password: { env: P }`,
  sword: `type: sword; baseUrl: https://x.example.org/sd; collection: Editions; user: press; password: { env: P }`,
  s3: 'type: s3; baseUrl: https://x.example.org; bucket: editions; accessKeyId: ID; secretAccessKey: { env: S }',
  sftp: `type: sftp; baseUrl: sftp://x.example.org/srv; user: press; hostKey: SHA256:${'a'.repeat(43)}; privateKey: { file: key }`,
  webdav: `type: webdav; ${http}; password: { file: secret }`,
};

describe('the targets of a manifest', () => {
  test.each(Object.entries(right))('%s is read', (type, lines) => {
    const { value, diagnostics } = read(lines);
    expect(diagnostics).toEqual([]);
    expect(value?.get('here')?.settings.type).toBe(type);
  });

  test.each([
    'token: canary',
    'password: canary',
    'secretAccessKey: canary',
    'privateKey: canary',
    'passphrase: canary',
  ])('a secret itself is a finding that does not repeat it: %s', (line) => {
    for (const lines of Object.values(right)) {
      const others = lines.split('; ').filter((one) => !one.startsWith(line.split(':')[0] ?? ''));
      const found = read([...others, line].join('; ')).diagnostics;
      expect(found.map(({ code }) => code)).toEqual(['PU002']);
      expect(JSON.stringify(found)).not.toContain('canary');
    }
  });

  test.each([
    ['access: { record: restricted }', { record: 'restricted' }],
    ['access: { files: restricted }', { record: 'public', files: 'restricted' }],
    ['access: { embargo: { until: 2030-01-31 } }', { record: 'public', embargo: { until: '2030-01-31' } }],
  ])('what of a record is open: %s', (line, access) => {
    expect(read(`${right['inveniordm']}; ${line}`).value?.get('here')?.settings).toMatchObject({ access });
  });

  test.each([
    [`${right['inveniordm']}; access: { files: public, embargo: { until: 2030-01-31 } }`, 'VO004', 'files: restricted'],
    [`${right['inveniordm']}; access: { embargo: { until: 2030 } }`, 'VO004', '2030-01-31'],
    ['type: swrd', 'VO004', 'inveniordm, dataverse, fedora, sword, s3, sftp, webdav'],
    [`${right['sword']}; packaging: METSDSpaceSIP`, 'VO004', 'SimpleZip'],
    [`${right['sftp']}; hostKey: none`.replace(/hostKey: SHA\S+ /, ''), 'VO004', 'ssh-keygen -lf'],
    [`${right['fedora']}`.replace('a/b', '../b'), 'VO004', 'without “.”'],
    [`${right['s3']}; prefix: /x`, 'VO004', 'slashes at its ends'],
    [`${right['s3']}; bucket2: x`, 'VO002', 'bucket'],
  ])('%s is not', (lines, code, words) => {
    const [found] = read(lines).diagnostics;
    expect(found?.code).toBe(code);
    expect(`${found?.message} ${found?.hint}`).toContain(words);
  });
});
