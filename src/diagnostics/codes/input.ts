import type { CodeEntry } from '../codes.js';

/** Findings of reading files, decoding, XML well-formedness: codes `INnnn`. */
export const inputCodes = {
  IN001: {
    severity: 'error',
    message: '{path} does not exist.',
    hint: 'Check the spelling of the path; it is read relative to the folder where the command runs.',
    explanation: 'A file or folder named on the command line could not be found.',
  },
  IN002: {
    severity: 'error',
    message: '{path} is empty.',
    hint: 'Put the text of the document into the file, or take the file out of the volume.',
    explanation:
      'A file without any text makes no document. An empty file is nearly always the trace of a copy that failed.',
  },
  IN003: {
    severity: 'error',
    message: '{path} is no text in an encoding that can be told: {reason}.',
    hint: 'Open it in the program that made it and save it as plain text, encoding UTF-8.',
    explanation:
      'Texts are read as UTF-8, as UTF-16, or as Windows-1252 (the “ANSI” of Windows). Bytes that none of them allows are not guessed at: ' +
      'a wrong guess would change words without anybody seeing it.',
  },
  IN004: {
    severity: 'info',
    message: '{path} was read as {encoding}.',
    hint: 'Look whether accents, dashes and quotation marks are right, and save the file as UTF-8 to be certain.',
    explanation:
      'The file is not in UTF-8. Its bytes fit another encoding, and it was read so. Windows-1252 fits nearly every file, so a text that ' +
      'was in another 8-bit encoding shows wrong accents.',
  },
  IN005: {
    severity: 'error',
    message: '{path} is {format}, not plain text.',
    hint: 'Save or export it as plain text, encoding UTF-8, and give that file.',
    explanation:
      'Raw texts are plain text files. Word-processor files, PDF and archives are recognised by their first bytes.',
  },
  IN006: {
    severity: 'error',
    message: '{path} cannot be read: {reason}.',
    hint: 'Check that you may read the file and that no other program holds it.',
    explanation: 'The operating system refused to give the file.',
  },
  IN007: {
    severity: 'error',
    message: '{path} cannot be written: {reason}.',
    hint: 'Choose another folder with --out, or make room for this one.',
    explanation: 'The operating system refused to make the file or folder. Nothing was changed.',
  },
} as const satisfies Record<string, CodeEntry>;
