/** The text of a document or section, and the pages of its source. */
export const text = `article > .head { margin-bottom: 1.1rem; }
:is(article, .attachment) > p:not([class], [dir], :lang(ar), :lang(he)) + p:not([class]) { text-indent: 1.5em; }
:is(article, .attachment) > p:not([class]):has(+ p:not([class])) { margin-bottom: 0.18em; }
.note-inline { color: var(--quiet); font-size: 0.92rem; margin-bottom: 0.3rem; }
.dateline { font-style: italic; margin-bottom: 1.1em; } .dateline em { font-style: inherit; }
.dateline, .rend-right, .rendition-right, .rend-sourceparagraphright { text-align: right; }
.closer { margin: 1.2em 0; } .closer > .seg { margin-bottom: 0.3em; } .closer > [data-type=title] { text-align: right; } .signed { text-align: right; margin-bottom: 0.3em; } .salute { margin-bottom: 0.8em; }
.rend-center, .rendition-center { text-align: center; }
.rend-flushleft, .rendition-left { text-align: left; }
.rend-sectiontitleital { font-style: italic; margin-top: 1.4em; break-after: avoid; }
.rend-sectiontitleital em, .rend-sectiontitleital .roman, em em { font-style: normal; }
.rend-sourceparagraphspaceafter { margin-bottom: 1.6em; }
.rend-sourceparagraphfullindent { margin-inline-start: 2em; }
.rend-sourceparagraphtightspacing { margin-bottom: 0.15em; }
.rend-sourceheadcenterboldbig, .rend-sourcearchiveboldbig { font-weight: 600; font-size: 1.1em; }
.rend-sourceheadcenterboldbig { text-align: center; }
.rend-italic { font-style: italic; } .rend-strong { font-weight: 600; }
.rendition-hanging { padding-inline-start: 1.5em; text-indent: -1.5em; } .rendition-nowrap { white-space: nowrap; } .rendition-underline { text-decoration: underline; }
.rendition-inline-float-left { float: left; } .rendition-inline-float-right { float: right; }
.opener::after { content: ""; display: table; clear: both; }
.opener { margin-bottom: 1em; } .opener > :last-child { margin-bottom: 0; }
.smallcaps { font-variant-caps: small-caps; letter-spacing: 0.03em; }
.roman { font-style: normal; }
strong { font-weight: 600; }
sup, sub { font-size: 0.72em; line-height: 0; }
blockquote, .quote-block { margin: 0.9em 0 0.9em 1.6em; }
.lg { margin: 0.9em 0 0.9em 1.6em; } .l { margin: 0; padding-inline-start: 1.6em; text-indent: -1.6em; hyphens: none; }
.speaker { margin-bottom: 0.1em; font-variant-caps: small-caps; letter-spacing: 0.03em; } .sp { margin-bottom: 0.8em; }
div.p { margin-bottom: 0.8em; }
.gap, .sic > .added, .unclear > .added { color: var(--quiet); }
ins { text-decoration: none; } del { text-decoration-thickness: 0.08em; }
.unclear { text-decoration: underline dotted 1px var(--quiet); text-underline-offset: 0.2em; } .unclear > .added { display: inline-block; }
.fw, .stamp { color: var(--quiet); font-size: 0.88em; } .fw .stamp { font-size: inherit; }
aside.fw, aside.stamp { margin: 0.2em 0 0.8em; }
p.fw, p.stamp, aside.fw, aside.stamp { border-inline-start: 0.15rem solid var(--rule); padding-inline-start: 0.8rem; }
.attachment { border-top: 1px solid var(--rule); margin-top: 2.2rem; padding-top: 1.4rem; }
.video, .graphic { display: block; }
img.graphic { max-width: 100%; height: auto; max-height: 85vh; object-fit: contain; margin: 0 auto 0.6rem; background: #fff; }
figcaption { font-size: 0.9rem; line-height: 1.4; color: var(--quiet); }
figcaption:first-child { margin-bottom: 0.6rem; }
span.graphic::before { content: "[" attr(aria-label) "]"; color: var(--quiet); font-family: var(--label); font-size: 0.8rem; }
.video::before { content: "[Film " attr(data-video) "]"; color: var(--quiet); font-family: var(--label); font-size: 0.8rem; }
figure { margin: 1.4rem 0; text-align: center; }
a.persName, a.gloss, a[href^="http"]:is(.placeName, .orgName, .name, .rs, .geogName, .settlement, .country, .region) { color: inherit; text-decoration: underline dotted 1px var(--quiet); }
a.persName:hover, a.gloss:hover, a[href^="http"].placeName:hover { color: var(--link); }
.milestone { font-family: var(--label); font-size: 0.74rem; font-style: normal; font-weight: 400; color: var(--mark); }
dfn { font-style: inherit; }

/* Pages of the source: the number stands in the margin, where there is one */
.pb::before { content: "[" attr(title) "]"; font-family: var(--label); font-size: 0.74rem; font-style: normal; font-weight: 400; color: var(--mark);
  margin-inline: 0.25em; text-indent: 0; font-variant-numeric: lining-nums; white-space: nowrap; letter-spacing: 0; font-variant-caps: normal; }
.pb-block { line-height: 1.2; margin-bottom: 0.4rem; } .pb-block .pb::before { margin-inline-start: 0; }

section > section[data-kind="section"] + section[data-kind="section"] { border-top: 1px solid var(--rule); margin-top: 1.6rem; padding-top: 1.2rem; }
* + .resumed { margin-top: 1.6rem; }
`;
