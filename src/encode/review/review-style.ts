/** The style of the review page; colours keep a contrast of at least 4.5 : 1 in light and dark (WCAG 2.2, 1.4.3). */
export const REVIEW_STYLE = `
:root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1f1d1a;--soft:#5f5a52;--line:#d9d3c7;--panel:#f5f1e8;--link:#1c4f8a;--open:#8a3b12;--open-paper:#fbeadd;--clear:#2b5f35;--clear-paper:#e6f1e4;--mark:#fff0b8;--button:#1c4f8a;--on-button:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#191816;--ink:#ece7dd;--soft:#b1a999;--line:#3d3a34;--panel:#22201d;--link:#9cc3f5;--open:#f4b48a;--open-paper:#3a2618;--clear:#a5d3a9;--clear-paper:#20331f;--mark:#5a4a10;--button:#9cc3f5;--on-button:#14212f}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0 auto;max-width:108rem;padding:1.5rem clamp(1rem,2.5vw,2.5rem);background:var(--paper);color:var(--ink);font:1rem/1.5 "Source Serif 4",Charter,"Iowan Old Style",Georgia,serif}
a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
.script{display:none}.scripted .script{display:revert}[hidden]{display:none!important}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .3rem}h2{font-size:1.2rem;line-height:1.3;margin:0}h3{font:600 .8rem/1.4 system-ui,sans-serif;letter-spacing:.05em;text-transform:uppercase;color:var(--soft);margin:1.1rem 0 .4rem}
.summary,.where,.advice{color:var(--soft)}.where,.advice{font-size:.9rem;margin:.2rem 0}.summary{margin:.2rem 0 .6rem}
.kinds{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem .6rem;padding:0;margin:.6rem 0}.kinds li{background:var(--open-paper);color:var(--open);padding:.1rem .7rem;border-radius:1rem;font-size:.9rem}
details.entries{border:1px solid var(--line);border-radius:.5rem;background:var(--panel);padding:.6rem 1rem;margin:.8rem 0}details.entries summary{cursor:pointer}details.entries pre{max-height:60vh}
button{font:600 .85rem/1 system-ui,sans-serif;padding:.55rem .9rem;border:0;border-radius:.35rem;background:var(--button);color:var(--on-button);cursor:pointer;min-height:2rem}
input[type=search],select{font:inherit;font-size:.95rem;width:100%;padding:.35rem .5rem;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:.35rem}
.columns{display:grid;grid-template-columns:19rem minmax(0,1fr);gap:2.25rem;align-items:start;margin-top:1.2rem}
nav{position:sticky;top:1rem;max-height:calc(100vh - 2rem);display:flex;flex-direction:column;border:1px solid var(--line);border-radius:.5rem;background:var(--panel)}
.filter{padding:.9rem 1rem;border-bottom:1px solid var(--line)}.filter label{display:block;font-size:.85rem;color:var(--soft);margin-bottom:.5rem}.filter label>*{color:var(--ink)}.filter .progress{font-size:.85rem;margin:.2rem 0 .6rem;color:var(--soft)}.scripted .filter{display:block}
nav .list{overflow:auto;margin:0;padding:.5rem 1rem .8rem;list-style:none;font-size:.92rem;line-height:1.35}nav .list li{padding:.3rem 0;border-bottom:1px solid var(--line)}nav .list a{text-decoration:none}nav .list a:hover{text-decoration:underline}nav .is-seen a::after{content:" ✓";color:var(--clear)}.none{padding:0 1rem}
.mark{font:600 .75rem/1.4 system-ui,sans-serif;padding:.05rem .45rem;border-radius:1rem;white-space:nowrap}.mark.open{background:var(--open-paper);color:var(--open)}.mark.supplied{background:var(--clear-paper);color:var(--clear)}
article{border-top:2px solid var(--line);padding:1.4rem 0 2rem;content-visibility:auto;contain-intrinsic-size:auto 40rem}article:first-child{border-top:0;padding-top:0}
.title{display:flex;gap:1rem;justify-content:space-between;align-items:baseline}.title label{white-space:nowrap;font-size:.9rem;color:var(--soft)}.is-seen .title h2{color:var(--soft)}
.beside{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.25fr);gap:1.75rem;align-items:start}
.doubts{list-style:none;padding:0;margin:0}.doubts li{border-left:.3rem solid var(--open);background:var(--open-paper);padding:.6rem .9rem;margin:0 0 .7rem;border-radius:0 .4rem .4rem 0}.doubts li.info{border-color:var(--line);background:var(--panel)}.doubts p{margin:0 0 .25rem}.doubts>li{scroll-margin-top:6rem}.doubts .advice{color:inherit}
.code{font:.8rem ui-monospace,Menlo,Consolas,monospace;color:var(--soft)}.doubts .code{color:inherit}
.difference{margin:.3rem 0}.difference dt{font-size:.85rem}.difference dd{margin:0 0 .2rem}.difference del{text-decoration-thickness:1px}
.copy{position:relative;margin-top:.4rem}.copy pre{margin:0;padding:.5rem .75rem;padding-right:5.5rem;background:var(--paper);border:1px solid var(--line);border-radius:.3rem;overflow:auto;font:.85rem/1.5 ui-monospace,Menlo,Consolas,monospace}.copy button{position:absolute;right:.35rem;top:.35rem}
table{border-collapse:collapse;width:100%;font-size:.95rem}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}th{font-weight:600;width:8.5rem;color:var(--soft);overflow-wrap:normal}
.raw{max-height:calc(100vh - 4rem);overflow:auto;border:1px solid var(--line);border-radius:.5rem;background:var(--panel);padding:.75rem 1rem;margin-top:1.1rem}
.raw ol{margin:0;padding-left:2.6rem;font:.85rem/1.6 ui-monospace,Menlo,Consolas,monospace}.raw li{white-space:pre-wrap;overflow-wrap:anywhere;padding-left:.4rem}.raw li::marker{color:var(--soft)}.raw li:target{outline:2px solid var(--link)}
.encoded{max-height:calc(100vh - 4rem);overflow:auto;border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem}.beside>div>h3{margin-top:1.1rem}.raw,.encoded{margin-top:0!important}
.encoded .block{display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:.9rem;margin:0 0 .55rem;align-items:baseline}.encoded .kind{font:.75rem/1.4 system-ui,sans-serif;color:var(--soft)}.encoded .kind a{color:inherit}.encoded .words{white-space:pre-wrap;overflow-wrap:anywhere;margin:0}
.encoded .is-heading .words,.encoded .is-signature .words{font-weight:600}.encoded .is-furniture .words,.encoded .is-stamp .words,.encoded .is-page-break .words,.encoded .furniture,.encoded .stamp,.encoded .page{font:.8rem/1.5 ui-monospace,Menlo,Consolas,monospace;color:var(--open);background:var(--open-paper);padding:0 .25rem;border-radius:.2rem}
.encoded .call{font-size:.75em;vertical-align:super;color:var(--link)}.encoded .supplied{color:var(--clear)}.encoded .gap{color:var(--open)}.encoded .name,.encoded .date{text-decoration:underline dotted;text-underline-offset:.2em}.encoded .struck{text-decoration:line-through}.encoded .emphasis{font-style:italic}.encoded .depth{border-left:3px solid var(--line);padding-left:.6rem}
mark{background:var(--mark);color:inherit}.status{position:absolute;left:-99rem}
@media (max-width:75rem){.columns{grid-template-columns:minmax(0,1fr)}nav{position:static;max-height:none}nav .list{max-height:14rem}}
@media (max-width:50rem){.copy pre{padding-right:.75rem}.copy button{position:static;margin-top:.4rem}.beside{grid-template-columns:minmax(0,1fr);gap:.5rem}.raw,.encoded{max-height:70vh}.encoded .block{grid-template-columns:minmax(0,1fr);gap:0}.title{display:block}.scripted .title label{display:inline-block;margin:.3rem 0}th{width:7rem}}
@media print{nav,.script,.skip{display:none!important}.columns,.beside{display:block}.raw,.encoded{max-height:none}article{content-visibility:visible;break-inside:auto}}
`;
