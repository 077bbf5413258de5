/** The field in the head of each page by which the volume is searched. */
export const find = `.find { display: flex; gap: 0.4rem; margin-inline-start: auto; flex: 0 1 18rem; align-self: center; font-family: var(--label); font-size: 0.84rem; }
.find input { flex: 1 1 6rem; min-width: 0; }
.find input, .find button { font: inherit; color: inherit; background: transparent; border: 1px solid currentcolor; border-radius: 0.2rem; padding: 0.2rem 0.5rem; min-height: 1.8rem; }
.find button { cursor: pointer; } .find button:hover { text-decoration: underline; }
.masthead .house-links ~ .find, .masthead nav ~ .find { margin-inline-start: 0; }
@media (max-width: 36rem) { .find { flex-basis: 100%; margin-top: 0.3rem; } }
@media print { .find { display: none; } }
`;
