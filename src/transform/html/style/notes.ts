/**
 * Notes and their calls. Without a script the notes stand at the foot of the text. With one (\`notes-beside\` on the root) they are moved, by these rules alone, beside
 * their calls where the page is wide enough, and a call opens its note in place where it is not.
 */
export const notes = `.noteref { font-family: var(--label); font-size: 0.68em; vertical-align: super; line-height: 0; font-style: normal; font-weight: 600; text-decoration: none;
  padding: 0.3em 0.18em; font-variant-numeric: lining-nums; letter-spacing: 0; color: var(--mark); }
:is(h1, h2) .noteref { font-size: 0.5em; font-weight: 400; }
.noteref:hover { text-decoration: underline; }
p > a:first-child + .noteref { margin-inline-start: 0.6em; }
.noteref + .noteref { margin-inline-start: 0.2em; }
.noteref.is-open { background: var(--lit); outline: 1px solid var(--mark); border-radius: 0.1rem; }
.notes { border-top: 1px solid var(--rule); margin-top: 2.2rem; font-size: 0.88rem; line-height: 1.45; }
.notes-heading { font-family: var(--label); font-size: 0.95rem; font-weight: 400; font-variant-caps: all-small-caps; letter-spacing: 0.08em; color: var(--quiet); margin: 0.9rem 0 0.6rem; }
.noteref[data-note="source"] { font-size: 0.66em; font-variant-caps: all-small-caps; letter-spacing: 0.05em; padding-inline-start: 0.4em; }
.note { display: grid; grid-template-columns: 1.9rem minmax(0, 1fr); margin-bottom: 0.55em; }
.note-label { font-family: var(--label); font-size: 0.88em; line-height: 1.65; text-decoration: none; font-variant-numeric: lining-nums; font-weight: 600; color: var(--mark); min-height: 1.5rem; min-width: 1.5rem; }
.note-label:hover { text-decoration: underline; }
.note[data-n=""] { display: block; }
.note-text { min-width: 0; } .note-text > p { margin-bottom: 0.4em; }
.note-text > p:last-of-type { display: inline; }
.backref { display: inline-block; text-decoration: none; padding: 0 0.35em; }
.note-more { font: inherit; color: var(--link); background: var(--ground); border: 0; border-radius: 0; padding: 0 0.3em; min-height: 1.5rem; cursor: pointer; text-decoration: underline; text-underline-offset: 0.18em; }
.note-more { display: none; }

/* Opened in place, on a narrow page */
.note:popover-open { position: fixed; inset: auto; width: min(100vw - 1.5rem, 30rem); max-height: min(60vh, 30rem); overflow: auto; margin: 0;
  font-size: 0.9rem; line-height: 1.45; color: var(--ink); background: var(--ground); border: 1px solid var(--quiet); border-radius: 0.25rem; padding: 0.8rem 1rem; box-shadow: 0 0.3rem 1.6rem rgb(0 0 0 / 0.22); }
.note[popover]:not(:popover-open) { display: grid; position: static; inset: auto; width: auto; height: auto; margin: 0 0 0.55em; padding: 0; border: 0; overflow: visible; color: inherit; background: none; }

@media screen and (min-width: 58rem) {
  .notes-beside .sheet { min-height: var(--notes-end, 0); }
  .notes-beside .sheet > :is(article, section:not(.record)) { position: relative; }
  .notes-beside .notes { position: static; border: 0; margin: 0; }
  .notes-beside .notes-heading { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); margin: 0; white-space: nowrap; }
  .notes-beside .note { position: absolute; inset-inline-start: calc(100% + var(--gap)); width: var(--aside); margin: 0; padding: 0; font-size: 0.8rem; line-height: 1.4; grid-template-columns: 1.35rem minmax(0, 1fr);
    hyphens: auto; border-radius: 0.1rem; }
  .notes-beside .note-label { line-height: 1.6; }
  .notes-beside .note.is-cut { max-height: calc(var(--lines) * 1.4em + 0.2rem); overflow: hidden; }
  .notes-beside .note.is-cut > .note-more { display: block; position: absolute; inset-block-end: 0; inset-inline-end: 0; line-height: 1.5rem; padding-inline-start: 1.6em;
    background: linear-gradient(to right, transparent, var(--ground) 1.4em) 0 100% / 100% 1.4em no-repeat; }
  .notes-beside .note:target, .notes-beside .note.is-lit { background: var(--lit); box-shadow: 0 0 0 0.3rem var(--lit); z-index: 1; }
  .notes-beside .noteref:is(.is-lit) { background: var(--lit); }
}
@media (forced-colors: active) {
  :target, .note.is-lit, .noteref.is-lit, .noteref.is-open { outline: 2px solid Highlight; }
  article:target, section:target, main:target { outline: none; }
  .notes-beside .note.is-cut > .note-more { background: Canvas; padding-inline-start: 0.5em; }
}
`;
