import type { DocumentFinding } from './finding.js';

/** A page mark that was left in the text is no residue besides, and a call without a note is told once. */
export function withoutEchoes(findings: readonly DocumentFinding[]): readonly DocumentFinding[] {
  const marks = new Set(findings.filter(({ code }) => code === 'EN077').map(({ place }) => place?.start?.offset));
  const calls = new Set(findings.filter(({ code }) => code === 'EN003').map(({ place }) => place?.start?.line));
  return findings.filter(
    ({ code, place }) =>
      (code !== 'EN031' || !marks.has(place?.start?.offset)) && (code !== 'EN104' || !calls.has(place?.start?.line)),
  );
}
