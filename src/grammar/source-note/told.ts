/**
 * Acts told in the active voice, or as a state of the document, where no verb of an act begins the sentence: `Kreisberg drafted the
 * memorandum`, `All members of the committee concurred`, `Kissinger initialed the approve option`.
 */
import type { Act, ActKey } from '../../model/header.js';
import { readParties } from './parties.js';
import type { Sentence } from './sentences.js';
import { NEGATION, VERBS } from './verbs.js';

/** The ways of telling, each with the act it means; group 1 is who did it. */
const TOLD: readonly (readonly [RegExp, ActKey])[] = [
  [/^(?:All |The )?((?:members of the )?[^,;]{3,80}?)\s+concurred\b(?! in by)/i, 'cleared'],
  [/\blists as (?:the )?drafters? ([^.;]+)/, 'drafted'],
  [/\bdrafters? (?:is|are|was|were|is given as|are given as) ((?!not\b|unknown)[^.;]+)/, 'drafted'],
  [
    /^([\p{Lu}][^,.;]{2,60}?) (?:is|are) (?:listed|identified|indicated|given) as (?:the )?(?:drafter|drafting officer|author)/u,
    'drafted',
  ],
  [/; ((?:\p{Lu}[\p{L}.’'-]*\s){1,3}?)concurred\b/u, 'cleared'],
  [/\bconcurrences? initialed by ([^;]+)$/i, 'cleared'],
  [/\bconcurrences? (?:was|were) obtained from ([^;]+?)\.?$/i, 'cleared'],
  [/\bcontains? ([\p{Lu}]\S+?)[’']s? initialed (?:clearance|concurrence)/u, 'cleared'],
  [/\bwas “approved by ([^.”;]+)/, 'approved'],
  [
    /^The (?:draft|text|version|message|letter|memorandum|telegram) (?:as )?approved by ((?:the )?\p{Lu}[^,.;]*?)(?: on | in |,|;|$)/u,
    'approved',
  ],
  [
    /^([\p{Lu}][^,.;]{2,60}?) (?:initialed|checked|marked|signed|approved|indicated) (?:(?:his|their) approval|(?:the|each|both) (?:approv\w+|agree) (?:options?|lines?|box)|“(?:approved?|yes)”)/iu,
    'approved',
  ],
];

const NAME = "\\p{Lu}[\\p{L}.’'-]+";
const PAPERS =
  '(?:memorandum|memoranda|telegram|letter|message|paper|draft|report|source text|page|document|cable|note|recommendations?)';
const ACTIVE = new RegExp(
  `^(?:According to [^,]+, )?(?:Both )?((?:[Tt]he )?${NAME}(?:(?: and|,| and the)? (?:the )?${NAME}){0,3}?)(?: both| also| then)? (drafted|initialed|signed|approved|prepared|cleared)(?: for ${NAME}\\.?$| (?:the|this) (?:[\\p{L}-]+ )*?${PAPERS}\\b)`,
  'u',
);

/** A note on the document that names its act: `The source text is marked “Cleared by Mr. Bundy.”` */
const MARKED =
  /^(?:The|This|An?) [^“]{0,120}?\b(?:source text|cover(?:ing)? (?:sheet|note)|title page|memorandum|telegram|letter|paper|document|message|estimate)\b[^“]{0,60}“(?:[^”]{0,400}?\. )?(Drafted|Cleared|Approved|Concurred in) ((?:by|with|in) [^”“;]{1,60}?)(?:[.,;]? ?”|(?<!\b(?:Mrs?|Dr|U\.S|\p{Lu}))[.;] )/u;

function markedAct(sentence: Sentence): Act | undefined {
  const m = MARKED.exec(sentence.text);
  const key = VERBS[(m?.[1] ?? '').split(' ')[0]?.toLowerCase() ?? ''];
  if (m?.[2] === undefined || key === undefined) return undefined;
  const { persons } = readParties(m[2], key === 'drafted');
  return { key, phrase: m[1] ?? '', persons, span: { start: sentence.start, end: sentence.end } };
}

function partiesOf(words: string): Act['persons'] {
  const { persons, added } = readParties(`by ${words}`, false);
  return [...persons, ...added];
}

function activeAct(sentence: Sentence): Act | undefined {
  const m = ACTIVE.exec(sentence.text);
  const key = VERBS[m?.[2] ?? ''];
  if (m?.[1] === undefined || key === undefined || NEGATION.test(m[0])) return undefined;
  return { key, phrase: m[2] ?? '', persons: partiesOf(m[1]), span: { start: sentence.start, end: sentence.end } };
}

function statedAct(sentence: Sentence): Act | undefined {
  for (const [pattern, key] of TOLD) {
    const m = pattern.exec(sentence.text);
    const party = m?.[1];
    if (m === null || party === undefined || NEGATION.test(sentence.text.slice(0, m.index + party.length))) continue;
    const at = m[0].indexOf(party);
    return {
      key,
      phrase: m[0].slice(at + party.length).trim() || m[0].slice(0, at).trim(),
      persons: partiesOf(party.replace(/^(?:all )?members of (?:the )?/i, 'the ').replace(/\s*\([^)]*\)$/, '')),
      span: { start: sentence.start, end: sentence.end },
    };
  }
  return undefined;
}

/** The act that a sentence tells without beginning with its verb; empty where it tells none. */
export function toldActs(sentence: Sentence): Act[] {
  const act = activeAct(sentence) ?? markedAct(sentence) ?? statedAct(sentence);
  return act === undefined || act.persons.length === 0 ? [] : [act];
}
