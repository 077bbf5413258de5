import type { Extent, Facts, Step } from '../target.js';
import { digestOf, type InvenioDeposit } from './deposit.js';
import { fact, type Mode, ownDoi, publishedFiles } from './facts.js';
import {
  agreement,
  aloneStep,
  beginStep,
  compareStep,
  doiStep,
  fileStep,
  importStep,
  metadataStep,
  publishStep,
  removeStep,
  reviewStep,
  submitStep,
  verifyStep,
} from './steps.js';

export function modeOf(deposit: InvenioDeposit, body: unknown, facts: Facts, extent: Extent): Mode {
  if (fact(facts, 'record') === '') return 'new';
  if (fact(facts, 'published') !== 'yes') return fact(facts, 'latest') === '' ? 'new' : 'version';
  const there = publishedFiles(facts);
  const isSame = there.size === deposit.files.length && deposit.files.every(({ key, md5 }) => there.get(key) === md5);
  if (!isSame || extent === 'doi') return 'version';
  const isSaid = fact(facts, 'metadata') === digestOf(body) && fact(facts, 'metadataOf') === fact(facts, 'record');
  return isSaid && fact(facts, 'editing') === '' ? 'there' : 'edit';
}

/** The steps of a deposit, from what is known; where all is there, none that acts. Nothing is asked of the network. */
export function planOf(deposit: InvenioDeposit, body: unknown, facts: Facts, extent: Extent): readonly Step[] {
  const mode = modeOf(deposit, body, facts, extent);
  if (mode === 'there') return [agreement(deposit)];
  const record = fact(facts, 'record');
  const base = fact(facts, 'published') === 'yes' ? record : fact(facts, 'latest');
  const isOpen = record !== '' && fact(facts, 'published') !== 'yes';
  const id = isOpen || mode === 'edit' ? record : '{record}';
  const bytes = Buffer.byteLength(JSON.stringify(body));
  const begin = beginStep(mode, base, bytes, deposit);
  const metadata = metadataStep(id, bytes);
  if (mode === 'edit')
    return [
      agreement(deposit),
      begin,
      metadata,
      ...(extent === 'published' ? [publishStep(id, base), verifyStep(id, deposit)] : []),
    ];
  const head = [begin, metadata, doiStep(ownDoi(deposit, facts), id)];
  if (extent === 'doi') return head;
  const kept = mode === 'version' ? deposit.files.filter((f) => publishedFiles(facts).get(f.key) === f.md5) : [];
  const draft = [
    agreement(deposit),
    ...head,
    agreement(deposit, 'the record'),
    ...(kept.length === 0 ? [] : [importStep(id, kept)]),
    removeStep(id, deposit, mode === 'version' ? [...publishedFiles(facts).keys()] : []),
    ...deposit.files.map((file) => fileStep(id, file, facts, kept.includes(file))),
    compareStep(id, deposit),
    ...(mode === 'new' ? [aloneStep(deposit)] : []),
  ];
  if (extent === 'draft') return draft;
  const isHanded = deposit.community !== undefined && mode === 'new';
  if (isHanded) return [...draft, reviewStep(id, fact(facts, 'community')), submitStep(id)];
  return [...draft, publishStep(id, ''), verifyStep(id, deposit)];
}
