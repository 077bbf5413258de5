/**
 * Files as data: what a stage makes before anything is written. Keys are paths relative to the output's own folder, with
 * forward slashes; values are text (written as UTF-8) or bytes. Iteration order is insertion order and is significant where the
 * format says so (EPUB's `mimetype` first).
 */
export type FileSet = ReadonlyMap<string, string | Uint8Array>;
