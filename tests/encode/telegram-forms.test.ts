import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../runs.js';
import { encodedCable, paragraphs } from './encoded-cable.js';
import {
  type FormFields,
  type FormLayout,
  formFields,
  formLayout,
  HOUSES,
  type House,
  typedForm,
} from './telegram-form-texts.js';

/** What the encoder reads in a telegram, as the fields that it was typed from. */
function read(text: string): Record<string, unknown> {
  const { documents, diagnostics, document, blocks, acts } = encodedCable(text);
  const { facts, header } = document ?? {};
  return {
    documents,
    shape: document?.shape,
    // Everything but the heading, which no telegram has.
    found: diagnostics.filter(({ code }) => code !== 'EN030').map(({ message }) => message),
    from: header?.from?.map(({ name }) => name),
    to: header?.to?.map(({ name }) => name),
    info: (header?.info ?? []).map(({ name }) => name),
    number: facts?.message,
    when: facts?.dateline?.date?.when?.slice(0, 13),
    classification: header?.source?.classification,
    precedence: (header?.source?.precedence ?? []).map((word) => word.toUpperCase()),
    handling: header?.source?.handling ?? [],
    drafted: acts('drafted'),
    approved: acts('approved'),
    cleared: acts('cleared'),
    signed: facts?.signed,
    paragraphs: paragraphs(blocks),
  };
}

function wanted(fields: FormFields, house: House, how: FormLayout): Record<string, unknown> {
  const { post, copies, number, sent, classification, precedence, caption, paragraphs, signed } = fields;
  const capitals = post.toUpperCase();
  const isCaptioned = house === 'incoming' || house === 'outgoing';
  const isOutgoing = house === 'outgoing';
  const sides: Readonly<Record<House, readonly [string, string, (name: string) => string]>> = {
    incoming: [post, 'Secretary of State', (name) => name.toUpperCase()],
    outgoing: ['Department of State', `Amembassy ${capitals}`, (name) => `Amembassy ${name.toUpperCase()}`],
    thirties: [post, 'Secretary of State', (name) => name],
    british: [capitals, 'FOREIGN OFFICE', (name) => name],
    agency: [capitals, 'DIRECTOR', (name) => name.toUpperCase()],
    naval: [`COMNAVFOR${capitals}`, 'CNO', (name) => `CINC${name.toUpperCase()}`],
  };
  const [from, to, copy] = sides[house];
  const digits = String(number).padStart(2, '0');
  const isNumbered = how.isNumbered || house === 'agency';
  const said =
    precedence === undefined || house === 'thirties'
      ? []
      : [house === 'agency' && precedence === 'IMMEDIATE' ? 'OPERATIONAL IMMEDIATE' : precedence];
  return {
    documents: 1,
    shape: 'cable',
    found: [],
    from: [from],
    to: [to],
    info: house === 'thirties' ? [] : copies.map((one) => copy(one.post)),
    number: house === 'naval' ? undefined : house === 'agency' ? `${capitals.slice(0, 4)} ${digits}01` : String(number),
    when: house === 'agency' ? sent.toISOString().slice(0, 10) : sent.toISOString().slice(0, 13),
    classification: house === 'thirties' ? undefined : classification,
    precedence: said,
    handling: isCaptioned && caption !== undefined ? [caption] : [],
    drafted: isOutgoing ? [fields.drafted.slice(4)] : [],
    approved: isOutgoing ? [fields.approved] : [],
    cleared: isOutgoing ? fields.cleared.map((one) => one.replace(/^.* - /, '')) : [],
    signed: house === 'british' || house === 'agency' || house === 'naval' ? undefined : [signed],
    paragraphs: paragraphs.map((text, at) => (isNumbered ? `${at + 1}. ${text}` : text)),
  };
}

describe('a telegram, typed on the form of a house', () => {
  for (const house of HOUSES) {
    it(`is read as what it was typed from: ${house}`, () => {
      fc.assert(
        fc.property(formFields, formLayout, (fields, how) => {
          expect(read(typedForm(fields, house, how))).toEqual(wanted(fields, house, how));
        }),
        { numRuns: runs(60) },
      );
    });
  }
});
