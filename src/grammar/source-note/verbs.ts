import type { ActKey } from '../../model/header.js';

/** The verbs of the acts; clearing and concurring are one act, as the Department's clearance is a concurrence. */
export const VERBS: Readonly<Record<string, ActKey>> = {
  drafted: 'drafted',
  redrafted: 'drafted',
  cleared: 'cleared',
  concurred: 'cleared',
  coordinated: 'cleared',
  approved: 'approved',
  initialed: 'initialed',
  initialled: 'initialed',
  signed: 'signed',
  prepared: 'prepared',
  transcribed: 'transcribed',
  authorized: 'authorized',
  dictated: 'dictated',
  released: 'released',
};
export const VERB_WORDS = Object.keys(VERBS).join('|');
/** Verbs of other doings, which end the words of an act: `…, and sent to Kissinger`. */
export const OTHER_VERBS =
  'sent|repeated|transmitted|retransmitted|forwarded|submitted|seen|passed|pouched|read|revised|edited|amended|retyped|typed|corrected|delivered|given|handed|distributed|circulated|noted|reviewed|marked|addressed|discussed|intended|based|dispatched|issued|received|relayed|returned|attached|written|taken|sanitized|originated|published|printed|dated|stamped|made|issued|held|presented|taped|recorded|translated|conveyed|carried|certified|copied|checked|completed|supplied|compiled|summarized|incorporated|classified|declassified|found|ordered';
export const ADVERBS =
  '(?:also|originally|probably|presumably|apparently|possibly|jointly|subsequently|later|then|initially|personally|evidently|previously|first|finally|again|re-|further|reportedly|both|not|tentatively|largely|partially|actually)';
/** What before the verb takes the act away. */
export const NEGATION =
  /\b(?:not|never|no indication|no evidence|whether|if|nor|unless|no record|neither|unclear|asked|recommended|requested|suggested|proposed|until|should|would|could)\b(?:(?!, but |, and |, yet )[^.;])*$/i;
