import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatHtml } from '../../src/diagnostics/format-html.js';
import { review } from '../../src/encode/review/review.js';
import { reviewPage } from '../../src/encode/review/review-page.js';

/** The sources that a page's policy lets its styles or scripts have, and those that its elements need. */
function sourcesOf(page: string, kind: 'style' | 'script'): { readonly allowed: string; readonly needed: string } {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  const allowed = new RegExp(`${kind}-src ([^;]*)`).exec(policy)?.[1] ?? '';
  const texts = [...page.matchAll(new RegExp(`<${kind}>([\\s\\S]*?)</${kind}>`, 'g'))].map(([, text = '']) => text);
  const digests = texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return { allowed, needed: digests.join(' ') };
}

describe('the policy of a page that is one file', () => {
  it.each([
    ['findings', formatHtml([], new Map(), ['a.xml'])],
    ['a review', reviewPage(review('<script>alert(1)</script>', [], []))],
  ])('of %s lets its own styles and scripts be used, and nothing else', (_, page) => {
    for (const kind of ['style', 'script'] as const) {
      const { allowed, needed } = sourcesOf(page, kind);
      expect(allowed).toBe(needed);
    }
    expect(sourcesOf(page, 'style').needed).not.toBe('');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<[^>]* (?:style|on[a-z]+)="/);
  });
});
