import { checkConstraints } from './constraints.js';
import { Derivatives } from './derivative.js';
import type { SchemaFiles } from './files.js';
import { Grammars } from './grammars.js';
import { NameTable } from './name-class.js';
import type { Pattern } from './pattern.js';
import { PatternBuilder } from './pattern-builder.js';
import { checkRestrictions } from './restrictions.js';
import { Simplification } from './simplification.js';
import type { SchemaPlace } from './syntax.js';

/** A schema ready for use: its patterns and the functions over them. They learn while they are used, and can be used many times. */
export class Schema {
  readonly builder: PatternBuilder = new PatternBuilder();
  readonly names: NameTable = new NameTable();
  readonly derivatives: Derivatives = new Derivatives(this.builder, this.names);
  readonly start: Pattern;
  /** All element patterns that can be reached from the start. */
  readonly elements: readonly Pattern[];

  /** @throws SchemaError where the schema contradicts itself or breaks a rule of RELAX NG */
  constructor(files: SchemaFiles) {
    const grammars = new Grammars(files);
    checkConstraints(files.root, grammars);
    const simplification = new Simplification(this.builder, grammars);
    this.start = simplification.pattern(files.root, undefined);
    this.elements = reachableElements(this.start);
    const { places } = simplification;
    if (!places.has(this.start)) places.set(this.start, startPlace(files, grammars));
    checkRestrictions(this.start, this.elements, places);
    this.builder.seal();
  }
}

function startPlace({ root, place }: SchemaFiles, grammars: Grammars): SchemaPlace {
  if (root.kind === 'grammar')
    return grammars.scope(root, undefined).definitions.get(undefined)?.[0]?.place ?? root.place;
  return 'place' in root ? root.place : place;
}

function reachableElements(start: Pattern): readonly Pattern[] {
  const seen = new Set<Pattern>();
  const elements: Pattern[] = [];
  const waiting = [start];
  for (let p = waiting.pop(); p !== undefined; p = waiting.pop()) {
    if (seen.has(p)) continue;
    seen.add(p);
    if (p.kind === 'element') {
      elements.push(p);
      waiting.push(p.content);
    } else if (p.left !== p) {
      waiting.push(p.right, p.left);
    }
  }
  return elements;
}
