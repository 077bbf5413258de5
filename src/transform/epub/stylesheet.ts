import type { WebFace } from '../../model/web-face.js';
import { FAMILIES, faceRules } from '../html/faces.js';
import { withRenditions } from '../renditions.js';

/** The publication's stylesheet, with the volume's own renditions and the faces that are in it. */
export function stylesheetFor(renditions: ReadonlyMap<string, string>, faces: readonly WebFace[] = []): string {
  const roles = new Set(faces.map(({ role }) => role));
  const rules = [
    faceRules(faces),
    roles.has('text') ? `body { font-family: "${FAMILIES.text}", serif; }\n` : '',
    roles.has('titles')
      ? `h1, h2, h3, .titlePart { font-family: "${FAMILIES.titles}", "${FAMILIES.text}", serif; font-weight: 500; }\n`
      : '',
  ];
  return withRenditions(`${stylesheet}${rules.join('')}`, renditions);
}

/**
 * It sets no size, no measure and no colour of text or ground: those are the reader's, who may
 * read in the dark or in large letters. Everything is in ems and in the text's own colour; colours that are named have a light and a dark value.
 */
const stylesheet = `@charset "UTF-8";
@namespace epub "http://www.idpf.org/2007/ops";

html { line-height: 1.5; -webkit-hyphens: auto; hyphens: auto; }
body { margin: 0 4%; overflow-wrap: break-word; }
body.cover { margin: 0; text-align: center; }
body.cover img { max-width: 100%; max-height: 100vh; }

h1, h2, h3, h4, h5, h6 { line-height: 1.25; font-weight: 600; margin: 1.6em 0 0.8em; text-align: left;
  -webkit-hyphens: none; hyphens: none; break-after: avoid; page-break-after: avoid; }
h1 { font-size: 1.45em; }
h2 { font-size: 1.25em; }
h3, h4, h5, h6 { font-size: 1.1em; }
p { margin: 0 0 0.7em; }
p, li, dd { orphans: 2; widows: 2; }
a { color: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
.milestone { font-size: 0.75em; color: #666; }
a.persName, a.gloss { text-decoration-style: dotted; }
a:not([href]) { text-decoration: none; }

/* Title page and divisions */
section[data-kind="titlepage"] { text-align: center; }
section[data-kind="titlepage"] h1 { text-align: center; margin-top: 2.5em; }
.titlePart { display: block; margin-bottom: 0.4em; }
.titlePart[data-type="series"], .titlePart[data-type="subseries"] { font-size: 0.75em; }
.byline, .docImprint { margin-top: 2em; text-align: center; }
.docImprint .publisher { display: block; }
section[data-kind="compilation"] > .head, section[data-kind="chapter"] > .head { margin-top: 3em; text-align: center; }

/* Documents */
.opener, .closer { margin: 0 0 0.7em; }
.dateline, .rend-right { text-align: right; font-style: italic; }
.signed { text-align: right; margin: 0.7em 0; }
.note-inline { font-size: 0.9em; }
.rend-center, .rend-sectiontitleital, .rendition-center { text-align: center; }
.subhead { font-size: 1em; font-weight: normal; margin: 1.2em 0 0.5em; text-align: left; }
.subhead.rend-sectiontitleital, .subhead.rend-center { text-align: center; }
.rend-sectiontitleital { font-style: italic; }
.rend-sectiontitleital em { font-style: normal; }
.rend-flushleft, .rendition-left { text-align: left; }
.rendition-right { text-align: right; }
.rend-sourceheadcenterboldbig, .rend-sourcearchiveboldbig { font-weight: 600; }
.rend-sourceheadcenterboldbig { text-align: center; }
.rend-sourceparagraphfullindent { margin-left: 2em; }
.smallcaps { font-variant: small-caps; }
.roman { font-style: normal; }
.attachment { margin-top: 2em; padding-top: 1em; border-top: 1px solid; }
.postscript { margin-top: 1em; }
.fw, .stamp { font-size: 0.9em; text-align: center; }
.fw .stamp { font-size: inherit; }
aside.fw, aside.stamp { margin: 0.2em 0 0.7em; text-align: left; border-left: 1px solid; padding-left: 0.6em; }
ins { text-decoration: none; }
.unclear { border-bottom: 1px dotted; }
span.quote { display: inline; }
blockquote { margin: 0.7em 0 0.7em 1.5em; }
.lg { margin: 0.7em 0 0.7em 1.5em; }
.l { margin: 0; padding-left: 1.5em; text-indent: -1.5em; }
.speaker { margin-bottom: 0.1em; font-variant: small-caps; }
div.p { margin-bottom: 0.7em; }
span.graphic::before { content: "[Picture " attr(data-url) ", not part of this edition]"; font-size: 0.9em; }
span.graphic[data-url^="figure_0001"]::before { content: none; }
img.graphic { max-width: 100%; height: auto; }
figcaption { font-size: 0.9em; margin-top: 0.4em; }
.video::before { content: "[Film, not part of this edition]"; font-size: 0.9em; }
figure { margin: 1em 0; text-align: center; }

/* Pages of the source */
.pb::before { content: "[" attr(data-n) "]"; font-size: 0.75em; font-style: normal; font-weight: 400; font-variant: normal;
  line-height: 0; margin-right: 0.25em; text-decoration: none; }
.pb-block { margin: 0.8em 0 0.2em; line-height: 1; }
.pb[data-n=""]::before { content: none; }

/* Lists */
ul, ol { margin: 0 0 0.7em; padding-left: 1.5em; }
ul { list-style: none; padding-left: 1em; }
ul ul { margin-bottom: 0; padding-left: 0.5em; }
ul.bulleted, ol.numbered { padding-left: 2em; margin-top: 0.5em; }
ul.bulleted { list-style: disc; }
li.signed-item, li.marked-item { list-style: none; }
.marked-item > .mark { margin-left: -1.6em; padding-right: 0.4em; }
ul.endnotes { padding-left: 2em; margin-bottom: 0; } .endnotes > li > .mark + p { display: inline; }
li { margin-bottom: 0.25em; }
.list-head { font-weight: 600; margin-bottom: 0.2em; break-after: avoid; page-break-after: avoid; }
ul[data-type="index"], ul[data-type="terms"], ul[data-type="names"] { padding-left: 0; }
ul[data-type="index"] li, ul[data-type="terms"] li, ul[data-type="names"] li { padding-left: 1em; text-indent: -1em; }
dl { margin: 0 0 0.7em; }
dt { font-weight: 600; }
dd { margin: 0 0 0.25em 1.5em; }
dl.header { margin-top: 1.5em; padding: 0.8em 1em 0.5em; border: 1px solid; font-size: 0.9em; }
dl.header dt::first-letter { text-transform: uppercase; }
dfn { font-style: normal; }

/* Tables */
table { border-collapse: collapse; margin: 1em 0; font-size: 0.9em; }
td, th { padding: 0.2em 0.5em; vertical-align: top; text-align: left; }
thead th { border-bottom: 1px solid; }
.role-num, .figures { text-align: right; }
caption { font-weight: 600; padding-bottom: 0.4em; }

/* Notes */
a.noteref[data-note="source"] { font-variant: small-caps; }
a.noteref { font-size: 0.75em; line-height: 0; vertical-align: super; text-decoration: none; padding: 0 0.15em;
  font-style: normal; font-weight: 400; font-variant: normal; }
/* Outside of sentences a link is at least 24 pixels wide and high (WCAG 2.2, 2.5.8). */
.signed a.noteref, section[data-type="toc"] li a.ref { display: inline-block; min-width: 24px; min-height: 24px; text-align: center; }
section[data-type="toc"] li a.ref { text-align: left; }
section.notes { margin-top: 2em; padding-top: 0.8em; border-top: 1px solid; font-size: 0.9em; }
aside.note { margin: 0 0 0.6em; }
aside.note > p { margin: 0 0 0.4em; }
.note-label { font-size: 0.8em; line-height: 0; vertical-align: super; }
a.backref { text-decoration: none; padding: 0 0.3em; }

/* Navigation */
body.navigation ol { list-style: none; padding-left: 1em; }
body.navigation nav > ol { padding-left: 0; }
body.navigation li { margin: 0.3em 0; }
body.navigation a { text-decoration: none; }
`;
