import { jsonOfItem } from './answers.js';
import { type Answer, type Call, may, ok } from './call.js';
import { textsOf } from './citation.js';
import type { Indexed } from './installation.js';
import { Rejection } from './rejection.js';

/** Words in small letters with a blank before, between and behind: what is compared. */
const words = (text: string): string =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;

/** Fields of the index that are none of the citation block. */
const identifiers = ['dsPersistentId', 'identifier'];

function textOf({ dataset, version }: Indexed, field: string | undefined): string {
  if (field === undefined) return words(`${dataset.persistentId} ${textsOf(version.fields).join(' | ')}`);
  return words((identifiers.includes(field) ? [dataset.persistentId] : textsOf(version.fields, field)).join(' | '));
}

/** A word, a phrase in quotation marks, a beginning with `*` behind it, each with `field:` before it or without. */
function matches(entry: Indexed, field: string | undefined, term: string): boolean {
  const sought = words(term.replace(/\\(.)/g, '$1'));
  if (sought.trim() === '') return true;
  return textOf(entry, field).includes(term.endsWith('*') ? sought.trimEnd() : sought);
}

/** Finds datasets that hold all the terms, as the index has them; drafts only for those who may edit them. */
export function search(call: Call): Answer {
  const q = call.query.get('q');
  if (q === null) throw new Rejection(400, 'q parameter is missing');
  const terms = [...q.matchAll(/(?:(\w+):)?(?:"([^"]*)"|(\S+))/g)];
  const kinds = call.query.getAll('type');
  const trees = call.query.getAll('subtree');
  const found = call.installation.indexed.filter(
    (entry) =>
      (kinds.length === 0 || kinds.includes('dataset')) &&
      (trees.length === 0 || trees.includes(entry.dataset.collection.alias)) &&
      (entry.version.state === 'RELEASED' || may(call.user, 'EditDataset')) &&
      terms.every(([, field, phrase, word]) => matches(entry, field, phrase ?? word ?? '')),
  );
  const start = Number(call.query.get('start') ?? 0);
  const items = found.slice(start, start + Math.min(1000, Number(call.query.get('per_page') ?? 10))).map(jsonOfItem);
  return ok({ q, total_count: found.length, start, spelling_alternatives: {}, items, count_in_response: items.length });
}
