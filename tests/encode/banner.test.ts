import { describe, expect, it } from 'vitest';
import { readBanner } from '../../src/encode/page/banner.js';

describe('the marking at the head of a page', () => {
  it.each([
    ['-SECRET/EXDIS-', 'SECRET', ['EXDIS']],
    ['~~TOP SECRET/SENSITIVE~~', 'TOP SECRET', ['SENSITIVE']],
    ['C O N F I D E N T I A L', 'CONFIDENTIAL', []],
    ['T O P  S E C R E T', 'TOP SECRET', []],
    ['SECRET - EYES ONLY', 'SECRET', ['EYES ONLY']],
    ['-SECRET- / NOFORN', 'SECRET', ['NOFORN']],
    ['OFFICIAL-INFORMAL', undefined, ['OFFICIAL-INFORMAL']],
    ['LIMITED OFFICIAL USE', 'LIMITED OFFICIAL USE', []],
    ['SECRET (XGDS)', 'SECRET', []],
    ['Top Secret', 'TOP SECRET', []],
  ])('%s', (line, classification, handling) => {
    const banner = readBanner(line);
    expect([banner?.classification, banner?.handling]).toEqual([classification, handling]);
  });

  it.each(['SEGRET', 'CONFIDENTlAL', '5ECRET', 'CONFIDENT1AL'])(
    'is mended where the reading machine has slipped: %s',
    (line) => {
      expect(readBanner(line)?.isMended).toBe(true);
    },
  );

  it.each([
    ['SECRET - 2', 2],
    ['CONFIDENTIAL   -3-', 3],
  ])('can have the number of the page beside it: %s', (line, page) => {
    expect(readBanner(line)?.page).toBe(page);
  });

  it.each([
    'DECLASSIFIED',
    'OF CLASSIFIED ENCLOSURES',
    'The secret was kept.',
    'secret',
    'THE SECRETARY OF STATE',
    'SECRET TREATIES OF THE ALLIES WITH ITALY',
    '',
  ])('is none: %s', (line) => {
    expect(readBanner(line)).toBeUndefined();
  });
});
