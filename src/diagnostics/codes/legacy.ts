import type { CodeEntry } from '../codes.js';

const OLDER =
  'Volumes of earlier years were encoded by the rules of their time. The schema for older volumes (tei/chancery-legacy.rnc) takes the form; with --strength current it is an error.';

/** Older forms, which the schema for today's documents does not have: codes `VA1nn`, each naming what is written today. */
export const legacyCodes = {
  VA101: {
    severity: 'warning',
    message: '`dateline` stands {where} by itself; today it stands in an `opener`.',
    hint: 'Write <opener><dateline>…</dateline></opener>.',
    explanation: OLDER,
    wrong: '<head>73. Letter</head><dateline>Washington, <date when="1964-11-19">November 19, 1964</date>.</dateline>',
    right:
      '<head>73. Letter</head><opener><dateline>Washington, <date when="1964-11-19">November 19, 1964</date>.</dateline></opener>',
  },
  VA102: {
    severity: 'warning',
    message: 'The document does not say what it is; today `div` has a `subtype`.',
    hint: 'Write subtype="historical-document", or subtype="editorial-note".',
    explanation: OLDER,
    wrong: '<div type="document" n="73" xml:id="d73">',
    right: '<div type="document" subtype="historical-document" n="73" xml:id="d73">',
  },
  VA103: {
    severity: 'warning',
    message: '`{name}` belongs to the microfiche supplements; today a page is a `pb` whose `facs` names its image.',
    hint: 'Write <pb n="1" xml:id="pg_1" facs="0145"/> for each page of the facsimile.',
    explanation: OLDER,
    wrong: '<frus:file id="0145" path="0003/0001.TIF"/>',
    right: '<pb n="1" xml:id="pg_1" facs="0145"/>',
  },
  VA104: {
    severity: 'warning',
    message: '`{name}` is no TEI; today a film or sound is a `figure` with a `head` and a `ref` to its address.',
    hint: 'Write <figure><head>…</head><p><ref target="https://…">Film</ref></p></figure>.',
    explanation: OLDER,
    wrong: '<figure><object xmlns="http://www.w3.org/1999/xhtml" id="film"/></figure>',
    right: '<figure><head>Film</head><p><ref target="https://example.org/film">Film</ref></p></figure>',
  },
  VA105: {
    severity: 'warning',
    message: '`rend` on `{element}` holds layout; today `rendition` points to a `rendition` of the header.',
    hint: 'Declare the layout once in the header (<rendition xml:id="hanging">…</rendition>) and write rendition="#hanging".',
    explanation: OLDER,
    wrong: '<cell rend="padding-left: 3em">Total</cell>',
    right: '<cell rendition="#indent-3">Total</cell>',
  },
  VA106: {
    severity: 'warning',
    message: '“{value}” tells how the paragraph looks; today `rend` on `p` is {expected}.',
    hint: 'Write a heading of the list of sources as a `head` of its `div`, and its entries as `item`s; a plain paragraph has no `rend`.',
    explanation: OLDER,
    wrong: '<p rend="sourceheadcenterboldbig">Unpublished Sources</p>',
    right: '<div type="section"><head>Unpublished Sources</head></div>',
  },
  VA107: {
    severity: 'warning',
    message: '“{value}” in `{name}` on `{element}` is no pointer that can be followed; today it is {expected}.',
    hint: 'Write `#` before an id of this file; write spaces in a file name as %20, or rename the file.',
    explanation: OLDER,
    wrong: '<note n="3" target="d56fn3">Not printed.</note>',
    right: '<note n="3" target="#d56fn3">Not printed.</note>',
  },
  VA108: {
    severity: 'warning',
    message: '“{value}” is an older name of a part of the title; today `type` is {expected}.',
    hint: 'Write volumenumber for volumeno.',
    explanation: OLDER,
    wrong: '<titlePart type="volumeno">Volume XIV</titlePart>',
    right: '<titlePart type="volumenumber">Volume XIV</titlePart>',
  },
  VA109: {
    severity: 'warning',
    message: '“{value}” in `{name}` on `{element}` is an older value; today it is {expected}.',
    explanation: OLDER,
    wrong: '<div type="online-supplement">',
    right: '<div type="section">',
  },
  VA110: {
    severity: 'warning',
    message: 'An older order of elements: {problem}',
    explanation: OLDER,
    wrong: '<list><item>One</item><lb/><item>Two</item></list>',
    right: '<list><item>One</item><item>Two</item></list>',
  },
  VA111: {
    severity: 'warning',
    message: 'An older use of attributes: {problem}',
    explanation: OLDER,
    wrong: '<ref>738</ref>',
    right: '<ref target="#pg_738">738</ref>',
  },
} as const satisfies Record<string, CodeEntry>;
