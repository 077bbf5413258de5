/** Which words of a heading say the genre: tried in order on the heading without its number; ids of the taxonomy `genre`. */
const GENRES: readonly (readonly [RegExp, string])[] = [
  [/^editorial note\b/i, 'editorial-note'],
  [
    /^(?:draft |verbatim |partial )?(?:tele?con\b|(?:tele)?phone (?:calls?|conversations?|talks?|memorandum)\b|memorand(?:um|a) of (?:an? )?(?:tele)?phone (?:calls?|conversations?)\b)/i,
    'memorandum-of-telephone-conversation',
  ],
  [/^memcon\b/i, 'memorandum-of-conversation'],
  [
    /^(?:(?:extracts?|excerpts?|part|portion)s? (?:from|of) (?:an? |the )?)?(?:\w+ )?(?:editorial )?(?:summary|précis) (?:record|notes?|minutes)/i,
    'record',
  ],
  [
    /^(?:draft )?(?:memorandum|memorandurn|record|notes?|minutes|summary|transcript|report|account) of (?:an? |the )?telephone conversation/i,
    'memorandum-of-telephone-conversation',
  ],
  [
    /^(?:draft |uncleared |informal |partial |extract of |\w+ )?memorand(?:um|urn|a) (?:for the record )?of (?:an? |the |two |three |several |informal |part of an? )*(?:private |informal |restricted |breakfast |luncheon |dinner |substantive |working |\w+ )?(?:conversations?|discussions?|talks?)\b/i,
    'memorandum-of-conversation',
  ],
  [/^(?:draft )?memorand(?:um|a) of (?:an? |the )?(?:\w+ )?conferences?\b/i, 'memorandum-of-conference'],
  [
    /^(?:draft )?memorand(?:um|a) of (?:an? |the )?(?:\w+ )?(?:meetings?|interview|discussion)\b/i,
    'memorandum-of-meeting',
  ],
  [/^(?:draft )?memorand(?:um|urn|a) for (?:the )?(?:records?|files?)\b/i, 'memorandum-for-the-record'],
  [/^national security action memorand/i, 'nsam'],
  [/^national security study memorand/i, 'nssm'],
  [/^national security decision memorand/i, 'nsdm'],
  [/^presidential (?:directive|review memorand)/i, 'presidential-directive'],
  [/^presidential determination/i, 'presidential-determination'],
  [/^special national intelligence estimate/i, 'special-national-intelligence-estimate'],
  [/^national intelligence (?:estimate|analytical)/i, 'national-intelligence-estimate'],
  [/^(?:\w+ )*intelligence estimate/i, 'national-intelligence-estimate'],
  [
    /^(?:\S+ )*?intelligence (?:note|report|information cable|cable|brief|summary|weekly|memorandum|appraisal|assessment|review|study|alert)|^current (?:intelligence|economic)/i,
    'intelligence-report',
  ],
  [
    /^research (?:memorandum|study|report)|^abstract of a research|^weekly (?:summary|review|report)/i,
    'intelligence-report',
  ],
  [/^action memorand/i, 'action-memorandum'],
  [/^information memorand/i, 'information-memorandum'],
  [/^briefing memorand/i, 'briefing-memorandum'],
  [/^(?:instructions?|circular instruction)\b/i, 'instruction'],
  [/^circular airgram/i, 'circular-airgram'],
  [/^airgram/i, 'airgram'],
  [/^(?:joint )?(?:circular telegram|telegram circular)/i, 'circular-telegram'],
  [
    /^(?:draft |joint |unnumbered |incoming |outgoing |paraphrase of |extract from )*(?:telegraphic|telegram|cablegram|cable|telegrm|telegraph)/i,
    'telegram',
  ],
  [/^(?:despatch|dispatch)/i, 'despatch'],
  [/^(?:draft |personal |open |circular |covering |handwritten |joint )*letters?\b/i, 'letter'],
  [
    /^(?:backchannel|back channel|oral|draft|personal|special|joint|private|verbal|hotline|“hot line”|presidential|annual|radio)?\s*messages?\b/i,
    'message',
  ],
  [
    /^(?:draft |revised |undated |supplementary |joint |editorial |staff |interim )*(?:memorand(?:um|urn|a)|memo)\b/i,
    'memorandum',
  ],
  [/^minute (?:by|from|to)\b/i, 'memorandum'],
  [/^exchange of (?:letters|notes|messages)\b/i, 'letter'],
  [/^(?:Aufzeichnung|Vermerk|Runderla(?:ss|ß))(?!\p{L})/iu, 'memorandum'],
  [/^(?:Schreiben|Privatdienstschreiben|Brief|Handschreiben)\b/i, 'letter'],
  [/^(?:Fernschreiben|Telegramm|Drahtbericht|Drahterla(?:ss|ß))(?!\p{L})/iu, 'telegram'],
  [/^(?:Gespräch|Deutsch-\S+ (?:Regierungs)?gespräch|Ressortbesprechung)\b/i, 'memorandum-of-conversation'],
  [/^aide[- ]m[ée]moire/i, 'aide-memoire'],
  [/^note verbale|^(?:draft |diplomatic |verbal |oral )?note (?:from|by|to|delivered|handed)/i, 'diplomatic-note'],
  [
    /^(?:informal |rough |handwritten |editorial |summary |draft )*notes? (?:of|on|for|prepared)|^notes?\b/i,
    'meeting-notes',
  ],
  [/^(?:\w+ ){0,4}minutes\b/i, 'minutes'],
  [
    /^(?:provisional |summary |verbatim |stenographic |official |partial )*(?:record|proceedings)\b|^summary\b/i,
    'record',
  ],
  [
    /^(?:position|briefing|background|talking|discussion|issues?|policy|strategy|working|options?|draft|information|contingency|study|scope|planning|white)? ?(?:paper|points)\b|^talking points|^(?!the )(?:\S+ ){0,6}paper (?:prepared|by|on|for|\S+ prepared)\b|^(?:\w+ ){0,5}(?:position|policy|scope|special) paper/i,
    'paper',
  ],
  [/^(?!the )(?:\S+ ){0,6}(?:report|survey)\b/i, 'report'],
  [
    /^(?!the )(?:\S+ ){0,3}?(?:address|remarks?|speech|statement|toasts?|interview|news conference|press conference|question-and-answer|informal exchange|press briefing|news briefing|briefing (?:by|for)|opening|inaugural|farewell|transcript of (?:an? )?(?:interview|press|news|speech))/i,
    'public-statement',
  ],
  [
    /^(?:press|news) (?:release|communiqu)|^(?:agreed |joint )?announcement|^proclamation|^executive order|^(?:joint |final |draft )?communiqu/i,
    'press-release',
  ],
  [/^(?:transcript|tape|recording)/i, 'transcript'],
  [/^conversations?\b/i, 'transcript'],
  [/^(?:entry|extract|excerpt|diary|contact report|journal|passage)/i, 'diary'],
  [
    /^(?:(?:\w+ )?study|analysis|plan|document prepared|outline|program|essay|article|list|agenda|chronology|proposal|guidelines|checklist|views?)\b/i,
    'study',
  ],
  [/^(?:\w+ )?(?:resolution|treaty|agreement|protocol|declaration|decree|convention|act|law|bill)\b/i, 'agreement'],
  [/^(?:attachment|annex|supplement|appendix|tab|enclosure)/i, 'attachment'],
];

/** All of them in one, which says at once of most words that they name none. */
const ANY = new RegExp(GENRES.map(([{ source }]) => `(?:${source})`).join('|'), 'i');

/** `Copy of a Telegram From …`, `Draft of Joint Resolution`: the genre is that of what was copied. */
const COPY =
  /^(?:copy|draft|text|translation|paraphrase|extract|excerpt|substance|suggested draft|newspaper text)s? (?:of|from) (?:an? |the )?/i;

/** The genre of a heading (without its number), as an id of the taxonomy; undefined where its words name none. */
export function genreOf(words: string): string | undefined {
  const plain = words.replace(COPY, '');
  if (!ANY.test(plain)) return undefined;
  for (const [pattern, id] of GENRES) if (pattern.test(plain)) return id;
  return undefined;
}
