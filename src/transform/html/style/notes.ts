/** Notes and their calls. */
export const notes = `.noteref { font-family: var(--label); font-size: 0.7em; vertical-align: super; line-height: 0; font-style: normal; font-weight: 400; text-decoration: none;
  padding: 0.25em 0.15em; font-variant-numeric: lining-nums; color: var(--mark); }
.noteref:hover { text-decoration: underline; }
.noteref + .noteref { margin-inline-start: 0.2em; }
.notes { border-top: 1px solid var(--rule); margin-top: 2.2rem; font-size: 0.9rem; line-height: 1.5; }
.notes-heading { font-size: 0.95rem; font-family: var(--label); margin: 0.9rem 0 0.7rem; }
.noteref[data-note="source"] { font-size: 0.62em; font-variant-caps: all-small-caps; letter-spacing: 0.04em; padding-inline-start: 0.4em; }
.note { display: grid; grid-template-columns: 2.1rem 1fr; margin-bottom: 0.6em; }
.note-label { font-family: var(--label); font-size: 0.82em; line-height: 1.85; text-decoration: none; font-variant-numeric: lining-nums; color: var(--mark); min-height: 1.5rem; }
.note-label:hover { text-decoration: underline; }
.note[data-n=""] { display: block; }
.note-text > p:last-of-type { display: inline; }
.backref { text-decoration: none; font-family: var(--label); padding: 0 0.35em; }
`;
