/**
 * Colours, faces, and what every page stands on. Sizes are in rem and em, so that a reader's own text size counts. All pairs of text and ground have a contrast
 * of at least 7 : 1 (WCAG 2.2, 1.4.6), quiet text at least 4.5 : 1 (1.4.3).
 */
export const ground = `:root {
  color-scheme: light dark;
  --ground: #fdfcf9; --sheet: #fdfcf9; --ink: #1c1a17; --quiet: #5d564b; --rule: #d9d2c3; --link: #0b4a7f; --mark: #7a2e12; --lit: #fbf0cf;
  --text: "Source Serif 4", "Source Serif Pro", Charter, "Iowan Old Style", "Palatino Linotype", "Book Antiqua", Palatino, "Noto Serif", Georgia, serif;
  --label: "Source Sans 3", "Source Sans Pro", system-ui, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --ground: #15171a; --sheet: #15171a; --ink: #e4e0d7; --quiet: #a8a294; --rule: #3a3d41; --link: #9cc7ee; --mark: #efb08c; --lit: #3c3418; }
}
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font-family: var(--text); line-height: 1.55;
  overflow-wrap: break-word; font-variant-numeric: oldstyle-nums; text-rendering: optimizeLegibility; }
a { color: var(--link); text-underline-offset: 0.16em; text-decoration-thickness: 0.06em; }
a:hover { text-decoration-thickness: 0.12em; }
:focus-visible { outline: 0.18rem solid var(--link); outline-offset: 0.15rem; border-radius: 0.1rem; }
:target { background: var(--lit); scroll-margin-top: 1.5rem; }
article:target, section:target, main:target { background: none; }
h1, h2, h3, h4, h5, h6 { font-weight: 600; line-height: 1.22; text-wrap: balance; hyphens: manual; margin: 1.8em 0 0.6em; break-after: avoid; }
h1 { font-size: 1.6rem; margin-top: 0; }
h2 { font-size: 1.25rem; }
h3, h4, h5, h6 { font-size: 1.05rem; }
p { margin: 0 0 0.8em; }
p, li, dd { text-wrap: pretty; orphans: 2; widows: 2; hyphens: auto; }
`;
