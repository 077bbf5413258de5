import { type Code, type CodeEntry, type Severity, sentenceOf, table } from '../diagnostics/codes.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import type { Verb } from './verb.js';

/** The groups in which rules are listed, by the first letters or digits of their codes. */
const groups: readonly (readonly [pattern: RegExp, title: string])[] = [
  [/^VA[01]/, 'RELAX NG: elements, attributes, values'],
  [/^VA2/, 'What goes together in a document'],
  [/^VA30/, 'Ids'],
  [/^VA31/, 'Numbers of documents'],
  [/^VA32/, 'Notes'],
  [/^VA33/, 'Pages'],
  [/^VA34/, 'References'],
  [/^VA35/, 'Persons and terms'],
  [/^VA36/, 'Tables'],
  [/^VA37/, 'Lists'],
  [/^VA40/, 'Characters'],
  [/^VA41/, 'Spacing and words'],
  [/^VA42/, 'Quotation marks'],
  [/^VA4/, 'Empty elements, attachments, residue'],
  [/^VA50/, 'Dates'],
  [/^VA52/, 'Datelines and signatures'],
  [/^VA53/, 'Source notes'],
  [/^VA54/, 'The header against its source note'],
  [/^IN/, 'Reading files'],
  [/^EN/, 'Encoding raw texts'],
  [/^VO/, 'Manifest and volume'],
  [/^WL/, 'Look of the web edition'],
  [/^TR/, 'Editions'],
  [/^PR/, 'Page layout and PDF'],
  [/^CM/, 'The command line'],
  [/^BG/, 'BagIt packages'],
  [/./, 'The archive, with the codes of OCFL'],
];

/** `rules [CODE]`: lists the rules, or explains one. */
export const verb: Verb = {
  name: 'rules',
  description:
    'Lists the rules that `chancery validate` checks, or explains one: why it is a rule, an example that breaks it and one that keeps it, and how a finding is silenced. ' +
    'Severities can be changed in the manifest of a volume.',
  argument: { name: 'CODE', count: 'optional', description: 'the code of a finding, as VA301' },
  options: { all: { description: 'list the findings of every command, not of validation alone' } },
  examples: [
    ['chancery rules', 'list all rules'],
    ['chancery rules VA500', 'explain what VA500 means'],
  ],
  async run({ arguments: [asked], options, terminal }) {
    if (asked === undefined) {
      const listed = codes().filter(([code]) => options.flag('all') || code.startsWith('VA'));
      terminal.sayJson(listed.map(([code, entry]) => ({ code, ...entry })));
      if (!terminal.json) terminal.print(listing(listed));
      return 0;
    }
    const code = asked.toUpperCase();
    const entry = codes().find(([known]) => known === code)?.[1];
    if (entry === undefined) {
      const known = codes().map(([name]) => name);
      const meant = suggest(code, known);
      terminal.report([diagnostic('CM020', { code: asked, meant: meant === undefined ? '' : ` Is ${meant} meant?` })]);
      return 2;
    }
    terminal.sayJson({ code, ...entry });
    if (!terminal.json) terminal.print(explanation(code, entry));
    return 0;
  },
};

function codes(): readonly (readonly [string, CodeEntry])[] {
  return (Object.keys(table) as Code[]).sort().map((code) => [code, table[code]]);
}

const marks: Readonly<Record<Severity, string>> = { error: 'error  ', warning: 'warning', info: 'info   ' };

/** All rules in their groups, a line each; what a message fills in is shown as an ellipsis. */
function listing(listed: readonly (readonly [string, CodeEntry])[]): string {
  const lines: string[] = [];
  for (const [pattern, title] of groups) {
    const own = listed.filter(([code]) => groups.find(([p]) => p.test(code))?.[0] === pattern);
    if (own.length === 0) continue;
    lines.push(title);
    for (const [code, entry] of own)
      lines.push(`  ${code}  ${marks[entry.severity]}${entry.isFixable ? ' *' : '  '} ${sentenceOf(entry)}`);
    lines.push('');
  }
  return `${lines.join('\n')}\n* repaired by chancery validate --fix\nchancery rules CODE explains a rule. With --strength legacy, what older volumes are known to hold is a warning.\n`;
}

function explanation(code: string, entry: CodeEntry): string {
  const { severity, legacy, hint, wrong, right } = entry;
  const older = legacy ?? severity;
  const parts = [
    `${code}  ${severity}${older === severity ? '' : ` (${older} in older volumes)`}${entry.isFixable ? ', repaired by --fix' : ''}`,
    sentenceOf(entry),
    entry.explanation,
    ...(hint === undefined ? [] : [hint.replace(/\{\w+\}/g, '…')]),
    ...(wrong === undefined ? [] : [`Wrong   ${wrong}`]),
    ...(right === undefined || right === '' ? [] : [`Right   ${right}`]),
    ...(code.startsWith('VA') ? [`To allow it in one place, with the reason: <?chancery allow ${code} REASON?>`] : []),
  ];
  return `${parts.map((part) => fold(part, 96)).join('\n\n')}\n`;
}

/** Breaks a text at spaces. */
function fold(text: string, width: number): string {
  return text.replace(new RegExp(`(?![^\\n]{1,${width}}$)([^\\n]{1,${width}})\\s`, 'g'), '$1\n');
}
