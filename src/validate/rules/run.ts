import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { placeOf } from '../../formats/sax.js';
import type { Span } from '../../model/position.js';
import type { SourceFile } from '../../model/source-file.js';
import { type DocumentPart, LongTreeBuilder } from '../long-tree.js';
import { TextPlaces } from '../text-places.js';
import { attributePlace, type TeiElement, type TeiTree } from '../tree.js';
import type { VolumeIndex } from '../volume-index.js';
import { rules } from './registry.js';
import { DESCRIPTIONS, type Rule, type RuleContext, type Strength, type Where } from './rule.js';

/** What the rules are run with. */
export interface RunOptions {
  readonly strength: Strength;
  readonly volumes?: VolumeIndex;
}

/** What every rule finds in a tree, rule by rule. */
export function runRules(tree: TeiTree, options: RunOptions): readonly Diagnostic[] {
  return rules.flatMap((rule) => {
    const found: Diagnostic[] = [];
    rule.check(contextOf({ tree, options, found }, (document) => rule.learn?.(document)));
    return found;
  });
}

interface Given {
  readonly tree: TeiTree;
  readonly options: RunOptions;
  readonly found: Diagnostic[];
}

function contextOf({ tree, options, found }: Given, learnt: (document: TeiElement) => unknown): RuleContext {
  const { strength, volumes } = options;
  const places = new TextPlaces(tree.source);
  return {
    tree,
    strength,
    ...(volumes === undefined ? {} : { volumes }),
    learnt,
    report(code, where, facts = {}, edits) {
      const span = spanOf(tree.source, where, places);
      const finding = diagnostic(code, facts, placeOf(tree.source, span.start, span.end));
      found.push(edits === undefined ? finding : { ...finding, edits });
    },
  };
}

function spanOf(source: SourceFile, where: Where, places: TextPlaces): Span {
  if ('kind' in where) return { start: where.start, end: where.startEnd };
  if ('attribute' in where) return attributePlace(source, where.element, where.attribute);
  if ('from' in where) return places.span(where.text, where.from, where.to);
  return where;
}

/** Runs the rules while a long volume is read. What they find is what {@link runRules} finds, in another order. */
export class RuleRun {
  /** Builds the tree; give it to `readXml`. */
  readonly tree: LongTreeBuilder;
  readonly #options: RunOptions;
  readonly #found: ReadonlyMap<Rule, Diagnostic[]> = new Map(rules.map((rule) => [rule, []]));
  /** What rules have learnt of documents, by the offset at which they begin. */
  readonly #learnt: ReadonlyMap<Rule, Map<number, unknown>> = new Map(rules.map((rule) => [rule, new Map()]));

  /** @param limit see {@link LongTreeOptions.limit} */
  constructor(source: SourceFile, options: RunOptions, limit: number) {
    this.#options = options;
    this.tree = new LongTreeBuilder(source, {
      isHeld: askedFor(),
      isDescription: ({ name }) => DESCRIPTIONS.has(name),
      take: (part) => this.#take(part),
      limit,
    });
  }

  /** All that was found; ask once, when the reading has come to its end. */
  findings(): readonly Diagnostic[] {
    const { rest, used } = this.tree;
    const whole = this.tree.tree();
    const left = variantOf(whole, { named: (name) => whole.named(name).filter((element) => !used.has(element)) });
    for (const rule of rules) {
      this.#run(rule, { part: rest, description: left, volume: whole }[rule.scope]);
    }
    return rules.flatMap((rule) => this.#found.get(rule) ?? []);
  }

  #take({ tree, described: descriptions }: DocumentPart): void {
    const [document] = tree.documents;
    const own =
      document === undefined || descriptions.length === 0
        ? undefined
        : variantOf(tree, {
            named: (name) => descriptions.filter((element) => element.name === name),
            documents: [document],
            ids: new Map([[document.attributes['xml:id'] ?? '', [document]]]),
          });
    for (const rule of rules) {
      const { learn, scope } = rule;
      if (scope === 'part') this.#run(rule, tree);
      if (scope === 'description' && own !== undefined) this.#run(rule, own);
      if (learn !== undefined) for (const one of tree.documents) this.#learnt.get(rule)?.set(one.start, learn(one));
    }
  }

  #run(rule: Rule, tree: TeiTree): void {
    const found = this.#found.get(rule) ?? [];
    rule.check(contextOf({ tree, options: this.#options, found }, ({ start }) => this.#learnt.get(rule)?.get(start)));
  }
}

/** The tree, but for some of what it has. */
function variantOf(tree: TeiTree, own: Partial<TeiTree>): TeiTree {
  return Object.create(tree, Object.getOwnPropertyDescriptors(own)) as TeiTree;
}

/** Whether an element is asked for by a rule about the volume. */
function askedFor(): (element: TeiElement) => boolean {
  const asked = rules.filter(({ scope }) => scope === 'volume').flatMap(({ asks }) => asks ?? []);
  const names = new Set([...DESCRIPTIONS, ...asked.flatMap((asks) => asks.names)]);
  const attributes = ['xml:id', ...asked.flatMap((asks) => asks.attributes ?? [])];
  return (element) => names.has(element.name) || attributes.some((name) => name in element.attributes);
}
