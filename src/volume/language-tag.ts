/**
 * What is wrong with a language tag, in the words of a finding (“is …”); undefined for one that is well-formed and known (BCP 47, RFC 5646, as far as the
 * names of languages and regions in Unicode's CLDR go: a code of three letters that it has no name for may still be one of ISO 639-3).
 */
export function problemOfLanguageTag(tag: string): string | undefined {
  if (/^x(?:-[a-z0-9]{1,8})+$/i.test(tag)) return undefined;
  const problem = `is “${tag}”, which is no language tag of BCP 47`;
  const [canonical] = canonicalised(tag);
  if (canonical === undefined) {
    const [meant] = canonicalised(tag.replaceAll('_', '-'));
    return meant !== undefined && isKnown(meant) ? `${problem}; did you mean ${meant}?` : withName(problem, tag);
  }
  return isKnown(canonical) ? undefined : withName(problem, tag);
}

function withName(problem: string, tag: string): string {
  const meant = codeOf(tag);
  return meant === undefined
    ? `${problem}: write a code of two or three letters, as en, fr or grc`
    : `${problem}; did you mean ${meant}?`;
}

function canonicalised(tag: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}

function isKnown(tag: string): boolean {
  const { language, region }: { language?: string; region?: string } = new Intl.Locale(tag);
  // “und” has no language of its own in some versions of the library.
  const isLanguage =
    language === undefined || language.length === 3 || nameOf('en', 'language', language) !== undefined;
  return isLanguage && (region === undefined || nameOf('en', 'region', region) !== undefined);
}

function nameOf(inLanguage: string, type: 'language' | 'region', code: string): string | undefined {
  try {
    return new Intl.DisplayNames([inLanguage], { type, fallback: 'none' }).of(code);
  } catch {
    return undefined;
  }
}

/** The code of a language by its name in English or in the language itself. */
function codeOf(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  for (const first of letters)
    for (const second of letters) {
      const code = first + second;
      const english = nameOf('en', 'language', code);
      if (english === undefined) continue;
      if ([english, nameOf(code, 'language', code)].some((known) => known?.toLowerCase() === wanted))
        return canonicalised(code)[0];
    }
  return undefined;
}
