/** The document record. */
export const record = `.record { border-top: 1px solid var(--rule); margin-top: 2.2rem; padding-top: 0.9rem; line-height: 1.45; }
.record h2 { font-size: 0.95rem; margin: 0 0 0.5rem; }
.record table { font-size: inherit; width: 100%; }
.record th { font-weight: 400; color: var(--quiet); width: 6.4rem; }
.record td, .record th { border-bottom: 1px solid var(--rule); padding: 0.3rem 0.6rem 0.3rem 0; }
.record th::first-letter { text-transform: uppercase; }
.record .role { color: var(--quiet); }
`;
