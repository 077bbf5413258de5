/** The home page, and lists of what a page holds. */
export const contents = `.title-block { border-bottom: 1px solid var(--rule); padding: 1.5rem 0 1.2rem; margin-bottom: 1.2rem; }
.title-block h1 { font-size: 2.1rem; margin: 0; line-height: 1.12; }
.title-block .series { margin: 0 0 0.6rem; color: var(--quiet); }
.about { margin: 0; padding: 0; display: grid; gap: 0.25rem; }
.about div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1rem; }
.about dt { color: var(--quiet); line-height: 1.9; } .about dd { margin: 0; grid-column: 2; }
.outline { list-style: none; padding: 0; margin: 0; }
.outline .outline { margin: 0.2rem 0 0.5rem 1.2rem; }
.outline li { margin: 0.35rem 0; line-height: 1.35; hyphens: manual; }
.outline a { text-decoration: none; } .outline a:hover { text-decoration: underline; }
.of-compilation > a, .of-chapter > a { font-weight: 600; }
.outline .of-compilation { margin-top: 1.1rem; }
.when { display: block; white-space: nowrap; line-height: 1.5; }
details { margin: 0.2rem 0 0.6rem; }
summary { cursor: pointer; font-variant-numeric: lining-nums; font-family: var(--label); font-size: 0.85rem; color: var(--quiet); padding: 0.2rem 0; }
`;
