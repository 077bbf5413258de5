import { readFileSync } from 'node:fs';
import { readXml, type StartTag } from '../../../src/formats/sax.js';
import { SourceFile } from '../../../src/model/source-file.js';

/** A case of J. Clark's tests for RELAX NG: a schema that is `correct` or not, files beside it, and documents. */
export interface SpecCase {
  /** Its number, and the first section of the specification that it is about. */
  readonly name: string;
  readonly sections: readonly string[];
  readonly schema: string;
  readonly isCorrect: boolean;
  /** Path → text. */
  readonly files: ReadonlyMap<string, string>;
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
}

interface Builder {
  sections: string[];
  schema: string;
  isCorrect: boolean;
  files: Map<string, string>;
  valid: string[];
  invalid: string[];
}

/** The cases of a `relaxng-spectest.xml`: schemas and documents are cut out of its text as they are. */
export function readSpecCases(file: string): readonly SpecCase[] {
  const text = readFileSync(file, 'utf8');
  const body = text.slice(text.indexOf('<testSuite>')).replaceAll('&dii;', '<&#xE14;&#xE35;/>');
  // References in names are the suite's own; names are written out here, as an entity would give them.
  const source = new SourceFile(file, body.replaceAll('<&#xE14;&#xE35;/>', '<\u0e14\u0e35/>'));
  const cases: SpecCase[] = [];
  const open: { tag: StartTag; contentStart: number }[] = [];
  const folders: string[] = [];
  let current: Builder | undefined;
  const problems = readXml(source, {
    startTag: (tag, _start, end) => {
      open.push({ tag, contentStart: end });
      if (tag.uri !== '') return;
      if (tag.local === 'testCase')
        current = { sections: [], schema: '', isCorrect: false, files: new Map(), valid: [], invalid: [] };
      if (tag.local === 'dir') folders.push(tag.attributes['name']?.value ?? '');
    },
    endTag: (_tag, start) => {
      const { tag, contentStart } = open.pop() ?? expectOpen();
      const content = source.text.slice(contentStart, start).trim();
      if (current === undefined || !isOfSuite(tag, open)) return;
      if (tag.local === 'section') current.sections.push(content);
      else if (tag.local === 'correct' || tag.local === 'incorrect') {
        current.schema = content;
        current.isCorrect = tag.local === 'correct';
      } else if (tag.local === 'valid') current.valid.push(content);
      else if (tag.local === 'invalid') current.invalid.push(content);
      else if (tag.local === 'resource')
        current.files.set([...folders, tag.attributes['name']?.value ?? ''].join('/'), content);
      else if (tag.local === 'dir') folders.pop();
      else if (tag.local === 'testCase') {
        cases.push({ name: `${cases.length + 1} (${current.sections.join(', ')})`, ...current });
        current = undefined;
      }
    },
  });
  if (problems[0] !== undefined) throw new Error(problems[0].message);
  return cases;
}

/** Whether an element is one of the suite and not of a schema or document in it, which have their own `foo` and `empty`. */
function isOfSuite(tag: StartTag, around: readonly { readonly tag: StartTag }[]): boolean {
  const isContent = around.some(({ tag: t }) =>
    ['correct', 'incorrect', 'valid', 'invalid', 'resource'].includes(t.local),
  );
  return tag.uri === '' && !isContent;
}

function expectOpen(): never {
  throw new Error('an end tag without its start tag');
}
