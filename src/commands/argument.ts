/** A path as an argument of a command that is proposed: in quotation marks, where it has what parts words or means something else to a shell. */
export function argument(path: string): string {
  return /^[\p{L}\p{N}_./:\\@%+,-]+$/u.test(path) ? path : `"${path}"`;
}
