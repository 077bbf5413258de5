/** The style of the review page; colours keep a contrast of at least 4.5 : 1 in light and dark (WCAG 2.2, 1.4.3). */
export const REVIEW_STYLE = `
:root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1f1d1a;--soft:#5f5a52;--line:#d9d3c7;--panel:#f5f1e8;--link:#1c4f8a;--open:#8a3b12;--open-paper:#fbeadd;--clear:#2b5f35;--clear-paper:#e6f1e4;--mark:#fff0b8}
@media (prefers-color-scheme:dark){:root{--paper:#191816;--ink:#ece7dd;--soft:#b1a999;--line:#3d3a34;--panel:#22201d;--link:#9cc3f5;--open:#f4b48a;--open-paper:#41281a;--clear:#a5d3a9;--clear-paper:#20331f;--mark:#5a4a10}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0 auto;max-width:96rem;padding:1.5rem clamp(1rem,3vw,3rem);background:var(--paper);color:var(--ink);font:1rem/1.55 "Source Serif 4",Charter,"Iowan Old Style",Georgia,serif}
a{color:var(--link)}a:focus-visible,[tabindex]:focus-visible,input:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .3rem}h2{font-size:1.25rem;line-height:1.3;margin:0}h3{font-size:.95rem;letter-spacing:.04em;text-transform:uppercase;color:var(--soft);margin:1.2rem 0 .4rem}
.summary,.where,.caption,.advice{color:var(--soft)}.where,.caption,.advice{font-size:.9rem;margin:.2rem 0}
nav{border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.25rem;margin:1.5rem 0;background:var(--panel)}
nav ol{columns:32rem;column-gap:2.5rem;padding-left:1.4rem;margin:.6rem 0 0}nav li{break-inside:avoid;padding:.2rem 0}
.mark{font-size:.8rem;padding:.05rem .45rem;border-radius:1rem;white-space:nowrap}.mark.open{background:var(--open-paper);color:var(--open)}.mark.clear,.mark.supplied{background:var(--clear-paper);color:var(--clear)}
article{border-top:2px solid var(--line);padding:1.75rem 0 2.25rem}
.beside{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.25fr);gap:2rem;align-items:start}
@media (max-width:60rem){.beside{grid-template-columns:minmax(0,1fr)}}
.doubts{list-style:none;padding:0;margin:0}.doubts li{border-left:.3rem solid var(--open);background:var(--open-paper);padding:.6rem .9rem;margin:0 0 .7rem;border-radius:0 .4rem .4rem 0}.doubts li.info{border-color:var(--line);background:var(--panel)}.doubts p{margin:0 0 .25rem}.doubts .advice,.doubts .caption{color:inherit}
.code{font:.8rem ui-monospace,Menlo,Consolas,monospace;color:var(--soft)}.doubts .code{color:inherit}
pre{margin:.3rem 0 0;padding:.5rem .75rem;background:var(--paper);border:1px solid var(--line);border-radius:.3rem;overflow-x:auto;font:.85rem/1.5 ui-monospace,Menlo,Consolas,monospace}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line)}th{font-weight:600;width:9rem;color:var(--soft)}
.raw{margin-top:1.2rem;max-height:80vh;overflow:auto;border:1px solid var(--line);border-radius:.5rem;background:var(--panel);padding:.75rem 1rem}
.raw ol{margin:0;padding-left:3.2rem;font:.85rem/1.6 ui-monospace,Menlo,Consolas,monospace}.raw li{white-space:pre-wrap;overflow-wrap:anywhere}.raw li::marker{color:var(--soft)}.raw li:target{outline:2px solid var(--link)}
mark{background:var(--mark);color:inherit}
.open-only .clear:is(li,article){display:none}
@media print{.raw{max-height:none}nav{break-after:page}}
`;
