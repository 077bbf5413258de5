import { isName } from '../model/identifier.js';

/** Text of no size, or moved off the page. */
const HIDING = /^font[a-z-]*\s*:(?:.*\s)?(?:0+(?:\.0*)?|\.0+)(?:[a-z%]+)?\s*$|-\d{3}|\d{5}/;

/**
 * A stylesheet with the volume's own renditions after it (TEI P5, §2.3.4): of these, declarations of layout are let through, whatever loads or hides is
 * not.
 *
 * @param renditions the CSS of each, by its class
 */
export function withRenditions(stylesheet: string, renditions: ReadonlyMap<string, string>): string {
  const rules = [...renditions]
    // With other signs than those of a name an id could write rules of its own.
    .filter(([name]) => isName(name))
    .map(([name, css]) => `.${selector(name)} { ${declarations(css)} }\n`);
  return rules.length === 0
    ? stylesheet
    : `${stylesheet}\n/* Renditions that the volume declares */\n${rules.join('')}`;
}

/** A name as a class in a selector: the dot, which would begin another class, is escaped (CSS Syntax Level 3, §4.3.7). */
function selector(name: string): string {
  return name.replace(/[.·]/g, '\\$&');
}

function declarations(css: string): string {
  return css
    .split(';')
    .map((declaration) => declaration.trim())
    .filter((declaration) =>
      /^(text|margin|padding|border|vertical|white-space|font|float|width)[a-z-]*\s*:\s*[\w\s.%#-]+$/.test(declaration),
    )
    .filter((declaration) => !HIDING.test(declaration))
    .join('; ');
}
