/** The markup declarations of XML 1.0 (§2.8, §3.2, §3.3, §4.2, §4.7) as regular expressions that match where they are set to. */
import { NAME, NCNAME, NMTOKEN, S } from './names.js';

export const re = (source: string): RegExp => new RegExp(source, 'uy');
const LITERAL = `(?:"[^"]*"|'[^']*')`;
const PUBLIC = `(?:"[-'()+,./:=?;!*#@$_%A-Za-z0-9 \\r\\n]*"|'[-()+,./:=?;!*#@$_%A-Za-z0-9 \\r\\n]*')`;
const EXTERNAL = `(?:SYSTEM${S}+(${LITERAL})|PUBLIC${S}+${PUBLIC}${S}+(${LITERAL}))`;
export const SPACES = re(`${S}*`);
export const DOCTYPE = re(`<!DOCTYPE${S}+${NAME}(?:${S}+${EXTERNAL})?${S}*`);
export const REFERENCE_TO_PARAMETER = re(`%(${NAME});`);
export const INSTRUCTION = re(`<\\?(${NCNAME})(?=\\?>|${S})`);
export const ENTITY = re(
  `<!ENTITY${S}+(%${S}+)?(${NCNAME})${S}+(?:("[^"]*"|'[^']*')|${EXTERNAL}(?:${S}+(NDATA)${S}+${NAME})?)${S}*>`,
);
export const NOTATION = re(`<!NOTATION${S}+${NCNAME}${S}+(?:${EXTERNAL}|PUBLIC${S}+${PUBLIC})${S}*>`);
export const ELEMENT = re(`<!ELEMENT${S}+${NAME}${S}+`);
export const CONTENT_KEYWORD = re(`(?:EMPTY|ANY)${S}*>`);
export const MIXED = re(`\\(${S}*#PCDATA(?:${S}*\\)\\*?|(?:${S}*\\|${S}*${NAME})+${S}*\\)\\*)${S}*>`);
export const ELEMENT_END = re(`${S}*>`);
export const PARTICLE_NAME = re(`${NAME}[?*+]?`);
export const ATTLIST = re(`<!ATTLIST${S}+(${NAME})`);
export const ATTRIBUTE = re(
  `${S}+(${NAME})${S}+(CDATA|IDREFS?|ID|ENTITY|ENTITIES|NMTOKENS?|NOTATION${S}+\\(${S}*${NAME}(?:${S}*\\|${S}*${NAME})*${S}*\\)|\\(${S}*${NMTOKEN}(?:${S}*\\|${S}*${NMTOKEN})*${S}*\\))${S}+(?:#REQUIRED|#IMPLIED|(?:#FIXED${S}+)?(${LITERAL}))`,
);
/** Characters that XML does not have (§2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;
/** What may stand in the value of an entity: references, and no stray `&`. */
export const VALUE = new RegExp(`&(?:${NAME};|#[0-9]+;|#x[0-9a-fA-F]+;)?|%`, 'gu');
export const PREDEFINED = /^&(?:amp|lt|gt|quot|apos);$/;
