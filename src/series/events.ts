import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** What a volume has come to, as a row of the table at the end. */
export interface VolumeRow {
  readonly volume: string;
  /** `built` now, `kept` from before, `failed`; `left` out by who asked for other volumes. */
  readonly state: 'built' | 'kept' | 'failed' | 'left';
  readonly documents: number;
  readonly notes: number;
  /** Of the build that made it, in seconds and bytes. */
  readonly seconds: number;
  readonly memory: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a build of a series tells while it goes on. */
export type SeriesEvent =
  | {
      readonly event: 'begin';
      readonly series: string;
      readonly volumes: number;
      readonly toBuild: number;
      readonly bytes: number;
    }
  | {
      readonly event: 'why';
      readonly volume: string;
      readonly action: 'build' | 'place';
      readonly reasons: readonly string[];
    }
  | { readonly event: 'start'; readonly volume: string; readonly bytes: number }
  | { readonly event: 'progress'; readonly volume: string; readonly words: string }
  | { readonly event: 'done'; readonly volume: string; readonly bytes: number; readonly row: VolumeRow }
  | {
      readonly event: 'failed';
      readonly volume: string;
      readonly bytes: number;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly event: 'placing'; readonly volumes: number }
  | { readonly event: 'placed'; readonly volume: string };

export type Tell = (event: SeriesEvent) => void;
