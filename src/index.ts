/** The public API: the stages as functions from data to data, and the whole line. */
export type { Code, CodeEntry, Severity } from './diagnostics/codes.js';
export type { Diagnostic, Place, Result } from './diagnostics/diagnostic.js';
export { formatDiagnostic } from './diagnostics/format.js';
export { type EncodedDocument, type EncodeOptions, encode } from './encode/encode.js';
export { readRawFile } from './formats/raw-file.js';
export { readTextFile } from './formats/text-file.js';
export type { Bibliography, DescribedFile, PreservationEvent } from './metadata/bibliography.js';
export { METADATA_FORMS, type MetadataFormName, metadataFiles } from './metadata/metadata-files.js';
export { readBibliography } from './metadata/read-bibliography.js';
export type { FileSet } from './model/file-set.js';
export type { Manifest } from './model/manifest.js';
export type { Position, Span } from './model/position.js';
export { SourceFile } from './model/source-file.js';
export { type BuildReport, type BuildRequest, type Built, build, type Output, outputs } from './pipeline.js';
export { type ValidateOptions, validateText } from './validate/validate.js';
export { assemble } from './volume/assemble.js';
export { type Enriched, enrich } from './volume/enrich.js';
export { readManifest } from './volume/manifest.js';
