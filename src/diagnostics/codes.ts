import { archiveCodes } from './codes/archive.js';
import { commandCodes } from './codes/commands.js';
import { composedCodes } from './codes/composed.js';
import { discoveryCodes } from './codes/discovery.js';
import { encodeCodes } from './codes/encode.js';
import { encodeCableCodes } from './codes/encode-cables.js';
import { encodeNoteCodes } from './codes/encode-notes.js';
import { encodeTypescriptCodes } from './codes/encode-typescripts.js';
import { errataCodes } from './codes/errata.js';
import { inputCodes } from './codes/input.js';
import { metadataCodes } from './codes/metadata.js';
import { pageCodes } from './codes/pages.js';
import { pressCodes } from './codes/press.js';
import { publishCodes } from './codes/publish.js';
import { publishRecordCodes } from './codes/publish-records.js';
import { publishTargetCodes } from './codes/publish-targets.js';
import { ruleCodes } from './codes/rules.js';
import { seriesCodes } from './codes/series.js';
import { themeCodes } from './codes/theme.js';
import { transformCodes } from './codes/transform.js';
import { validateCodes } from './codes/validate.js';
import { volumeCodes } from './codes/volume.js';

/** `error` stops a release (exit code 1), `warning` wants a look, `info` tells. */
export type Severity = 'error' | 'warning' | 'info';

/** One row of the table of codes. */
export interface CodeEntry {
  readonly severity: Severity;
  /** One sentence, with `{facts}` to be filled in. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Why this is a problem and where the rule comes from, for `chancery rules CODE` and the documentation. */
  readonly explanation: string;
  /** The severity in older volumes (`legacy`), where those hold what is an error today. */
  readonly legacy?: Severity;
  /** A passage that breaks the rule, and the same passage as it should be. */
  readonly wrong?: string;
  readonly right?: string;
  /** Whether `--fix` may repair it, because only one repair is possible. */
  readonly isFixable?: boolean;
}

/** The one table of findings, a part for each stage. The codes are stable: they are never given a second meaning. */
export const table = {
  ...inputCodes,
  ...composedCodes,
  ...encodeCodes,
  ...encodeTypescriptCodes,
  ...encodeCableCodes,
  ...encodeNoteCodes,
  ...volumeCodes,
  ...themeCodes,
  ...validateCodes,
  ...ruleCodes,
  ...transformCodes,
  ...pageCodes,
  ...pressCodes,
  ...metadataCodes,
  ...archiveCodes,
  ...discoveryCodes,
  ...errataCodes,
  ...publishCodes,
  ...publishRecordCodes,
  ...publishTargetCodes,
  ...seriesCodes,
  ...commandCodes,
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof table;

/** The message of a code by itself, with an ellipsis for what a finding fills in; without what only some findings add at its end. */
export function sentenceOf({ message }: CodeEntry): string {
  return message
    .replace(/(?<=\.)\{\w+\}$/, '')
    .replace(/\{\w+\}/g, '…')
    .replace(/…(?:[ ,]*…)+/g, '…');
}
