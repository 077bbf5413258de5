import { createHash } from 'node:crypto';

/**
 * The Content Security Policy (Level 3) of a page that is one file: its own stylesheet and script may be used, known by their digests, and nothing else is
 * loaded, run or sent, whatever the texts that it shows hold.
 * @param style what stands in its `style` element
 * @param script what stands in its `script` element, where it has one
 */
export function pagePolicy(style: string, script?: string): string {
  const known = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `style-src ${known(style)}`,
    ...(script === undefined ? [] : [`script-src ${known(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
