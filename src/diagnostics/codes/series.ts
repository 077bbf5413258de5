import type { CodeEntry } from '../codes.js';

/** Findings of a series of volumes: codes `SEnnn`. */
export const seriesCodes = {
  SE001: {
    severity: 'error',
    message: 'There is no series.yaml in {path}.',
    hint: 'A series is a folder with a series.yaml; `chancery init --series NEW-FOLDER` makes one to begin with.',
    explanation: 'The manifest of a series says which volumes it has, in which order and in which groups.',
  },
  SE002: {
    severity: 'error',
    message: 'The series names the volume {path}, and {reason}.',
    hint: 'Name a TEI file, or a folder with a volume.yaml, by its path from series.yaml.{suggestion}',
    explanation:
      'Every volume of a series is there, or said to be planned: a series that lacks one is not built as if it were whole.',
  },
  SE003: {
    severity: 'error',
    message: 'No file and no folder has the form “{pattern}” in {folder}.',
    hint: 'Correct the pattern; “*” stands for any part of one name: volumes/*.xml.',
    explanation:
      'A pattern that finds nothing is nearly always misspelt, and its volumes would be missing without anybody seeing it.',
  },
  SE005: {
    severity: 'error',
    message: 'The id “{id}” is given twice in the series; first in line {line}.',
    hint: 'Give each group and each planned volume an id of its own.',
    explanation: 'References and pages are known by these ids.',
  },
  SE006: {
    severity: 'error',
    message: 'The volume {path} is named twice in the series.',
    hint: 'Leave one of the two lines out. A pattern passes over what stands in the list by its own name before it.',
    explanation: 'A volume has one place in the order of its series.',
  },
  SE007: {
    severity: 'error',
    message: '{path} and {other} have one name.',
    hint: 'Rename one of the two: in a series volumes are known by the names of their files and folders.',
    explanation: 'Two volumes of one name could not be told apart in what the series says and writes.',
  },
  SE008: {
    severity: 'error',
    message: 'The volumes {name} and {other} have one id, “{id}”.',
    hint: 'Give one of the two an id of its own: the xml:id of its TEI element, or the id of its volume.yaml.',
    explanation: 'The editions of a volume stand in the folder of its id; two would write over each other.',
  },
  SE009: {
    severity: 'error',
    message: 'The series has no volume “{name}”.',
    hint: '{suggestion}',
    explanation: '`--volumes` names volumes as the manifest does, without the ending of the file.',
  },
  SE010: {
    severity: 'error',
    message: '{option} is an option of a build of {one}, and {input} is {other}.',
    hint: 'Leave {option} out.',
    explanation:
      'A volume and a series are built by the same command; some options have a meaning for one of the two only.',
  },
  SE011: {
    severity: 'error',
    message: '“{value}” is no amount of memory.',
    hint: 'Write a number with M or G: --memory 8G. The least is 512M.',
    explanation: 'A series is built by several processes, which together keep within the memory that is stated.',
  },
  SE012: {
    severity: 'error',
    message: 'The volume {name} could not be built: {reason}.',
    hint: 'Build it alone to see more: chancery build {path}',
    explanation:
      'The process that built the volume has ended before its work was done. The other volumes are built all the same.',
  },
  SE013: {
    severity: 'error',
    message: 'The volume {name} needs more memory than the {memory} that a process may have.',
    hint: 'State more with --memory, or build it alone: chancery build {path}',
    explanation:
      'Each process keeps within its part of the memory that is stated; a volume that does not fit is left, and the others are built.',
  },
  SE014: {
    severity: 'warning',
    message: '{name} refers to {target}, and {volume} has no such {what}.',
    hint: 'Correct the reference; or enter the old id among the aliases of series.yaml, where the document has another id now.',
    explanation:
      'References between the volumes of a series are checked over all of them. One that leads nowhere keeps the address that the volume gives it.',
  },
  SE015: {
    severity: 'error',
    message: 'Another build is writing the series in {path}.',
    hint: 'Wait until it has ended. If none is under way, remove {lock}.',
    explanation: 'Two builds of one series at once would write over each other.',
  },
  SE016: {
    severity: 'info',
    message: 'The folder {path} holds a volume that the series no longer has.',
    hint: 'Remove the folder where its editions are not wanted any more.',
    explanation: 'A build never removes editions that it does not make anew: somebody may still link to them.',
  },
  SE017: {
    severity: 'error',
    message: 'The volume {name} has changed while it was built.',
    hint: 'Build the series again.',
    explanation:
      'What is kept of a volume is known by its content. Half of one version and half of another is never kept.',
  },
  SE018: {
    severity: 'error',
    message: 'The aliases of {volume} lead from {old} to {id}, and {volume} has no {id}.',
    hint: 'Write the old id first, and then the id that the document has now: { d71: d73 } where d73 was d71.',
    explanation: 'An alias keeps references to a former id alive; it must lead to a document that is there.',
  },
  SE019: {
    severity: 'error',
    message: 'There is a {name} in {path} already.',
    hint: 'Change that file; or name another folder.',
    explanation: '`chancery init` writes over nothing.',
  },
  SE020: {
    severity: 'error',
    message: 'A series is made of the volumes that stand in its folder; --from names raw texts.',
    hint: 'Leave --from out, or --series.',
    explanation: 'Raw texts are made a volume first: chancery init FOLDER --from TEXTS.',
  },
  SE021: {
    severity: 'error',
    message: 'The aliases name the volume {volume}, and no volume of the series has that id.',
    hint: 'Correct the id: it is the xml:id of the TEI element of the volume, or the id of its volume.yaml.{suggestion}',
    explanation:
      'The aliases of a volume that is misspelt would have no effect, and references to former ids would lead nowhere.',
  },
  SE080: {
    severity: 'error',
    message: 'The search of the series is as it was: of {name} nothing is kept any more that could be found.',
    hint: 'Build the series again without --volumes, and see that {name} can be built.',
    explanation:
      'The index of all volumes is made of what is kept of each. One without {name} would silently find less, so that none is written.',
  },
  SE081: {
    severity: 'error',
    message: 'The editions of {name} could not be put into their place: {reason}. What stood there stands there still.',
    hint: 'Build the series again: what was built is kept.',
    explanation:
      'A process that puts editions into their places has ended before its work was done, of itself or by a kill.',
  },
} as const satisfies Record<string, CodeEntry>;
