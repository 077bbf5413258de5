/** Who has examined an edition and vouches for its accessibility (EPUB Accessibility 1.1, §4.3, “Evaluator information”). */
export interface Certification {
  readonly by: string;
  /** What entitles them to: the name or the address of a certificate. */
  readonly credential?: string;
  /** The address of the report. */
  readonly report?: string;
}
