import type { CodeEntry } from '../codes.js';

/** Findings of the command line: codes `CMnnn`. They end the program with exit code 2. */
export const commandCodes = {
  CM001: {
    severity: 'error',
    message: 'There is no command “{verb}”.',
    hint: '{suggestion}',
    explanation: 'The first word after `chancery` names what is to be done; `chancery --help` lists the words.',
  },
  CM002: {
    severity: 'error',
    message: '`chancery {verb}` has no option {option}.',
    hint: '{suggestion}',
    explanation: 'Each command has its own options; `chancery COMMAND --help` lists them.',
  },
  CM003: {
    severity: 'error',
    message: 'The option {option} needs a value: {option} {value}.',
    explanation: 'An option that takes a value stands before it, as `--out DIR` or `--out=DIR`.',
  },
  CM004: {
    severity: 'error',
    message: 'The option {option} takes no value.',
    explanation: 'A switch is on where it stands and off where it does not.',
  },
  CM005: {
    severity: 'error',
    message: '`chancery {verb}` needs {missing}.',
    hint: 'For example: {example}',
    explanation: 'The command does not know what to work on.',
  },
  CM006: {
    severity: 'error',
    message: '`chancery {verb}` takes one {argument}, and here are {count}.',
    hint: 'Give each its own command; a name with spaces stands in quotation marks.',
    explanation: 'The command works on one thing at a time.',
  },
  CM007: {
    severity: 'error',
    message: '“{value}” is not a value of {option}.',
    hint: 'It takes {allowed}.',
    explanation: 'The option has a closed list of values.',
  },
  CM008: {
    severity: 'error',
    message: 'Chancery itself has failed: {message}',
    hint: 'This is a mistake in the program, not in your files. Please report it with the lines below.',
    explanation: 'A stage threw an error that it should have caught. The outputs of the last good build are untouched.',
  },
  CM009: {
    severity: 'error',
    message: '{path} already exists and is not empty.',
    hint: 'Choose another folder, or put your raw texts (.txt or .md) into this one; nothing of yours is overwritten.',
    explanation:
      '`chancery init` writes into a new or empty folder, or makes a manifest beside the raw texts that a folder holds.',
  },
  CM010: {
    severity: 'error',
    message: '`chancery {verb}` takes no argument, and here is “{argument}”.',
    explanation: 'The command works on nothing that could be named.',
  },
  CM011: {
    severity: 'info',
    message: 'The edition was built for looking at and not archived, since there are errors.',
    hint: 'Correct the errors and build again; the archive keeps its last version until then.',
    explanation:
      'A version of the archive is there to stay. What was encoded here is not made permanent while validation finds errors in it, and no edition is that has lost something. A TEI volume that exists is archived as it stands, whatever validation finds.',
  },
  CM020: {
    severity: 'error',
    message: 'There is no finding with the code {code}.{meant}',
    hint: '`chancery rules` lists the rules of validation, `chancery rules --all` every finding.',
    explanation: 'Every finding has a code, which stands beside it: two letters and three digits.',
  },
  CM021: {
    severity: 'error',
    message: 'There is no TEI volume in {folder}.',
    hint: 'Name the folder that holds the volumes as XML files.',
    explanation: '`chancery index` reads the XML files directly in the folder whose root element is TEI.',
  },
  CM030: {
    severity: 'error',
    message: 'There is no .xml file in {folder}.',
    hint: 'Name the files themselves, or the folder that holds them.',
    explanation: 'A folder on the command line stands for the .xml files in it and in the folders inside it.',
  },
  CM031: {
    severity: 'warning',
    message: '{path} is not in UTF-8; nothing was repaired in it.',
    hint: 'Save the file as UTF-8 first.',
    explanation: 'A repair leaves every other byte of the file as it is, which it can do in UTF-8 only.',
  },
  CM032: {
    severity: 'info',
    message: 'Repaired in {path}: {findings}.',
    hint: 'Look at the changes before you keep them.',
    explanation: 'With --fix the repairs that are safe are made: those for which there is only one way.',
  },
  CM033: {
    severity: 'error',
    message: '{path} is no index of volumes.',
    hint: 'Make one with chancery index DIR.',
    explanation: 'The option --index takes the file that `chancery index` has written.',
  },
  CM034: {
    severity: 'error',
    message: '--archive says where the archive lies, and --only {only} makes none.',
    hint: 'Leave --archive away, or add it to the list: --only {only},archive.',
    explanation: 'An option that would do nothing is refused, since somebody expects something of it.',
  },
  CM035: {
    severity: 'error',
    message: '“{value}” is no size of a page.',
    hint: 'It takes {names}, or width and height: 6x9 (inches), 5.5x8.5in, 170x240mm; from 90x140mm to 320x450mm.',
    explanation: 'The trim size is that of the page after the cut.',
  },
  CM036: {
    severity: 'error',
    message: 'The result could not be written to the standard output: {reason}.',
    explanation:
      'What a command finds goes to the standard output, often into a file (`> findings.sarif`). Half a report must not be taken for a whole one.',
  },
  CM037: {
    severity: 'error',
    message: 'The outline of {path} is written in brackets, so no entry can be added to it as lines.',
    hint: 'Write the outline as lines that begin with “- ”, or add these entries yourself: {entries}',
    explanation:
      '`chancery init` adds entries for the texts that the outline of a manifest does not name, and leaves all else as the editor wrote it.',
  },
  CM040: {
    severity: 'error',
    message: '{path} is another file than {from}.',
    hint: 'Rename one of them; nothing was copied, and nothing of yours is overwritten.',
    explanation:
      '`chancery init FOLDER --from TEXTS` copies the texts into the folder of the volume. Where a text of the same name stands there already, it must be the same text.',
  },
  CM041: {
    severity: 'error',
    message: '{option} {what}, and --only {only} makes none.',
    hint: 'Leave {option} away, or add {output} to the list: --only {only},{output}.',
    explanation: 'An option that would do nothing is refused, since somebody expects something of it.',
  },
} as const satisfies Record<string, CodeEntry>;
