import { type Chance, type Change, change, type Element, misspell, pick, renamed, splice } from './single-changes.js';

/** Changes of structure, whether the schema forbids their outcome or not: what two validators must agree on. */
const CHANGES: Readonly<Record<string, (text: string, elements: readonly Element[], chance: Chance) => Change>> = {
  'element misspelt': (text, elements, chance) => {
    const e = pick(chance, elements.slice(1));
    const name = misspell(e.tag.local, chance);
    const prefix = e.tag.prefix === '' ? '' : `${e.tag.prefix}:`;
    const changed = splice(text, e.start, e.end, renamed(text, e, prefix + name));
    return change('element misspelt', `${e.tag.name} → ${name}`, changed, e.start, e.startEnd);
  },
  'element renamed': (text, elements, chance) => {
    const e = pick(chance, elements.slice(1));
    const { name } = pick(chance, elements.slice(1)).tag;
    return change(
      'element renamed',
      `${e.tag.name} → ${name}`,
      splice(text, e.start, e.end, renamed(text, e, name)),
      e.start,
      e.end,
    );
  },
  'element removed': (text, elements, chance) => {
    const e = pick(chance, elements.slice(2));
    return change('element removed', e.tag.name, splice(text, e.start, e.end, ''), e.start, e.start);
  },
  'element doubled': (text, elements, chance) => {
    const e = pick(chance, elements.slice(2));
    return change('element doubled', e.tag.name, splice(text, e.end, e.end, text.slice(e.start, e.end)), e.end, e.end);
  },
  'element moved': (text, elements, chance) => {
    const e = pick(chance, elements.filter((x) => x.end - x.start < 2000).slice(2));
    const to = pick(
      chance,
      elements.filter((x) => x.start >= e.end && !x.tag.isSelfClosing),
    );
    const source = text.slice(e.start, e.end);
    const inserted = splice(text, to.startEnd, to.startEnd, source);
    const changed = splice(inserted, e.start, e.end, '');
    const at = to.startEnd - source.length;
    return change('element moved', `${e.tag.name} into ${to.tag.name}`, changed, at, at + source.length);
  },
  'tags removed': (text, elements, chance) => {
    const e = pick(chance, elements.filter((x) => !x.tag.isSelfClosing).slice(2));
    const inner = text.slice(e.startEnd, e.end).replace(/<\/[^<>]*>$/, '');
    return change('tags removed', e.tag.name, splice(text, e.start, e.end, inner), e.start, e.end);
  },
  'attribute misspelt': (text, elements, chance) => {
    const e = pick(
      chance,
      elements.filter((x) => Object.keys(x.tag.attributes).some((n) => n.length > 1 && !n.includes(':'))).slice(1),
    );
    const name = pick(
      chance,
      Object.keys(e.tag.attributes).filter((n) => n.length > 1 && !n.includes(':')),
    );
    const tag = text
      .slice(e.start, e.startEnd)
      .replace(new RegExp(`(\\s)${name}(\\s*=)`), `$1${misspell(name, chance)}$2`);
    return change(
      'attribute misspelt',
      `${e.tag.name}/@${name}`,
      splice(text, e.start, e.startEnd, tag),
      e.start,
      e.startEnd,
    );
  },
  'attribute removed': (text, elements, chance) => {
    const e = pick(
      chance,
      elements.filter((x) => Object.keys(x.tag.attributes).some((n) => !n.startsWith('xmlns'))).slice(1),
    );
    const name = pick(
      chance,
      Object.keys(e.tag.attributes).filter((n) => !n.startsWith('xmlns')),
    );
    const tag = text.slice(e.start, e.startEnd).replace(new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`), '');
    return change(
      'attribute removed',
      `${e.tag.name}/@${name}`,
      splice(text, e.start, e.startEnd, tag),
      e.start,
      e.startEnd,
    );
  },
  'value changed': (text, elements, chance) => {
    const e = pick(
      chance,
      elements.filter((x) => Object.keys(x.tag.attributes).some((n) => !n.startsWith('xmlns'))).slice(1),
    );
    const name = pick(
      chance,
      Object.keys(e.tag.attributes).filter((n) => !n.startsWith('xmlns')),
    );
    const { value } = e.tag.attributes[name] ?? { value: '' };
    const changed = chance() < 0.5 ? `${value} x y` : misspell(`${value}zq`, chance);
    const tag = text
      .slice(e.start, e.startEnd)
      .replace(
        new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*')`),
        (_, before: string) => `${before}"${changed.replace(/[<&"]/g, '')}"`,
      );
    return change(
      'value changed',
      `${e.tag.name}/@${name}`,
      splice(text, e.start, e.startEnd, tag),
      e.start,
      e.startEnd,
    );
  },
  'text put in': (text, elements, chance) => {
    const e = pick(chance, elements.filter((x) => !x.tag.isSelfClosing).slice(1));
    return change(
      'text put in',
      e.tag.name,
      splice(text, e.startEnd, e.startEnd, 'stray words'),
      e.startEnd,
      e.startEnd + 11,
    );
  },
};

/** A text with one change; `nth` goes through the kinds in turn. */
export function structuralChange(text: string, elements: readonly Element[], nth: number, chance: Chance): Change {
  const kinds = Object.values(CHANGES);
  const make = kinds[nth % kinds.length];
  if (make === undefined) throw new Error('there is no kind of change');
  return make(text, elements, chance);
}
