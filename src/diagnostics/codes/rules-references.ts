import type { CodeEntry } from '../codes.js';

/** Findings of the editorial rules on references, persons, terms, tables and lists: codes `VA34n` to `VA37n`. */
export const referenceCodes = {
  VA340: {
    severity: 'error',
    legacy: 'warning',
    message: 'The reference leads nowhere: there is no {value} in this volume.{near}',
    explanation: 'A pointer with # names an id of the same file. One without a target is a dead link in every edition.',
    wrong: '<ref target="#d999">Document 99</ref>',
    right: '<ref target="#d99">Document 99</ref>',
  },
  VA341: {
    severity: 'warning',
    message: 'The reference {value} lacks its #.',
    explanation:
      'Without # the value is the address of a file. An element with this id stands in the volume, so the # was forgotten. --fix adds it.',
    wrong: '<persName corresp="p_RD1">Rusk</persName>',
    right: '<persName corresp="#p_RD1">Rusk</persName>',
    isFixable: true,
  },
  VA342: {
    severity: 'error',
    legacy: 'warning',
    message: 'The reference “{value}” is no address.',
    explanation:
      'A pointer is # and an id, the name of a volume, # and an id, or a web address; it is never empty and has no spaces.',
    wrong: '<ref target="#">Document 12</ref>',
    right: '<ref target="#d12">Document 12</ref>',
  },
  VA343: {
    severity: 'info',
    message: 'The reference has no target.',
    explanation:
      'ref is for references that lead somewhere. Without @target it is plain text; older indexes are full of them.',
    wrong: '<ref>738</ref>',
    right: '<ref target="#pg_738">738</ref>',
  },
  VA344: {
    severity: 'warning',
    message: 'The reference names {volume}, which is not the name of a volume.',
    explanation: 'References to other volumes begin with the volume’s id (frus1964-68v14).',
    wrong: '<ref target="frs1964-68v14#d12">Document 12</ref>',
    right: '<ref target="frus1964-68v14#d12">Document 12</ref>',
  },
  VA345: {
    severity: 'warning',
    message: 'The reference says “{words}” but leads to {name} {n}.',
    hint: 'Correct the target or the words.',
    explanation:
      'The link works, and takes the reader to the wrong place. The printed number is compared with the number of the target.',
    wrong: '<ref target="#d45">Document 54</ref>',
    right: '<ref target="#d54">Document 54</ref>',
  },
  VA346: {
    severity: 'error',
    legacy: 'warning',
    message: 'There is no {id} in the volume {volume}.',
    hint: 'The index of volumes is made by chancery index; make it again if that volume has changed.',
    explanation: 'References to other volumes are checked against the local index of volumes, without any network.',
    wrong: '<ref target="frus1964-68v14#d999">Document 99</ref>',
    right: '<ref target="frus1964-68v14#d99">Document 99</ref>',
  },
  VA350: {
    severity: 'error',
    legacy: 'warning',
    message: 'A name points to {id}, which is a {name}, not an entry of the {list} list.',
    explanation: 'persName/@corresp names an entry of the list of persons, from which editions show who is meant.',
    wrong: '<persName corresp="#t_NSC1">Rusk</persName>',
    right: '<persName corresp="#p_RD1">Rusk</persName>',
  },
  VA351: {
    severity: 'error',
    legacy: 'warning',
    message: 'A gloss points to {id}, which is a {name}, not an entry of the {list} list.',
    explanation:
      'gloss/@target names an entry of the list of abbreviations and terms, from which editions show what is meant.',
    wrong: '<gloss target="#p_RD1">NSC</gloss>',
    right: '<gloss target="#t_NSC1">NSC</gloss>',
  },
  VA352: {
    severity: 'info',
    message: '{name} stands in the list of persons, but no name in the volume points there.',
    explanation:
      'The list explains the persons of the documents. An entry without any mention is superfluous, or its mentions are not marked.',
    wrong: '<persName xml:id="p_RD1">Rusk, Dean</persName> … Secretary Rusk said …',
    right:
      '<persName xml:id="p_RD1">Rusk, Dean</persName> … Secretary <persName corresp="#p_RD1">Rusk</persName> said …',
  },
  VA353: {
    severity: 'info',
    message: '{name} stands in the list of terms, but nothing in the volume points there.',
    explanation:
      'The list explains the abbreviations of the documents. An entry without any use is superfluous, or its uses are not marked.',
    wrong: '<term xml:id="t_NSC1">NSC</term> … the NSC met …',
    right: '<term xml:id="t_NSC1">NSC</term> … the <gloss target="#t_NSC1">NSC</gloss> met …',
  },
  VA354: {
    severity: 'warning',
    message: '{name} stands twice in the list; the other entry is {other}.',
    explanation:
      'Mentions are split between two entries of one name. If they are two persons, their descriptions must tell them apart.',
    wrong: '<term xml:id="t_NSC1">NSC</term> … <term xml:id="t_NSC2">NSC</term>',
    right: '<term xml:id="t_NSC1">NSC</term>',
  },
  VA355: {
    severity: 'warning',
    message: 'The text says “{form}”, the pointer leads to {entry}; is {other} ({id}) meant?',
    explanation:
      'The name in the text does not occur in the entry that it points to, but is the surname of another entry.',
    wrong: '<persName corresp="#p_RD1">Thompson</persName>',
    right: '<persName corresp="#p_TLE1">Thompson</persName>',
  },
  VA356: {
    severity: 'info',
    message: '“{form}” could be {entries}; nothing says which, {where}.',
    hint: 'Write @corresp where you know who is meant.',
    explanation:
      'Several persons of the list have this surname, and the name has no pointer. Such names are never guessed.',
    wrong: '<persName>Johnson</persName>',
    right: '<persName corresp="#p_JLB1">Johnson</persName>',
  },
  VA357: {
    severity: 'warning',
    message: 'The text says “{form}”, the gloss leads to {entry}; is {id} meant?',
    explanation: 'The abbreviation in the text is another entry of the list than the one it points to.',
    wrong: '<gloss target="#t_NSC1">CIA</gloss>',
    right: '<gloss target="#t_CIA1">CIA</gloss>',
  },
  VA360: {
    severity: 'warning',
    message: 'The table declares {declared} rows and has {real}.',
    explanation:
      'table/@rows counts its rows. A wrong count tells of a row lost or doubled; where the table is right, --fix corrects the count.',
    wrong: '<table rows="3" cols="2"><row>…</row><row>…</row></table>',
    right: '<table rows="2" cols="2"><row>…</row><row>…</row></table>',
    isFixable: true,
  },
  VA361: {
    severity: 'warning',
    message: 'The table declares {declared} columns; its widest row has {real}.',
    explanation:
      'table/@cols counts its columns, spans included. A wrong count tells of cells lost; where the table is right, --fix corrects the count.',
    wrong: '<table cols="3"><row><cell>a</cell><cell>b</cell></row></table>',
    right: '<table cols="2"><row><cell>a</cell><cell>b</cell></row></table>',
    isFixable: true,
  },
  VA362: {
    severity: 'warning',
    message: 'Row {row} fills {width}, the others {usual}.',
    hint: 'Look for a missing cell, or write @cols on one that spans.',
    explanation: 'Rows of different width put figures under the wrong headings.',
    wrong: '<row><cell>1964</cell><cell>12</cell></row><row><cell>1965</cell></row>',
    right: '<row><cell>1964</cell><cell>12</cell></row><row><cell>1965</cell><cell/></row>',
  },
  VA371: {
    severity: 'warning',
    message: 'The list has {labels} labels and {items} items.',
    explanation: 'In a list with labels each label belongs to the item after it.',
    wrong: '<list><label>1.</label><item>a</item><item>b</item></list>',
    right: '<list><label>1.</label><item>a</item><label>2.</label><item>b</item></list>',
  },
  VA372: {
    severity: 'info',
    message: 'The list of {type} has no heading.',
    explanation:
      'Lists of participants are headed in the series (PARTICIPANTS, PRESENT), so that readers and screen readers know what the names are.',
    wrong: '<list type="participants"><item>The Secretary</item></list>',
    right: '<list type="participants"><head>PARTICIPANTS</head><item>The Secretary</item></list>',
  },
  VA373: {
    severity: 'error',
    legacy: 'warning',
    message: 'A list stands directly in a list: “{text}”.',
    hint: 'Put it into the item before it.',
    explanation: 'A sub-list belongs to an item (TEI, list); directly in a list it has no entry to belong to.',
    wrong: '<list><item>a</item><list><item>a1</item></list></list>',
    right: '<list><item>a<list><item>a1</item></list></item></list>',
  },
} as const satisfies Record<string, CodeEntry>;
