/**
 * The names of the months, as datelines print them: in English with their abbreviations, and in the other languages of diplomatic
 * documents, in the case that a date takes (`3 de marzo`, `3 марта`, `3. března`). In small letters, the months in their order.
 */
const NAMES: readonly string[] = [
  // French
  'janvier janv|février fevrier fév févr|mars|avril avr|mai|juin|juillet juil|août aout|septembre|octobre|novembre|décembre decembre déc',
  // German, with the Austrian names
  'januar jänner jän|februar feber febr|märz maerz marz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez',
  // Spanish
  'enero ene|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre setiembre|octubre|noviembre|diciembre dic',
  // Italian
  'gennaio genn|febbraio febbr|marzo|aprile|maggio magg|giugno|luglio|agosto|settembre sett|ottobre ott|novembre|dicembre',
  // Portuguese
  'janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro',
  // Latin, in the genitive
  'ianuarii januarii|februarii|martii|aprilis|maii|iunii junii|iulii julii|augusti|septembris|octobris|novembris|decembris',
  // Dutch
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december',
  // Swedish, Danish, Norwegian
  'januari januar|februari februar|mars marts|april|maj mai|juni|juli|augusti august|september|oktober|november|december desember',
  // Finnish
  'tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta',
  // Polish
  'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia',
  // Czech
  'ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince',
  // Serbian and Slovene; Croatian has names of its own
  'januara januarja|februara februarja|marta marca|aprila|maja|juna junija|jula julija|avgusta|septembra|oktobra|novembra|decembra',
  'siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna||studenoga studenog|prosinca',
  // Romanian, Turkish, Indonesian
  'ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie',
  'ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık',
  'januari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|nopember|desember',
  // Russian, Ukrainian, Bulgarian, Greek
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
  'січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня',
  'януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември',
  'ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου|οκτωβρίου|νοεμβρίου|δεκεμβρίου',
];

/** The month (1 to 12) that a name in another language than English means; a name that two languages have means one month in both. */
export const MONTHS_ABROAD: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names) =>
    names
      .split('|')
      .flatMap((month, index): readonly (readonly [string, number])[] =>
        month.split(' ').map((name) => [name.normalize('NFC'), index + 1]),
      ),
  ).filter(([name]) => name !== ''),
);
