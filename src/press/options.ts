import type { HouseStyle } from '../model/house-style.js';
import type { Paragraph } from '../model/page-content.js';
import type { Position } from '../model/position.js';
import type { MarginOptions } from './margin.js';
import type { Conformance, FontFiles } from './press-document.js';
import type { PageReport } from './report.js';
import type { AccessibilityPart } from './structure.js';
import type { PageForm } from './typography.js';

export interface PressOptions {
  readonly fonts: FontFiles;
  /** The name of the volume's file, for findings. */
  readonly file: string;
  /** Where in that file words of a section or note stand, for findings; undefined where it is not known. */
  readonly locate?: (id: string, words: string) => Position | undefined;
  /** The page; that of the style where nothing is said. */
  readonly form?: PageForm;
  /** The house style; the plain one where nothing is said. */
  readonly style?: HouseStyle;
  /** What is wanted in the margins. */
  readonly margin?: MarginOptions;
  /** How far the sheet goes beyond the cut, in points, and whether marks show where that is; neither unless a printer asks for it. */
  readonly bleed?: number;
  readonly cropMarks?: boolean;
  /** The pages of a signature: empty pages at the end make their number a multiple of it. */
  readonly signature?: number;
  /** Pixels to an inch that a printer asks for; pictures with fewer are found. */
  readonly resolution?: number;
  /** Links to be followed on a screen; there unless switched off. */
  readonly links?: boolean;
  /** Files that the PDF takes along: the TEI that it was made from. */
  readonly attachments?: readonly {
    readonly name: string;
    readonly type: string;
    readonly bytes: Uint8Array;
    readonly description: string;
  }[];
  /** Structure tags; on unless switched off. */
  readonly tagged?: boolean;
  /** The part of PDF/UA that a tagged file keeps to: 1 unless 2 is asked for, which is PDF 2.0 and no PDF/A. */
  readonly accessibility?: AccessibilityPart;
  /** The level of PDF/A; PDF/A-2a unless the file is not tagged. */
  readonly conformance?: Conformance | 'none';
  /** Told now and then how many of how many pages are painted. */
  readonly progress?: (done: number, total: number) => void;
}

/** The finished book. */
export interface PrintedBook {
  readonly pdf: Uint8Array;
  readonly report: PageReport;
  /** What has been drawn of a paragraph of the content, and how often a note begins on a page: for the proof that nothing is lost. */
  readonly drawn: { textOf(paragraph: Paragraph): string; timesOf(note: string): number };
}

/** PDF/A-2a is what a tagged file keeps to, where nothing else is asked for. */
export function conformanceOf({ conformance, tagged, accessibility }: PressOptions): Conformance | undefined {
  if (conformance === 'none' || accessibility === 2) return undefined;
  return conformance ?? (tagged === false ? undefined : 'PDF/A-2a');
}

export function accessibilityOf({ accessibility = 1 }: PressOptions): AccessibilityPart {
  return accessibility;
}
