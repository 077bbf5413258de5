/** Tables. */
export const tables = `.table-frame { overflow-x: auto; margin: 1rem 0 1.4rem; }
table { border-collapse: collapse; font-size: 0.9rem; line-height: 1.4; font-variant-numeric: lining-nums tabular-nums; }
caption { font-weight: 600; text-align: start; padding-bottom: 0.4rem; }
td, th { padding: 0.2rem 0.8rem 0.2rem 0; vertical-align: top; text-align: start; hyphens: manual; }
th { font-weight: 600; } thead th { border-bottom: 1px solid var(--rule); vertical-align: bottom; }
.role-num { text-align: end; } .rend-bordered td, .rend-bordered th { border: 1px solid var(--rule); padding: 0.2rem 0.5rem; }
`;
