import type { DepositFile } from '../deposit-file.js';
import type { PlannedCall } from '../target.js';

/**
 * Where a mirror is kept, as far as mirroring needs it. Paths are those of the storage root. What is written is either not there or there whole; what
 * goes wrong is thrown as Refused or Uncertain.
 */
export interface MirrorPlace {
  /** What it is called, for people: the bucket, the folder. */
  readonly words: string;
  /** Looks whether the place is there and lets us in. Changes nothing. */
  open(): Promise<void>;
  /** The files below a folder of the root (all, for the empty path) with their sizes; none where there is no such folder. */
  list(folder: string): Promise<ReadonlyMap<string, number>>;
  /**
   * The SHA-256 of a file, read back or as the server has computed it; undefined where there is none.
   * @param bytes how long it is to be: a longer one need not be read to its end
   */
  digest(path: string, bytes: number): Promise<string | undefined>;
  /** Writes a file that is not there, or puts it in the place of the one that {@link digest} has last found. */
  put(file: DepositFile, isReplacing: boolean): Promise<void>;
  /** Whether a run that was broken off has left something beside the storage root. */
  hasLeavings(): Promise<boolean>;
  /** Takes away what of ours was left by a run that was broken off, as far as it is none of the storage root. */
  tidy(files: readonly DepositFile[]): Promise<void>;
  /** Ends the connection. */
  close(): Promise<void>;
  /** The calls by which a file is looked at, and sent. */
  looks(path: string): readonly PlannedCall[];
  acts(file: DepositFile, isReplacing: boolean): readonly PlannedCall[];
}
