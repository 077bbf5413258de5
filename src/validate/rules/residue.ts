import type { Rule } from './rule.js';

/** Marks that editors leave for each other, and what text recognition and copying from web pages leave behind. */
const residue: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /\b(?:TODO|FIXME|TBD|X{4,}|TK TK|lorem ipsum)\b/g, what: 'a reminder of the editors' },
  { pattern: /(?<=\s|^)\?{3,}(?=\s|$)|\[\?\?+\]|<<|>>|@@+/g, what: 'a mark of the editors' },
  { pattern: /\[(?:check|query|verify|need|fix|insert|au:|ed:)[^\]]{0,60}\]/gi, what: 'a reminder of the editors' },
  {
    pattern: /~~|\*\*\S[^*]*\S\*\*|↩|\[\^\d+\]|&(?:amp|lt|gt|nbsp|quot);/g,
    what: 'a mark of text recognition or of a web page',
  },
  { pattern: /\[Page \d+\]/g, what: 'a page mark that should be a pb' },
];

/** Editorial residue: reminders in text and comments, marks of the tools that made the text. */
export const editorialResidue: Rule = {
  codes: ['VA450', 'VA451', 'VA452'],
  check({ tree, report }) {
    for (const node of tree.texts) {
      for (const { pattern, what } of residue) {
        for (const match of node.text.matchAll(pattern)) {
          const where = { text: node, from: match.index, to: match.index + match[0].length };
          report('VA450', where, { text: match[0], what });
        }
      }
    }
    for (const comment of tree.comments) {
      if (/\b(?:TODO|FIXME|XXX|TBD|check|query|fix)\b|\?\?/i.test(comment.text)) {
        report('VA451', comment, { text: comment.text.trim().replace(/\s+/g, ' ').slice(0, 60) });
      }
    }
    for (const element of [...tree.named('uh-oh'), ...tree.named('frus:problem')])
      report('VA452', element, { name: element.name });
  },
};
