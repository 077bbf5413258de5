import type { Colours, Theme } from '../../../model/theme.js';

/** The colours of a theme as custom properties, light and dark; stronger where a reader asks for more contrast. */
export function colourRules({ colours, ...theme }: Theme): string {
  const hasOwnBand = colours.light.band !== colours.light.ground;
  const hasDarkLogo = theme['dark-logo'] !== undefined;
  return `:root { color-scheme: light dark; ${properties(colours.light)} }
@media (prefers-contrast: more) { :root { --quiet: var(--ink); --mark: var(--ink); --rule: var(--ink); } }
@media (prefers-color-scheme: dark) { :root { ${properties(colours.dark)} } }
@media (prefers-color-scheme: dark) and (prefers-contrast: more) { :root { --quiet: var(--ink); --mark: var(--ink); --rule: var(--ink); } }
${hasOwnBand ? '.masthead { border-color: var(--band); }\n' : ''}${hasDarkLogo ? LOGOS : ''}`;
}

function properties(colours: Colours): string {
  return Object.entries({ ...colours, sheet: colours.ground })
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ');
}

const LOGOS = `.logo .by-night { display: none; }
@media (prefers-color-scheme: dark) { .logo .by-day { display: none; } .logo .by-night { display: block; } }
`;
