import type { CodeEntry } from '../codes.js';

/** Findings of files that are put together from a DOCTYPE, from inclusions or from a corpus: codes `IN040` to `IN057`, and of long files that are read by and by: `IN080`; `IN085` and `IN086` go with `IN051`. */
export const composedCodes = {
  IN040: {
    severity: 'error',
    message: 'The DOCTYPE is not as XML has it: {problem}.',
    hint: 'Mend the DOCTYPE; where nothing in the text uses an entity of it (&name;), it can also be taken away whole.',
    explanation:
      'What stands between `<!DOCTYPE` and `>` has a grammar of its own (XML 1.0 §2.8 and §3.2 to §4.7), and must keep to it even where nothing of it is used.',
  },
  IN041: {
    severity: 'error',
    message: '`&{name};` stands for {what}, which is not read.',
    hint: 'Put the text itself in its place, or define the entity in the DOCTYPE with its text: <!ENTITY {name} "…">.',
    explanation:
      'A file must be complete in itself: what it leaves to other files or to the network is not fetched, since those could be changed, be absent, or be files that nobody meant to publish. Only what the DOCTYPE itself defines is filled in (XML 1.0 §4.2, §5.1).',
  },
  IN042: {
    severity: 'error',
    message: 'The text of the entity `&{name};` cannot stand here: {problem}.',
    hint: 'Mend the text of the entity in the DOCTYPE; each element that begins in it must end in it.',
    explanation:
      'An entity is filled in where it is named, and must be well-formed in itself (XML 1.0 §4.3.2); in the value of an attribute it may hold no `<` (§3.1).',
  },
  IN043: {
    severity: 'error',
    message: 'The entity `&{name};` refers to itself.',
    hint: 'Write out one of the entities in the DOCTYPE that name each other.',
    explanation: 'An entity that holds itself, by way of others or not, has no end (XML 1.0 §4.1, no recursion).',
  },
  IN044: {
    severity: 'error',
    message: 'With `&{name};` the entities grow to more than {limit} characters.',
    hint: 'Look into the DOCTYPE for entities that hold each other many times; write the text out where it is meant.',
    explanation:
      'A few lines of entities can grow into gigabytes. No text needs that, so a file beyond the limit is a mistake or an attack, and is not read on.',
  },
  IN045: {
    severity: 'warning',
    message: 'The DOCTYPE names the file “{file}”, which is not read.',
    hint: 'Take the DOCTYPE away; TEI is checked with its RELAX NG schema, and needs none.',
    explanation:
      'Older TEI files begin with a DOCTYPE that names a DTD. Its entities and the attributes that it would supply are not there: nothing in this file names such an entity, and attributes are taken as they stand in the file.',
  },
  IN046: {
    severity: 'error',
    message: '{path} is put together from a DOCTYPE or from included files, and is not repaired.',
    hint: 'Make the repairs by hand; the findings without --fix say where.',
    explanation:
      'Repairs are made in the text that is read. Of a file whose entities or inclusions are filled in, that is not the text of the file, so that writing it back would change more than the repairs.',
  },
  IN047: {
    severity: 'error',
    message: 'The XML declaration says that the file is in {said}, but its bytes are {encoding}.',
    hint: 'Write encoding="{encoding}" in the first line, or save the file in the encoding that it names.',
    explanation:
      'A file that says it is in one encoding and is in another is read differently by different programs (XML 1.0 §4.3.3).',
  },
  IN050: {
    severity: 'error',
    message: 'The file {href} is to be included here, and {problem}.',
    hint: 'Correct @href, put the file into its place, or give xi:include an xi:fallback with what is to stand here without it.',
    explanation:
      'xi:include stands for the content of another file (XInclude 1.0 §4.2); without it the text is not whole.',
    wrong: '<xi:include href="chapter1.xm"/>',
    right: '<xi:include href="chapter1.xml"/>',
  },
  IN051: {
    severity: 'error',
    message: '{href} is to be included here, but lies outside the folder of the volume.',
    hint: 'Put the file itself (no link to it) into the folder of the volume or a folder in it, and name it by a relative path.',
    explanation:
      'A file includes only what lies beside it or below: other files of this computer could be published by mistake, and nothing is fetched from the network.',
  },
  IN052: {
    severity: 'error',
    message: 'The part “{pointer}” of {href} is to be included here, and {problem}.',
    hint: 'Name the xml:id of an element, xpointer="d12", or leave xpointer out to include the whole file.',
    explanation:
      'xpointer names a part of a file by the xml:id of an element, or by its place: element(/1/2), element(d12/3) (XPointer element() scheme).',
  },
  IN053: {
    severity: 'error',
    message: '{href} is included within itself.',
    hint: 'Take away one of the inclusions, so that no file holds itself by way of others.',
    explanation: 'A file that includes itself has no end (XInclude 1.0 §4.2.7, inclusion loops).',
  },
  IN054: {
    severity: 'error',
    message: 'With {href} what is included grows to more than {limit}.',
    hint: 'Look for files that include each other many times.',
    explanation:
      'No volume is put together from so much. A file beyond the limit is a mistake or an attack, and is not read on.',
  },
  IN055: {
    severity: 'error',
    message: 'xi:include is not used as it may be: {problem}.',
    hint: 'Write <xi:include href="FILE"/>, with parse="text" for a file without markup.',
    explanation: 'What xi:include and xi:fallback may hold is laid down in XInclude 1.0 §3.',
  },
  IN056: {
    severity: 'info',
    message: 'Of the header of this TEI {left} are not taken over into the volume.',
    hint: 'Put what concerns the whole volume into the header of the corpus; the archive keeps the file as it is.',
    explanation:
      'A corpus (teiCorpus, TEI Guidelines ch. 15) becomes one volume, with one header: that of the corpus. Of the header of each TEI the title becomes the heading where the text has none, and the description of the source, the correspondence, the creation and the classification go into the header of the volume, tied to the document. The rest is about the file that the document was in.',
  },
  IN057: {
    severity: 'warning',
    message: '`{name}` stands beside the texts of the corpus, and is in no edition.',
    hint: 'Name images of the pages by pb with @facs; the archive keeps the file as it is.',
    explanation:
      'Of a corpus (teiCorpus) the texts are published. Facsimiles, stand-off annotation and other things beside them have no place in a volume.',
  },
  IN080: {
    severity: 'error',
    message: '{path} was changed, moved or deleted while it was being checked.',
    hint: 'Let whatever writes the file come to its end, and check it again.',
    explanation:
      'A long file is read as often as is needed, and not held in memory. What was found in it before and after a change would not be about the same text.',
  },
  IN085: {
    severity: 'warning',
    message:
      '{href} lies outside the folder of the volume and is not read; what xi:fallback holds stands in its place.',
    hint: 'Put the file into the folder of the volume and name it by a relative path, or take xi:include away and leave what its xi:fallback holds.',
    explanation:
      'A file includes only what lies beside it or below. Where xi:include says itself what is to stand there without the file, that is taken (XInclude 1.0 §4.2).',
  },
  IN086: {
    severity: 'warning',
    message: 'A part of the header’s categories is left out here: {problem}',
    hint: 'Put the file into the folder of the volume and name it by a relative path, or take xi:include away.',
    explanation:
      'The volumes of the series keep their lists of categories in files that they share. No words of the texts are in `classDecl`, and so the editions are made without such a file where it is not beside the volume; what points into it is shown by its own words.',
  },
} as const satisfies Record<string, CodeEntry>;
