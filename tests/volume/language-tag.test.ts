import { describe, expect, it } from 'vitest';
import { problemOfLanguageTag } from '../../src/volume/language-tag.js';

describe('a language tag', () => {
  it.each([
    'en',
    'fr',
    'de-CH',
    'zh-Hant-TW',
    'sr-Latn',
    'grc',
    'la',
    'osx',
    'mul',
    'und',
    'x-own',
    'en-GB-oxendict',
    'EN-us',
  ])('%s is one', (tag) => expect(problemOfLanguageTag(tag)).toBeUndefined());

  it.each([
    ['english', 'en'],
    ['Deutsch', 'de'],
    ['français', 'fr'],
    ['Russian', 'ru'],
    ['en_US', 'en-US'],
    ['pt_br', 'pt-BR'],
  ])('%s is none, and %s is meant', (tag, meant) =>
    expect(problemOfLanguageTag(tag)).toMatch(new RegExp(`is “${tag}”.*did you mean ${meant}\\?$`)),
  );

  it.each(['xy', 'e', 'en-', 'en us', '1', 'Elvish', '"><script>', 'en-QQ1', 'a'.repeat(9)])('%s is none', (tag) =>
    expect(problemOfLanguageTag(tag)).toMatch(/which is no language tag of BCP 47: write a code/),
  );
});
