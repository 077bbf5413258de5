import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { createValidator } from '../../src/validate/validate.js';

const valid = readFileSync(join(import.meta.dirname, '../diagnostics/valid-volume.xml'), 'utf8');

async function codes(text: string): Promise<readonly string[]> {
  const { value } = await createValidator({ strength: 'current' });
  return (value?.validate(new SourceFile('input.xml', text)) ?? []).map(({ code }) => code);
}

describe('allowances', () => {
  it('silence what the schema finds, as what the rules find', async () => {
    const wrong = valid.replace('<p>On November 21', '<p rend="wavy">On November 21');
    expect(await codes(wrong)).toEqual(['VA014']);
    expect(await codes(wrong.replace('<p rend="wavy"', '<?chancery allow VA014 printed so?><p rend="wavy"'))).toEqual(
      [],
    );
  });

  it('say a doubled id once', async () => {
    const doubled = valid.replace('xml:id="d2fn2"', 'xml:id="d2fn1"').replace('target="#d2fn2"', 'target="#d2fn1"');
    expect(await codes(doubled)).toEqual(['VA019', 'VA324']);
  });
});
