/**
 * Tables. One that is wider than the text scrolls in its frame, whose shadows show at which side there is more; its first column stays. Columns of numbers are set
 * from the right, in figures of one width.
 */
export const tables = `.table-frame { overflow-x: auto; margin: 1rem 0 1.4rem; max-width: 100%;
  background: linear-gradient(to right, var(--ground) 40%, transparent) 0 0 / 2.4rem 100% no-repeat local, linear-gradient(to left, var(--ground) 40%, transparent) 100% 0 / 2.4rem 100% no-repeat local,
    linear-gradient(to right, color-mix(in srgb, var(--ink) 28%, transparent), transparent) 0 0 / 0.7rem 100% no-repeat scroll, linear-gradient(to left, color-mix(in srgb, var(--ink) 28%, transparent), transparent) 100% 0 / 0.7rem 100% no-repeat scroll; }
.table-frame.scrolls { border-inline-end: 1px dashed var(--quiet); scrollbar-width: thin; scrollbar-color: var(--quiet) transparent; }
.table-frame.scrolls::before { content: "⇆ The table goes on at the side"; display: block; position: sticky; inset-inline-start: 0; width: max-content; max-width: 100%; font-size: 0.8rem; color: var(--quiet); padding-bottom: 0.2rem; }
table { border-collapse: collapse; font-size: 0.88rem; line-height: 1.38; font-variant-numeric: lining-nums tabular-nums; }
caption { font-weight: 600; text-align: start; padding-bottom: 0.4rem; caption-side: top; }
td, th { padding: 0.22rem 0.9rem 0.22rem 0; vertical-align: top; text-align: start; hyphens: manual; }
th { font-weight: 600; } thead :is(th, td) { border-bottom: 1px solid var(--rule); vertical-align: bottom; }
table:has(thead), table.ruled { border-block: 1px solid var(--quiet); }
.figures, .role-num { text-align: end; } td.figures { white-space: nowrap; }
.first-column { position: sticky; inset-inline-start: 0; background: var(--ground); max-width: min(14rem, 40vw); z-index: 1; }
.scrolls .first-column { border-inline-end: 1px solid var(--rule); padding-inline-end: 0.6rem; } .scrolls .first-column + * { padding-inline-start: 0.6rem; }
.rend-bordered td, .rend-bordered th { border: 1px solid var(--rule); padding: 0.2rem 0.5rem; }
`;
