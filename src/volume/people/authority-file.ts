import { type Diagnostic, diagnostic, type Place, type Result } from '../../diagnostics/diagnostic.js';
import { append } from '../../model/list.js';
import type { AuthorityPerson, PersonKey } from '../../model/people.js';
import type { SourceFile } from '../../model/source-file.js';
import { issueFindings, openManifest, withoutEmpty } from '../manifest.js';
import { address, id, isoDate, record, text, z } from '../manifest-shapes.js';
import { AUTHORITIES, type Authority, addressOfId, problemOfId, sameRecord } from './authority-ids.js';
import { readListPerson } from './list-person.js';

/** What a pointer to an entry of a volume's list looks like. */
export const KEY = /^[^\s#]+#[^\s#]+$/;

const entry = z
  .string()
  .regex(KEY, 'names a volume and a person of its list: frus1964-68v14#p_RD1')
  .transform((key) => key as PersonKey);

const identifier = (authority: Authority, name: string) =>
  z
    .string()
    .superRefine((value, context) => {
      const message = problemOfId(authority, value);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    })
    .describe(`The identifier in ${name}.`)
    .optional();

const person = record({
  id: id('The name of the person in this file, and of the page: rusk-dean.'),
  name: text('The name, surname first: Rusk, Dean.'),
  forms: z.array(z.string()).default([]).describe('Other forms of the name.'),
  born: isoDate.describe('The year or date of birth.').optional(),
  died: isoDate.describe('The year or date of death.').optional(),
  description: text('Who that was.').default(''),
  viaf: identifier('viaf', 'VIAF'),
  wikidata: identifier('wikidata', 'Wikidata'),
  lcnaf: identifier('lcnaf', 'the name authority file of the Library of Congress'),
  snac: identifier('snac', 'SNAC'),
  ref: z.array(address).default([]).describe('Addresses in other authority files.'),
  entries: z
    .array(entry)
    .default([])
    .describe('The entries in the lists of volumes that mean this person: [frus1964-68v14#p_RD1].'),
});

/** The shape of `people.yaml`. */
export const peopleSchema = record({ people: z.array(person).describe('The persons of the series.') });

/** A person with the places of what can be wrong. */
export interface PlacedPerson extends AuthorityPerson {
  readonly place: Place;
}

/** Reads an authority file of persons: `people.yaml`, or TEI with a `listPerson`. */
export function readAuthorityFile(source: SourceFile): Result<readonly AuthorityPerson[]> {
  const { value, diagnostics } = /^\s*</.test(source.text) ? readListPerson(source) : readPeopleYaml(source);
  if (value === undefined) return { diagnostics };
  const found = [...diagnostics, ...doubled(value)];
  if (found.length > 0) return { diagnostics: found };
  return { value: value.map(({ place: _, ...own }) => own), diagnostics: [] };
}

function readPeopleYaml(source: SourceFile): Result<readonly PlacedPerson[]> {
  const { value: opened, diagnostics } = openManifest(source);
  if (opened === undefined) return { diagnostics };
  const { tree, at } = opened;
  const parsed = peopleSchema.safeParse(withoutEmpty(tree.value), { reportInput: true });
  if (!parsed.success)
    return { diagnostics: parsed.error.issues.flatMap((issue) => issueFindings(issue, [], tree, at)) };
  return {
    value: parsed.data.people.map((one, i): PlacedPerson => {
      const { born, died, ref, ...own } = one;
      return {
        id: own.id,
        name: own.name,
        forms: own.forms,
        ...(born === undefined ? {} : { born }),
        ...(died === undefined ? {} : { died }),
        description: own.description,
        refs: [
          ...AUTHORITIES.flatMap((authority) => {
            const value = own[authority];
            return value === undefined ? [] : [addressOfId(authority, value)];
          }),
          ...ref,
        ],
        entries: own.entries,
        place: at(tree.valueSpan(['people', i, 'id'])),
      };
    }),
    diagnostics: [],
  };
}

/** What two persons have and one alone may: an id, a record of an authority file, an entry of a volume. */
function doubled(people: readonly PlacedPerson[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const first = new Map<string, PlacedPerson>();
  for (const one of people) {
    const own: readonly (readonly ['SE050' | 'SE051' | 'SE052', string, string])[] = [
      ['SE050', `id ${one.id}`, one.id],
      ...one.refs.map((ref) => ['SE051', `ref ${sameRecord(ref)}`, ref] as const),
      ...one.entries.map((key) => ['SE052', `entry ${key}`, key] as const),
    ];
    append(
      found,
      own.flatMap(([code, key, what]) => {
        const other = first.get(key);
        first.set(key, other ?? one);
        if (other === undefined || (other === one && code !== 'SE050')) return [];
        return [
          diagnostic(code, { what, name: one.name, other: other.name, line: other.place.start?.line ?? 1 }, one.place),
        ];
      }),
    );
  }
  return found;
}
