import type { CodeEntry } from '../codes.js';
import { legacyCodes } from './legacy.js';

const SCHEMA = 'The RELAX NG schema lays down which elements, attributes and values may stand where.';

const MEND = 'Mend the schema at this line, or leave --schema out to use the one of this program.';

/** Findings of validation: codes `VAnnn`; `VA0nn` and `VA1nn` come from the RELAX NG schemas. */
export const validateCodes = {
  ...legacyCodes,
  VA001: {
    severity: 'error',
    message: 'The schema cannot be used: {problem}.',
    hint: 'Mend the schema, or leave --schema out to use the one of this program.',
    explanation:
      'A schema must be whole before anything can be checked against it: all its files are there, in the folder of the schema or in folders of ' +
      'that one, and they are not endless. Nothing is fetched from a network.',
  },
  VA030: {
    severity: 'error',
    message: 'The schema is not written as RELAX NG is: {problem} ({rule}).',
    hint: MEND,
    explanation:
      'A schema has a grammar of its own, which says what may stand where in it (RELAX NG specification §3, or RELAX NG Compact Syntax). ' +
      'Where it is not kept to, nobody can know what the schema means.',
  },
  VA031: {
    severity: 'error',
    message: 'The definitions of the schema do not hold together: {problem} ({rule}).',
    hint: MEND,
    explanation:
      'Each name that a schema refers to is defined, once or as parts that are combined in one way; what is redefined is there; a datatype is one ' +
      'of its library, and no definition contains itself without an element between (RELAX NG specification §4).',
  },
  VA032: {
    severity: 'error',
    message: 'The schema asks for what RELAX NG does not allow: {problem} ({rule}).',
    hint: MEND,
    explanation:
      'What a schema can say has limits: no element in an attribute, no attribute twice, no value beside elements in one content, no element in two ' +
      'parts of an interleave (RELAX NG specification §7). Other programs refuse such a schema as well.',
  },
  VA010: {
    severity: 'error',
    message: '`{name}` may not stand {where}; expected {expected}.{suggestion}',
    explanation: `${SCHEMA} This element is known, but not in this place.`,
    wrong: '<list><p>Dear Nick:</p></list>',
    right: '<list><item>Dear Nick:</item></list>',
  },
  VA011: {
    severity: 'error',
    message: '`{name}` is no element of the schema; expected {where}: {expected}.{suggestion}',
    explanation: `${SCHEMA} It has no element of this name. What stands inside the unknown element is checked where its names are known.`,
    wrong: '<p>Mr. <perName>Rusk</perName></p>',
    right: '<p>Mr. <persName>Rusk</persName></p>',
  },
  VA012: {
    severity: 'error',
    message: '`{name}` may not stand {where} yet: {missing} must come first.',
    explanation: `${SCHEMA} This element may stand here, but only after others that are missing.`,
    wrong: '<teiHeader><profileDesc/></teiHeader>',
    right: '<teiHeader><fileDesc>…</fileDesc><profileDesc/></teiHeader>',
  },
  VA013: {
    severity: 'error',
    message: '`{element}` may not have the attribute `{name}`; {allowed}.{suggestion}',
    explanation: `${SCHEMA} This attribute is not among those of the element.`,
    wrong: '<hi rendd="italic">Ibid.</hi>',
    right: '<hi rend="italic">Ibid.</hi>',
  },
  VA014: {
    severity: 'error',
    message: '“{value}” is no value of `{name}` on `{element}`; expected {expected}.{suggestion}',
    explanation: `${SCHEMA} The value is not in the list, or not of the type, that the attribute has.`,
    wrong: '<hi rend="itallic">Ibid.</hi>',
    right: '<hi rend="italic">Ibid.</hi>',
  },
  VA015: {
    severity: 'error',
    message: '`{element}` must have {missing}.',
    explanation: `${SCHEMA} An attribute that the element must have is missing.`,
    wrong: '<hi>Ibid.</hi>',
    right: '<hi rend="italic">Ibid.</hi>',
  },
  VA016: {
    severity: 'error',
    message: '`{element}` may not hold text here (“{text}”); expected {expected}.',
    explanation: `${SCHEMA} This element holds other elements only, or no text at this place.`,
    wrong: '<list>Rusk<item>Thompson</item></list>',
    right: '<list><item>Rusk</item><item>Thompson</item></list>',
  },
  VA017: {
    severity: 'error',
    message: '“{value}” may not be the content of `{element}`; expected {expected}.',
    explanation: `${SCHEMA} The content is not of the type that the element has.`,
  },
  VA018: {
    severity: 'error',
    message: '`{element}` is not complete; missing: {missing}.',
    explanation: `${SCHEMA} The element ends before all that it must hold has come.`,
    wrong: '<table/>',
    right: '<table><row><cell>1</cell></row></table>',
  },
  VA019: {
    severity: 'error',
    message: 'The id “{id}” is used already on line {line}.',
    hint: 'Give one of the two another id, and look at what points to it.',
    explanation: 'An xml:id names one element of the file (XML Schema part 2 §3.3.8, RELAX NG DTD Compatibility §5).',
    wrong: '<pb n="1" xml:id="pg_1"/><pb n="2" xml:id="pg_1"/>',
    right: '<pb n="1" xml:id="pg_1"/><pb n="2" xml:id="pg_2"/>',
  },
  VA020: {
    severity: 'error',
    message: 'No element has the id “{id}”.',
    hint: 'Correct the reference, or give the element that is meant this id.',
    explanation:
      'A value of the type IDREF must be the id of an element in the same file (RELAX NG DTD Compatibility §5).',
  },
  VA060: {
    severity: 'error',
    message: 'The Schematron schema uses {name}, {why}; nothing of the schema was run.',
    hint: 'Write the test with the functions of XPath 3.1, or with an xsl:function in the schema itself; if the schema is not yours, ask its makers.',
    explanation:
      'A Schematron schema is a text from another project, and only says what is right and wrong in a document. Functions of the XSLT processor itself, and those that run text as a program, would let it do anything that you can do on this computer, so a schema that has one is not used at all.',
  },
  VA061: {
    severity: 'error',
    message: 'The Schematron schema reads {path}, which is outside its folder {folder}.',
    hint: 'Put the file into the folder of the schema (the file itself, no link to it) and name it by a relative path.',
    explanation:
      'A schema from another project may read the files that it brings with it and no others: neither other files of this computer, nor anything from the network.',
  },
  VA062: {
    severity: 'error',
    message: 'The Schematron schema was stopped: {problem}.',
    hint: 'Look for a function or template that calls itself without end, for (…+)+ in a regular expression, and for ranges of millions (1 to 10000000000).',
    explanation:
      'A schema is run with limits of time and memory, which grow with the document, so that a mistake in it cannot hold up the computer. The document was not checked against it.',
  },
  VA063: {
    severity: 'error',
    message:
      'The schema’s regular expression “{pattern}” is too ambiguous to be checked here; the rest of the file was not checked against the schema.',
    hint: 'Write the expression so that there is one way to read a value: fewer repetitions in one another, and smaller counts.',
    explanation:
      'A value is checked in time and memory that grow with its length only. A regular expression whose counted repetitions stand in one another can have more readings of a value than can be followed.',
  },
  VA064: {
    severity: 'error',
    message:
      'The schema is too ambiguous to be checked any further from here; the rest of the file was not checked against the schema.',
    hint: 'Look in the schema for what may repeat an interleave (&) of many optional parts, and say what repeats for each part by itself.',
    explanation:
      'A document is checked in time and memory that grow with its length only. A schema in which the same elements can be read in very many ways at once would take more with every element.',
  },
  VA065: {
    severity: 'error',
    message:
      '{what} of this file is longer than {limit} million characters, the most that the memory allows; the file was not checked.',
    hint: 'Mark each document as a div of @type document, and divide the file if one is still too long. More memory can be given: NODE_OPTIONS=--max-old-space-size=8000 allows 8 GB.',
    explanation:
      'A volume is checked a document at a time, so that its length does not matter. Each document, and all that stands in none of them, has to fit into the memory that Node.js may take.',
  },
  VA066: {
    severity: 'error',
    message:
      '{what} needs the whole file at once, about {needed} MB of memory for {size} MB of text, and {available} MB are free; it was not done.',
    hint: 'Divide the volume into files of fewer documents and check each, use a computer with more memory, or leave this out; what Chancery checks by itself needs no more memory for a long volume.',
    explanation:
      'A Schematron schema of your own may compare anything in a file with anything else in it, so all of the file is held in memory while it is checked. That is not begun where the memory would not suffice.',
  },
} as const satisfies Record<string, CodeEntry>;
