/**
 * Faces, measures, and what every page stands on. Sizes are in rem and em, so that a reader's own text size counts. The measure is told in widths of a figure, so
 * that a line has 60 to 75 characters in whatever face the page is set.
 */
export const ground = `:root {
  --text: "Edition Text", "Source Serif 4", Charter, "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia, serif;
  --titles: "Edition Titles", "EB Garamond", var(--text);
  --label: var(--text);
  --measure: 64ch; --aside: 14.5rem; --gap: 2.2rem; --wide: 66rem;
}
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font-family: var(--text); line-height: 1.5;
  overflow-wrap: break-word; font-variant-numeric: oldstyle-nums proportional-nums; font-kerning: normal; }
a { color: var(--link); text-underline-offset: 0.18em; text-decoration-thickness: 0.05em; text-decoration-skip-ink: auto; }
a:hover { text-decoration-thickness: 0.11em; }
:focus-visible { outline: 0.16rem solid var(--link); outline-offset: 0.15rem; border-radius: 0.1rem; }
:target { background: var(--lit); scroll-margin-top: 1.5rem; }
article:target, section:target, main:target { background: none; }
h1, h2, h3, h4, h5, h6 { font-weight: 600; line-height: 1.25; text-wrap: balance; hyphens: manual; margin: 1.6em 0 0.5em; break-after: avoid; }
h1, .title-block h1 { font-family: var(--titles); font-weight: 500; letter-spacing: -0.004em; }
/* The old-style 1 of a Garamond reads as a capital I. */
h1, h2, .title-block h1, .volume-title, .of-compilation > a, .of-chapter > a { font-variant-numeric: lining-nums proportional-nums; }
h1 { font-size: 1.9rem; line-height: 1.14; margin-top: 0; text-wrap: pretty; }
h2 { font-family: var(--titles); font-weight: 500; font-size: 1.45rem; line-height: 1.18; }
h3, h4, h5, h6 { font-size: 1.02rem; }
p { margin: 0 0 0.75em; }
p, li, dd { text-wrap: pretty; orphans: 2; widows: 2; hyphens: auto; hanging-punctuation: first; }
`;
