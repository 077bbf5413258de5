import { type BagCode, Findings } from '../findings.js';

/** Collects the findings of a package. */
export class BagFindings extends Findings<BagCode> {
  constructor(file: string) {
    super(file, 300);
  }

  override add(code: BagCode, what = '', entry?: string): void {
    super.add(code, what, entry);
  }
}
