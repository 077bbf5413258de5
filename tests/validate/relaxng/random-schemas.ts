import fc from 'fast-check';

/** A name class of a generated schema. */
export type GeneratedNames =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'any' | 'namespace'; readonly except?: GeneratedNames }
  | { readonly kind: 'choice'; readonly parts: readonly GeneratedNames[] };

/** A pattern of a generated schema, to be written in both syntaxes. */
export type Generated =
  | { readonly kind: 'empty' | 'text' | 'notAllowed' }
  | { readonly kind: 'ref'; readonly name: string }
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'data'; readonly type: string; readonly except?: Generated }
  | { readonly kind: 'element' | 'attribute'; readonly names: GeneratedNames; readonly content: Generated }
  | { readonly kind: 'group' | 'interleave' | 'choice'; readonly parts: readonly Generated[] }
  | { readonly kind: 'oneOrMore' | 'zeroOrMore' | 'optional' | 'mixed' | 'list'; readonly content: Generated };

/** A grammar: its start, and the definitions `d0`, `d1` … */
export interface GeneratedSchema {
  readonly start: Generated;
  readonly definitions: readonly Generated[];
}

const NAMESPACE = 'urn:n';
const XSD = 'http://www.w3.org/2001/XMLSchema-datatypes';
const REFERENCES = ['d0', 'd1', 'd2'];

const name = fc.constantFrom('a', 'b', 'c');
const named = name.map((n): GeneratedNames => ({ kind: 'name', name: n }));
const except = fc.option(named, { nil: undefined });
const open = fc
  .tuple(fc.constantFrom('any' as const, 'namespace' as const), except)
  .map(([kind, e]): GeneratedNames => (e === undefined ? { kind } : { kind, except: e }));
const names = fc.oneof(
  { weight: 8, arbitrary: named },
  { weight: 1, arbitrary: open },
  {
    weight: 1,
    arbitrary: fc.tuple(named, fc.oneof(named, open)).map((parts): GeneratedNames => ({ kind: 'choice', parts })),
  },
);
const value = fc.constantFrom('1', '2', 'x').map((v): Generated => ({ kind: 'value', value: v }));
const data = fc
  .tuple(fc.constantFrom('xsd:integer', 'xsd:NCName', 'token', 'string'), fc.option(value, { nil: undefined, freq: 3 }))
  .map(([type, e]): Generated => (e === undefined ? { kind: 'data', type } : { kind: 'data', type, except: e }));
const simple = fc.oneof(value, data, fc.array(value, { minLength: 1, maxLength: 3 }).map(choice));
const list = fc
  .array(
    fc.oneof(
      simple,
      simple.map((content): Generated => ({ kind: 'zeroOrMore', content })),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts): Generated => ({ kind: 'list', content: { kind: 'group', parts } }));

function choice(parts: readonly Generated[]): Generated {
  return { kind: 'choice', parts };
}

/** What may stand anywhere, right or wrong, and content as schemas mostly have it: attributes, then elements and text, or a value. */
const { wild, body } = fc.letrec<{ wild: Generated; body: Generated; element: Generated }>((tie) => {
  const repeated = (of: fc.Arbitrary<Generated>): fc.Arbitrary<Generated> =>
    fc
      .tuple(fc.constantFrom('oneOrMore' as const, 'zeroOrMore' as const, 'optional' as const, 'mixed' as const), of)
      .map(([kind, content]) => ({ kind, content }));
  const joined = (of: fc.Arbitrary<Generated>): fc.Arbitrary<Generated> =>
    fc
      .tuple(
        fc.constantFrom('group' as const, 'interleave' as const, 'choice' as const),
        fc.array(of, { minLength: 1, maxLength: 3 }),
      )
      .map(([kind, parts]) => ({ kind, parts }));
  const leaf = fc.constantFrom<Generated>(
    { kind: 'empty' },
    { kind: 'text' },
    { kind: 'empty' },
    { kind: 'notAllowed' },
  );
  const ref = fc.constantFrom(...REFERENCES).map((n): Generated => ({ kind: 'ref', name: n }));
  return {
    wild: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.oneof(leaf, value, data, ref),
      joined(tie('wild')),
      repeated(tie('wild')),
      tie('wild').map((content): Generated => ({ kind: 'list', content })),
      fc
        .tuple(fc.constantFrom('element' as const, 'attribute' as const), names, tie('wild'))
        .map(([kind, n, content]) => ({ kind, names: n, content })),
    ),
    element: fc
      .tuple(
        names,
        fc.uniqueArray(name, { maxLength: 2 }),
        fc.oneof(simple, list, fc.constant<Generated>({ kind: 'text' })),
        fc.boolean(),
        fc.oneof({ weight: 3, arbitrary: tie('body') }, { weight: 1, arbitrary: fc.oneof(simple, list) }),
      )
      .map(([n, attributes, content, isOptional, inner]): Generated => {
        const own = attributes.map(
          (a): Generated => ({ kind: 'attribute', names: { kind: 'name', name: a }, content }),
        );
        const parts = own.map((a): Generated => (isOptional ? { kind: 'optional', content: a } : a));
        return { kind: 'element', names: n, content: { kind: 'group', parts: [...parts, inner] } };
      }),
    body: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.oneof(leaf, ref),
      tie('element'),
      joined(tie('body')),
      repeated(tie('body')),
    ),
  };
});

