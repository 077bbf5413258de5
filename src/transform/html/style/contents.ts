/** The home page, and lists of what a page holds. */
export const contents = `.title-block { padding: 2.2rem 0 1.5rem; margin-bottom: 1.3rem; border-bottom: 1px solid var(--rule); }
.title-block h1 { font-size: 2.9rem; margin: 0; line-height: 1.02; letter-spacing: -0.01em; }
.title-block .is-long { font-size: 2.1rem; line-height: 1.1; }
.title-block .series { margin: 0 0 0.9rem; color: var(--quiet); font-variant-caps: all-small-caps; letter-spacing: 0.07em; font-size: 1.02rem; line-height: 1.35; }
.about { margin: 0; padding: 0; display: grid; gap: 0.2rem; }
.about div { display: grid; grid-template-columns: 8rem 1fr; gap: 0 1rem; }
.about dt { color: var(--quiet); line-height: 1.8; } .about dd { margin: 0; grid-column: 2; }
.outline { list-style: none; padding: 0; margin: 0; }
.outline .outline { margin: 0.2rem 0 0.5rem 1.2rem; }
.outline li { margin: 0.4rem 0; line-height: 1.35; hyphens: manual; }
.outline a { text-decoration: none; } .outline a:hover { text-decoration: underline; }
.of-compilation > a, .of-chapter > a { font-family: var(--titles); font-weight: 500; font-size: 1.16rem; line-height: 1.25; }
.outline .of-compilation { margin-top: 1.2rem; }
.when { display: block; white-space: nowrap; line-height: 1.5; }
details { margin: 0.2rem 0 0.6rem; }
summary { cursor: pointer; font-family: var(--label); font-size: 0.86rem; color: var(--quiet); padding: 0.2rem 0; }
`;
