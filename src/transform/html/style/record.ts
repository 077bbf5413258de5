/** The document record. */
export const record = `.record { border-top: 1px solid var(--rule); margin-top: 2.2rem; padding-top: 0.9rem; line-height: 1.4; }
.record h2 { font-family: var(--label); font-size: 0.95rem; font-weight: 400; font-variant-caps: all-small-caps; letter-spacing: 0.08em; color: var(--quiet); margin: 0 0 0.5rem; }
.record dl { display: block; margin: 0; padding: 0; columns: 15rem 2; column-gap: var(--gap); }
.record dl > div { break-inside: avoid; display: grid; grid-template-columns: 6.6rem minmax(0, 1fr); gap: 0 0.8rem; padding: 0.22rem 0; }
.record dt { color: var(--quiet); font-weight: 400; text-align: start; }
.record dt::first-letter { text-transform: uppercase; }
.record dd { margin: 0; grid-column: 2; hyphens: manual; overflow-wrap: anywhere; }
.record .role { color: var(--quiet); }
`;
