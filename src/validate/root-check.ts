import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { placeOf, type StartTag, TEI, type XmlHandler } from '../formats/sax.js';
import type { SourceFile } from '../model/source-file.js';

/** Whether the root is TEI's (Guidelines, 4). */
export class RootCheck implements XmlHandler {
  readonly #source: SourceFile;
  diagnostics: readonly Diagnostic[] = [];
  #hasRoot = false;

  constructor(source: SourceFile) {
    this.#source = source;
  }

  startTag(tag: StartTag, start: number, end: number): void {
    if (this.#hasRoot) return;
    this.#hasRoot = true;
    if (tag.uri === TEI && (tag.local === 'TEI' || tag.local === 'teiCorpus')) return;
    const namespace = tag.uri === '' ? ' in no namespace' : ` in the namespace ${tag.uri}`;
    this.diagnostics = [diagnostic('IN030', { name: tag.name, namespace }, placeOf(this.#source, start, end))];
  }
}