const root = body.map((content): Generated => ({ kind: 'element', names: { kind: 'name', name: 'a' }, content }));
const definition = body.map((content): Generated => ({ kind: 'element', names: { kind: 'name', name: 'c' }, content }));

/** Schemas, half of them of any patterns in any place, half of them such that most are right. */
export const schemas: fc.Arbitrary<GeneratedSchema> = fc.oneof(
  fc.record({ start: wild, definitions: fc.array(wild, { minLength: 3, maxLength: 3 }) }),
  fc.record({ start: root, definitions: fc.array(definition, { minLength: 3, maxLength: 3 }) }),
);

const text = fc.constantFrom('', '', '1', '2', ' x ', '1 2');
const { document } = fc.letrec<{ document: string }>((tie) => ({
  document: fc
    .tuple(
      fc.constantFrom('a', 'b', 'c', 'p:a'),
      fc.uniqueArray(name, { maxLength: 2 }),
      text,
      text,
      fc.oneof({ maxDepth: 3, depthSize: 'small' }, fc.constant([]), fc.array(tie('document'), { maxLength: 3 })),
    )
    .map(([element, attributes, v, t, children]) => {
      const written = attributes.map((a) => ` ${a}="${v}"`).join('');
      return `<${element}${written}>${t}${children.join('')}</${element}>`;
    }),
}));

/** Small documents of the names and values that the schemas have. */
export const documents: fc.Arbitrary<string> = document.map((d) =>
  `<a xmlns:p="${NAMESPACE}">${d}</a>`.replace(
    /^<a xmlns:p="[^"]*"><a(.*)<\/a><\/a>$/s,
    `<a xmlns:p="${NAMESPACE}"$1</a>`,
  ),
);

/** The schema in XML syntax. */
export function asRng({ start, definitions }: GeneratedSchema): string {
  const defines = definitions.map((d, i) => `<define name="d${i}">${rng(d)}</define>`).join('\n');
  return `<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="${XSD}">\n<start>${rng(start)}</start>\n${defines}\n</grammar>\n`;
}

function rng(p: Generated): string {
  switch (p.kind) {
    case 'ref':
      return `<ref name="${p.name}"/>`;
    case 'value':
      return `<value>${p.value}</value>`;
    case 'data': {
      const [local, library] = p.type.startsWith('xsd:') ? [p.type.slice(4), ''] : [p.type, ' datatypeLibrary=""'];
      return `<data type="${local}"${library}>${p.except === undefined ? '' : `<except>${rng(p.except)}</except>`}</data>`;
    }
    case 'element':
    case 'attribute':
      return `<${p.kind}>${rngNames(p.names)}${rng(p.content)}</${p.kind}>`;
    case 'group':
    case 'interleave':
    case 'choice':
      return `<${p.kind}>${p.parts.map(rng).join('')}</${p.kind}>`;
    default:
      return 'content' in p ? `<${p.kind}>${rng(p.content)}</${p.kind}>` : `<${p.kind}/>`;
  }
}

function rngNames(names: GeneratedNames): string {
  switch (names.kind) {
    case 'name':
      return `<name ns="">${names.name}</name>`;
    case 'choice':
      return `<choice>${names.parts.map(rngNames).join('')}</choice>`;
    default: {
      const inner = names.except === undefined ? '' : `<except>${rngNames(names.except)}</except>`;
      return names.kind === 'any' ? `<anyName>${inner}</anyName>` : `<nsName ns="${NAMESPACE}">${inner}</nsName>`;
    }
  }
}

/** The schema in compact syntax. */
export function asRnc({ start, definitions }: GeneratedSchema): string {
  const defines = definitions.map((d, i) => `d${i} = ${rnc(d)}`).join('\n');
  return `namespace n = "${NAMESPACE}"\nstart = ${rnc(start)}\n${defines}\n`;
}

const SIGNS: Readonly<Record<string, string>> = {
  group: ',',
  interleave: '&',
  choice: '|',
  oneOrMore: '+',
  zeroOrMore: '*',
  optional: '?',
};

function rnc(p: Generated): string {
  switch (p.kind) {
    case 'ref':
      return p.name;
    case 'value':
      return `"${p.value}"`;
    case 'data':
      return p.except === undefined ? p.type : `(${p.type} - ${rnc(p.except)})`;
    case 'element':
    case 'attribute':
      return `${p.kind} ${rncNames(p.names)} { ${rnc(p.content)} }`;
    case 'group':
    case 'interleave':
    case 'choice':
      return `(${p.parts.map(rnc).join(` ${SIGNS[p.kind]} `)})`;
    case 'oneOrMore':
    case 'zeroOrMore':
    case 'optional':
      return `(${rnc(p.content)})${SIGNS[p.kind]}`;
    default:
      return 'content' in p ? `${p.kind} { ${rnc(p.content)} }` : p.kind;
  }
}

function rncNames(names: GeneratedNames): string {
  switch (names.kind) {
    case 'name':
      return names.name;
    case 'choice':
      return `(${names.parts.map(rncNames).join(' | ')})`;
    default: {
      const all = names.kind === 'any' ? '*' : 'n:*';
      return names.except === undefined ? all : `(${all} - ${rncNames(names.except)})`;
    }
  }
}
