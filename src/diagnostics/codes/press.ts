import type { CodeEntry } from '../codes.js';

/** Findings of page layout and PDF: codes `PRnnn`. */
export const pressCodes = {
  PR001: {
    severity: 'warning',
    message:
      'No typeface has the character {code} (“{character}”), first met in {where}, at {words}: it is printed as a box.',
    hint: 'Look whether the character is a slip of the encoding (control characters usually are). Otherwise leave it: whoever copies the box from the PDF has the character.',
    explanation:
      'The faces that come with the program have Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari, Chinese, Japanese and Korean letters and the usual symbols. What none of them has is printed as a box, which stands for the character when the text is copied or read aloud.',
  },
  PR002: {
    severity: 'error',
    message: 'The PDF does not hold the whole text of {where}: at “{text}”.',
    hint: 'This is a fault of the program, not of the volume. Please report it with the volume.',
    explanation:
      'The press compares the text that it has drawn, paragraph by paragraph, with the text that it was given. Nothing of an edition may be lost.',
  },
  PR003: {
    severity: 'error',
    message: 'Note {note} is in the PDF {times} times instead of once.',
    hint: 'This is a fault of the program, not of the volume. Please report it with the volume.',
    explanation: 'Every note of the volume is in the PDF exactly once, on the page of its first call.',
  },
  PR010: {
    severity: 'error',
    message: 'The volume has no document or division with the id {id}.',
    hint: 'Documents have ids like d73, chapters like ch2; they stand in the TEI as xml:id. A range goes from the earlier document to the later: d73-d80.',
    explanation:
      'An offprint holds the documents or the division that are named; a name that the volume does not have is a slip.',
  },
  PR011: {
    severity: 'error',
    message: '{file} cannot be written: {reason}.',
    hint: 'Give another file with --out.',
    explanation:
      'The PDF is written beside its place and then moved there, so that a file that is there already stays whole.',
  },
  PR022: {
    severity: 'warning',
    message:
      'The character {code} (“{character}”), first met in {where}, at {words}, is printed as a box: the typeface for it is not installed.',
    hint: 'Install the package {package} beside the program (npm install {package}) and print again.',
    explanation:
      'The faces of Chinese, Japanese and Korean are large, and the program can be installed without them (npm install --omit=optional).',
  },
  PR021: {
    severity: 'warning',
    message: 'Nothing calls the note {note}; it stands at the foot of the last page.',
    hint: 'Put the note where the text calls it.',
    explanation:
      'A note stands at the foot of the page on which it is called. One that nothing calls has no such page, and is not lost.',
  },
  PR023: {
    severity: 'warning',
    message:
      'The PDF could not set a {kind} of {where} in its form, at “{words}”; its words stand there as plain paragraphs.',
    hint: 'Look at the place in the PDF, and please report it with the volume: it is a fault of the program. The other editions have it in its form.',
    explanation:
      'Where the page layout fails at a paragraph, a table or a picture, that alone is set plainly, and the PDF is made. No word of it is lost.',
  },
  PR024: {
    severity: 'warning',
    message: 'On page {page} of the PDF, words of {where} go over the edge of the page, at “{words}”.',
    hint: 'Look at the page. A table with very many columns, or a very long word or label, is the usual reason: part the table, or shorten the label.',
    explanation:
      'The words are in the file and can be searched for, but what lies over the edge of a page is not seen, and not printed. The other editions show it.',
  },
  PR025: {
    severity: 'warning',
    message: 'The PDF leaves {columns} of a table of {where} out, at “{words}”: nothing stands there.',
    hint: 'Take the empty cells out of the table, or fill them. The other editions show the table as it is.',
    explanation:
      'Columns without words are left over from the way in which a table was typed or scanned. On a page they take room from those that have words.',
  },
  PR045: {
    severity: 'error',
    message: 'The house style is not YAML: {problem}',
    hint: 'Check the indentation; a key and its value are parted by a colon and a blank.',
    explanation: 'A house style must be well-formed YAML 1.2 before anything can be read from it.',
  },
  PR046: {
    severity: 'error',
    message: 'A house style has no key “{key}” here.',
    hint: '{suggestion}',
    explanation:
      'Every key of a house style is known. An unknown key is nearly always a misspelt one, and what it says would be lost without anybody seeing it.',
  },
  PR047: {
    severity: 'error',
    message: 'There is no house style “{name}”.',
    hint: 'Name one that comes with the program ({names}), or a file print.yaml.',
    explanation: 'A house style is one of those that come with the program, or a file that begins with one of them.',
  },
  PR048: {
    severity: 'error',
    message: 'There is no file “{file}” in the folder of the house style.',
    hint: 'Put the file there, or correct the name. What stands in other folders cannot be named.',
    explanation:
      'A house style names its fonts by their paths in its own folder, so that it can be handed on as a whole and reads nothing else of a machine.',
  },
  PR049: {
    severity: 'error',
    message: '“{file}” cannot be the face of the text: {reason}.',
    hint: '{hint}',
    explanation:
      'A printer’s file holds its fonts. A font says in its table OS/2 whether it may be embedded; one that forbids it, and what is no font, cannot be used.',
  },
  PR050: {
    severity: 'error',
    message: '“{size}” is no size of a page.',
    hint: 'Name one ({names}), or write width and height: 6x9, 5.5x8.5in, 170x240mm.',
    explanation: 'A page is between 90 by 140 and 320 by 450 millimetres.',
  },
  PR051: {
    severity: 'error',
    message: 'The margins and the size leave {width} by {height} points for the text.',
    hint: 'Make the margins smaller, or the page larger: a line needs 140 points at least, a page ten lines.',
    explanation: 'A narrower measure cannot be set without holes between the words.',
  },
  PR052: {
    severity: 'warning',
    message:
      'The face “{file}” lacks {characters}, which most volumes of this kind have; another face is taken for them.',
    hint: 'Choose a face with these characters, if the change of face is seen.',
    explanation: 'Characters that the face of the text lacks are set in Noto Serif, letter by letter.',
  },
  PR054: {
    severity: 'warning',
    message:
      'The picture {picture} is printed on page {page} with {pixels} pixels to the inch; a printer asks for {asked}.',
    hint: 'Take the picture from a larger scan, or have it printed smaller (@width).',
    explanation: 'Below 300 pixels to the inch a picture looks coarse in print. On a screen it does not.',
  },
  PR053: {
    severity: 'warning',
    message: 'The volume has no division with the id {id}, for which volume.yaml has a short title.',
    hint: 'Correct the id, or take the line out. “volume” stands for the volume itself.',
    explanation: 'A short title stands in the running heads of a division in the place of its heading.',
  },
} as const satisfies Record<string, CodeEntry>;
