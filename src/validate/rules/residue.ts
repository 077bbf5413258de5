import { residueIn } from '../../grammar/residue.js';
import { ancestor } from '../tree.js';
import type { Rule } from './rule.js';

/** Editorial residue: reminders in text and comments, marks of the tools that made the text. */
export const editorialResidue: Rule = {
  codes: ['VA450', 'VA451', 'VA452'],
  scope: 'part',
  check({ tree, report }) {
    for (const node of tree.texts) {
      // What the sheet itself bears (`<< END OF DOCUMENT >>` of a cable) is no residue.
      if (node.parent.name === 'fw' || ancestor(node.parent, 'fw') !== undefined) continue;
      for (const { text, what, at } of residueIn(node.text)) {
        report('VA450', { text: node, from: at, to: at + text.length }, { text, what });
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
