/**
 * A stylesheet with the volume's own renditions after it (TEI P5, §2.3.4): of these, declarations of layout are let through, whatever loads or hides is
 * not.
 *
 * @param renditions the CSS of each, by its class
 */
export function withRenditions(stylesheet: string, renditions: ReadonlyMap<string, string>): string {
  const rules = [...renditions].map(([name, css]) => `.${name} { ${declarations(css)} }\n`);
  return rules.length === 0
    ? stylesheet
    : `${stylesheet}\n/* Renditions that the volume declares */\n${rules.join('')}`;
}

function declarations(css: string): string {
  return css
    .split(';')
    .map((declaration) => declaration.trim())
    .filter((declaration) =>
      /^(text|margin|padding|border|vertical|white-space|font|float|width)[a-z-]*\s*:\s*[\w\s.%#-]+$/.test(declaration),
    )
    .join('; ');
}
