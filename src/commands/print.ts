import { diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { plural, size } from '../diagnostics/words.js';
import { houseStyles } from '../model/house-style.js';
import { type PrintedFile, type PrintRequest, type Profile, printVolume, profiles } from '../pipeline/print.js';
import { trimNames, trimOf } from '../press/trim.js';
import { bleeds, PRESS_BLEED } from '../press/typography.js';
import { isFailure } from './failures.js';
import type { Call, ExitCode, OptionSpec, Verb } from './verb.js';

const out: OptionSpec = {
  value: 'FILE',
  short: 'o',
  description: 'the PDF to write (default: the id of the volume and .pdf, in this folder)',
};
const style: OptionSpec = {
  value: 'STYLE',
  description: `the house style: ${Object.keys(houseStyles).join(', ')}, or a file print.yaml (default: the print.yaml beside the volume.yaml, else chancery)`,
};
const documents: OptionSpec = {
  value: 'LIST',
  list: true,
  description: 'print only these documents, by their ids or as a range (d73,d259-d262), under their headings',
};
const chapter: OptionSpec = { value: 'ID', description: 'print only this division (ch2)' };

/** `print INPUT`: the PDF alone, in the profile and size that are asked for. */
export const verb: Verb = {
  name: 'print',
  isOfVolumes: true,
  description:
    'Makes the PDF of a volume, or an offprint of some of its documents. The profile "screen" has links and tags for screen readers (PDF/UA-1, PDF/A-2a), "ua-2" the same by ' +
    'the newer standards (PDF/UA-2, Well-Tagged PDF 1.0; PDF 2.0, no PDF/A), "press" is for the printer (bleed, crop marks, page boxes, no links), "archive" is PDF/A-3a with the TEI inside.',
  argument: {
    name: 'INPUT',
    count: 'one',
    description: 'a folder with a volume.yaml, or a TEI volume or document (.xml)',
  },
  options: {
    out,
    profile: { value: 'NAME', choices: profiles, description: 'screen, ua-2, press or archive (default: screen)' },
    trim: {
      value: 'SIZE',
      description: `the size of the page: ${trimNames.slice(2).join(', ')}, or width and height, as 6x9, 5.5x8.5in or 170x240mm (default: that of the style)`,
    },
    style,
    bleed: {
      value: 'LENGTH',
      choices: Object.keys(bleeds),
      description: `how far the sheet goes beyond the cut (default: ${PRESS_BLEED} with --profile press, none otherwise)`,
    },
    'crop-marks': { description: 'set marks that show where the page is cut (there with --profile press)' },
    signature: {
      value: 'PAGES',
      choices: ['4', '8', '16', '32'],
      description: 'fill the last signature with empty pages, so that the number of pages is a multiple of this',
    },
    documents,
    chapter,
    'each-document': { description: 'write a PDF for each document, into the folder --out' },
    'source-pages': { description: 'set the page numbers of the source in the margin' },
    report: { value: 'FILE', description: 'write what was counted on every page, as JSON' },
  },
  examples: [
    ['chancery print frus1964-68v14.xml', 'make the book for reading on a screen'],
    ['chancery print frus1964-68v14.xml --profile press --trim 6x9', 'make the file for a printer'],
    ['chancery print frus1964-68v14.xml --style small-press', 'set it in Garamond, as a small press would'],
    ['chancery print frus1964-68v14.xml --documents d73,d259', 'make an offprint of two documents'],
    ['chancery print frus1964-68v14.xml --each-document --out offprints', 'make a file for every document'],
  ],
  run: (call) => run(call, false),
};

/** `proof INPUT`: the text as it will be printed, for the editors' pens. */
export const proofVerb: Verb = {
  name: 'proof',
  isOfVolumes: true,
  description:
    "Makes a proof for the editors' reading: the text as it will be printed, on a large page with line numbers, the page numbers of the source, and the findings of validation " +
    'in the margin beside the document that they are in.',
  argument: {
    name: 'INPUT',
    count: 'one',
    description: 'a folder with a volume.yaml, or a TEI volume or document (.xml)',
  },
  options: {
    out,
    style,
    documents,
    chapter,
    report: { value: 'FILE', description: 'write what was counted on every page, as JSON' },
  },
  examples: [
    ['chancery proof corpus/sampler', 'make sampler-proof.pdf'],
    ['chancery proof frus1964-68v14.xml --chapter ch2', 'make a proof of one chapter'],
  ],
  run: (call) => run(call, true),
};

async function run({ arguments: [input = ''], options, terminal }: Call, proof: boolean): Promise<ExitCode> {
  const file = options.value('out');
  const division = options.value('chapter');
  const size = proof ? undefined : options.value('trim');
  const trim = size === undefined ? undefined : trimOf(size);
  if (size !== undefined && trim === undefined) {
    const finding = diagnostic('CM035', { value: size, names: trimNames.slice(2).join(', ') });
    terminal.report([finding]);
    terminal.sayJson({ diagnostics: [finding] });
    return 2;
  }
  const report = options.value('report');
  const dress = options.value('style');
  const request: PrintRequest = {
    input,
    ...(file === undefined ? {} : { out: file }),
    profile: proof ? 'screen' : ((options.value('profile') ?? 'screen') as Profile),
    ...(trim === undefined ? {} : { trim }),
    ...(proof || options.value('signature') === undefined ? {} : { signature: Number(options.value('signature')) }),
    ...(dress === undefined ? {} : { style: dress }),
    ...(report === undefined ? {} : { report }),
    documents: options.list('documents'),
    ...(division === undefined ? {} : { division }),
    bleed: proof ? undefined : options.value('bleed'),
    cropMarks: !proof && options.flag('crop-marks'),
    eachDocument: !proof && options.flag('each-document'),
    sourcePages: !proof && options.flag('source-pages'),
    proof,
  };
  const printed = await printVolume(request, {
    now: () => performance.now(),
    progress: (words) => terminal.progress(words),
  });
  terminal.report(printed.diagnostics, printed.sources, 5);
  terminal.sayJson({ ...printed.value, diagnostics: printed.diagnostics });
  if (printed.value === undefined) return printed.diagnostics.some(isFailure) ? 2 : 1;
  const { files } = printed.value;
  for (const made of files.slice(0, MOST_LINES)) terminal.say(summary(made));
  if (files.length > MOST_LINES) terminal.say(`… and ${files.length - MOST_LINES} more: ${files.length} files`);
  return hasErrors(printed.diagnostics) ? 1 : 0;
}

/** How many files are named one by one. */
const MOST_LINES = 5;

function summary({ file, bytes, report }: PrintedFile): string {
  const faults = report.faults.length === 0 ? 'no faults' : plural(report.faults.length, 'fault');
  const divided = `${report.divided} ${report.divided === 1 ? 'goes' : 'go'} on to the next page`;
  return `${file}: ${plural(report.pages, 'page')}, ${plural(report.notes, 'note')} at their foot (${divided}), ${faults}; ${size(bytes)}`;
}
