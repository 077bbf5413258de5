import type { NameClass } from './name-class.js';
import { RELAXNG } from './rng-tree.js';
import type { Component, Syntax, TypeName } from './syntax.js';

/**
 * A schema in XML syntax, for tools that read no other (libxml2, older editors): the same patterns, file by file, `include`s naming the
 * `.rng` files beside it. Every name bears its namespace, so that nothing is inherited.
 */
export function writeRng(syntax: Syntax, comment: string): string {
  const root = pattern(syntax, 0).replace(/^(<\w+)/, `$1 xmlns="${RELAXNG}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${comment} -->\n${root}\n`;
}

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<"]/g, (c) => REFERENCES[c] ?? c);
}

/** An element with its content on lines of its own, two columns further in. */
function wrap(name: string, content: readonly ((depth: number) => string)[], depth: number, attributes = ''): string {
  if (content.length === 0) return `<${name}${attributes}/>`;
  const margin = `\n${'  '.repeat(depth + 1)}`;
  const inside = content.map((write) => `${margin}${write(depth + 1)}`).join('');
  return `<${name}${attributes}>${inside}\n${'  '.repeat(depth)}</${name}>`;
}

function pattern(syntax: Syntax, depth: number): string {
  switch (syntax.kind) {
    case 'empty':
    case 'notAllowed':
    case 'text':
      return `<${syntax.kind}/>`;
    case 'element':
    case 'attribute':
      return wrap(syntax.kind, [(d) => nameClass(syntax.names, d), (d) => pattern(syntax.content, d)], depth);
    case 'group':
    case 'interleave':
    case 'choice':
      return wrap(
        syntax.kind,
        syntax.parts.map((p) => (d: number) => pattern(p, d)),
        depth,
      );
    case 'optional':
    case 'zeroOrMore':
    case 'oneOrMore':
    case 'list':
    case 'mixed':
      return wrap(syntax.kind, [(d) => pattern(syntax.content, d)], depth);
    case 'ref':
    case 'parentRef':
      return `<${syntax.kind} name="${syntax.name}"/>`;
    case 'data':
      return data(syntax, depth);
    case 'value':
      return `<value${typeAttributes(syntax.type)}>${escaped(syntax.value)}</value>`;
    case 'externalRef':
      return `<externalRef href="${asRng(syntax.href)}"/>`;
    case 'grammar':
      return wrap(
        'grammar',
        syntax.components.map((c) => (d: number) => component(c, d)),
        depth,
      );
  }
}

function data(syntax: Syntax & { kind: 'data' }, depth: number): string {
  const { except } = syntax;
  const content = syntax.parameters.map((p) => () => `<param name="${p.name}">${escaped(p.value)}</param>`);
  const exception = except === undefined ? [] : [(d: number) => wrap('except', [(e) => pattern(except, e)], d)];
  return wrap('data', [...content, ...exception], depth, typeAttributes(syntax.type));
}

function typeAttributes({ library, local }: TypeName): string {
  return ` type="${local}" datatypeLibrary="${library}"`;
}

function component(c: Component, depth: number): string {
  if (c.kind === 'include')
    return wrap(
      'include',
      c.overrides.map((o) => (d: number) => component(o, d)),
      depth,
      ` href="${asRng(c.href)}"`,
    );
  const combine = c.combine === undefined ? '' : ` combine="${c.combine}"`;
  const content = [(d: number) => pattern(c.content, d)];
  if (c.name === undefined) return wrap('start', content, depth, combine);
  return wrap('define', content, depth, ` name="${c.name}"${combine}`);
}

function asRng(href: string): string {
  return href.replace(/\.rnc$/, '.rng');
}

function nameClass(names: NameClass, depth: number): string {
  switch (names.kind) {
    case 'name':
      return `<name ns="${names.uri}">${names.local}</name>`;
    case 'anyName':
      return wrap('anyName', exception(names.except), depth);
    case 'nsName':
      return wrap('nsName', exception(names.except), depth, ` ns="${names.uri}"`);
    case 'choice':
      return wrap('choice', [(d) => nameClass(names.either, d), (d) => nameClass(names.or, d)], depth);
  }
}

function exception(except: NameClass | undefined): readonly ((depth: number) => string)[] {
  return except === undefined ? [] : [(depth) => wrap('except', [(d) => nameClass(except, d)], depth)];
}
