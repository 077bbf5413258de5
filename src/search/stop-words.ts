/**
 * Words so frequent that a document is not found by them: they count in phrases alone, where the index has them with the word that follows. A list is
 * fixed for a language, so that the indexes of volumes can be merged.
 */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  en: 'a an and are as at be been but by for from had has have he his i in is it its not of on or s that the their they this to was we were which will with would',
  de: 'als am an auf auch aus bei das dass dem den der des die durch ein eine einem einen einer eines er es fur hat ich im in ist mit nicht sich sie sind so uber um und von war werden wird wir zu zum zur',
  fr: 'a au aux avec ce ces d dans de des du en est et eux il ils je l la le les leur lui n ne nous on ou par pas pour qu que qui s sa se ses son sont sur un une vous y',
  es: 'a al como con de del el en es esta este fue ha la las lo los mas no o para pero por que se si sin sobre son su sus un una y',
};

/** The words of a language that are sought in phrases only, folded. @param language BCP 47 */
export function stopWordsOf(language: string): ReadonlySet<string> {
  const own = language.toLowerCase().split('-')[0] ?? '';
  return new Set((BY_LANGUAGE[own] ?? '').split(' ').filter((word) => word !== ''));
}
