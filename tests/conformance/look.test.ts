import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, present, temporaryFolder, volumes } from './tools.js';

/** How a reader sees and uses the pages of real volumes: what no reading of their files can tell. */

const folder = temporaryFolder();
let browser: Browser;
/** The pages of each volume, by its name. */
const sites = new Map<string, readonly string[]>();
const inputs = present(
  [
    'frus1914-20v01',
    'frus1917-72PubDip',
    'frus1943China',
    'frus1952-54Guat',
    'frus1955-57v03',
    'frus1964-68v14',
    'frus1969-76ve14p1',
    'frus1977-80v01',
  ].map((id) => join(volumes, `${id}.xml`)),
);
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  for (const input of inputs) {
    const name = basename(input, '.xml');
    const out = join(folder.path, name);
    const { status, output } = build(input, 'html', out);
    expect(status, output).toBeLessThan(2);
    const site = join(out, 'html');
    sites.set(
      name,
      readdirSync(site)
        .filter((file) => file.endsWith('.html'))
        .map((file) => join(site, file)),
    );
  }
}, 600_000);
afterAll(async () => {
  await browser?.close();
  folder.remove();
});

async function opened(file: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.evaluate('document.fonts.ready');
  // Two frames: the notes are laid out anew when the faces are there.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  return page;
}

/** The documents with the most notes for their length, over all volumes. */
function dense(count: number): readonly string[] {
  return [...sites.values()]
    .flat()
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      return { file, notes: text.split('class="note"').length - 1, length: text.length };
    })
    .filter(({ notes }) => notes > 9)
    .sort((a, b) => b.notes / b.length - a.notes / a.length)
    .slice(0, count)
    .map(({ file }) => file);
}

/** What the page says of its notes: how many lie over each other, and how far the furthest is from its call. */
const MEASURE = `(() => {
  const notes = [...document.querySelectorAll('.notes > .note')].map((note) => {
    const call = document.querySelector('a.noteref[href="#' + CSS.escape(note.id) + '"]');
    const box = note.getBoundingClientRect();
    return { box, away: call ? Math.abs(box.top - call.getBoundingClientRect().top) : 0, text: note.closest('.sheet > article, .sheet > section').getBoundingClientRect() };
  });
  const over = notes.flatMap((a, i) => notes.slice(i + 1).filter((b) => a.box.top < b.box.bottom - 0.5 && b.box.top < a.box.bottom - 0.5 && a.box.left < b.box.right && b.box.left < a.box.right));
  return { notes: notes.length, over: over.length, away: Math.max(...notes.map(({ away }) => away)), beside: notes.every(({ box, text }) => box.left >= text.right) };
})()`;

/** A page lays itself out anew in its own time: on a busy machine later than at once. */
const PATIENCE = { timeout: 10_000 };

describe.skipIf(inputs.length === 0)('the notes', () => {
  test('stand beside the text, none over another, each within reach of its call, where they are densest', async () => {
    const files = dense(12);
    expect(files.length).toBe(12);
    for (const file of files) {
      for (const width of [1440, 1000]) {
        const page = await opened(file, width);
        const found = (await page.evaluate(MEASURE)) as Record<string, unknown>;
        expect({ file, ...found }).toMatchObject({ over: 0, beside: true });
        // Less than half a window.
        expect(found['away'], file).toBeLessThan(450);
        await page.context().close();
      }
    }
  });

  test('can be gone to from their calls, and back, by key; a cut one is whole then', async () => {
    const file = dense(60).find((one) => one.endsWith('frus1977-80v01/html/d123.html')) ?? '';
    const page = await opened(file, 1440);
    const cut = page.locator('.note.is-cut').first();
    const id = await cut.getAttribute('id');
    await page.locator(`a.noteref[href="#${id}"]`).first().focus();
    await page.keyboard.press('Enter');
    const over = async () => ((await page.evaluate(MEASURE)) as { over: number }).over;
    await expect.poll(() => page.locator(`#${id}`).getAttribute('class'), PATIENCE).not.toContain('is-cut');
    await expect.poll(over, PATIENCE).toBe(0);
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(`document.activeElement.closest('.note')?.id`), PATIENCE).toBe(id);
    await page.locator(`#${id} .note-label`).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash, PATIENCE).toBe(`#${id}-ref`);
    // The button of a cut note keeps the focus until it is pressed; then the note has it.
    const more = page.locator('.note-more:visible').first();
    const other = await more.evaluate((button) => button.parentElement?.id);
    await more.focus();
    expect(await page.evaluate(`document.activeElement.className`)).toBe('note-more');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(`document.activeElement.id`), PATIENCE).toBe(other);
    await expect.poll(over, PATIENCE).toBe(0);
    await page.context().close();
  });

  test('open in place on a narrow page, and close again, with the focus where it was', async () => {
    const file = dense(60).find((one) => one.endsWith('frus1977-80v01/html/d123.html')) ?? '';
    const page = await opened(file, 390);
    const ids = (await page.evaluate(`[...document.querySelectorAll('.note')].map((note) => note.id)`)) as string[];
    const id = ids[3] ?? '';
    const call = page.locator(`a.noteref[href="#${id}"]`).first();
    await call.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(`document.activeElement.id`), PATIENCE).toBe(id);
    // The page scrolls to the note by itself.
    await expect
      .poll(async () => {
        const [note, at] = [await page.locator(`#${id}`).boundingBox(), await call.boundingBox()];
        return note !== null && at !== null && note.y < 900 && Math.abs(note.y - at.y) < 450;
      }, PATIENCE)
      .toBe(true);
    for (const close of ['Escape', 'back']) {
      if (close === 'Escape') await page.keyboard.press('Escape');
      else {
        await page.locator(`#${id} .note-label`).focus();
        await page.keyboard.press('Enter');
      }
      await expect
        .poll(() => page.evaluate(`document.activeElement.getAttribute('href')`), { ...PATIENCE, message: close })
        .toBe(`#${id}`);
      expect(await page.locator(`#${id}`).getAttribute('popover')).toBe(null);
      if (close === 'Escape') await page.keyboard.press('Enter');
    }
    await page.context().close();
  });

  test('stand at the foot, and can be read, where no script runs', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(dense(1)[0] ?? '').href);
    expect(await page.locator('.notes-heading').first().isVisible()).toBe(true);
    const call = page.locator('a.noteref').first();
    await call.click();
    expect(new URL(page.url()).hash).toBe(await call.getAttribute('href'));
    await context.close();
  });
});

describe.skipIf(inputs.length === 0)('a page', () => {
  test('is set in its own faces from a file, with 60 to 75 characters to a line', async () => {
    for (const width of [1920, 1440, 1280, 1000]) {
      const page = await opened(sites.get('frus1964-68v14')?.find((file) => file.endsWith('/d73.html')) ?? '', width);
      expect(
        await page.evaluate(`[...document.fonts].filter((face) => face.status === 'loaded').length`),
      ).toBeGreaterThan(2);
      // The whole lines of its paragraphs.
      const characters = (await page.evaluate(`(() => {
        const counts = [];
        for (const paragraph of document.querySelectorAll('article > p:not([class])')) {
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), lines = new Map();
          for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (let i = 0; i < node.length; i++) {
              const range = document.createRange();
              range.setStart(node, i); range.setEnd(node, i + 1);
              const line = Math.round(range.getBoundingClientRect().bottom / 8);
              lines.set(line, (lines.get(line) ?? 0) + 1);
            }
          counts.push(...[...lines.values()].slice(1, -1).filter((count) => count > 20));
        }
        counts.sort((a, b) => a - b);
        return counts[counts.length >> 1];
      })()`)) as number;
      expect(characters, `${width} px`).toBeGreaterThanOrEqual(60);
      expect(characters, `${width} px`).toBeLessThanOrEqual(75);
      await page.context().close();
    }
  });

  test('that is printed has the text, its notes and its record, and nothing to click on', async () => {
    const page = await opened(sites.get('frus1964-68v14')?.find((file) => file.endsWith('/d73.html')) ?? '', 1440);
    await page.emulateMedia({ media: 'print' });
    const shown = (selector: string): Promise<boolean> => page.locator(selector).first().isVisible();
    expect(await Promise.all(['article', '.notes-heading', '.record', '.colophon'].map(shown))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(await Promise.all(['.trail', '.steps', '.skip', '.backref'].map(shown))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    const order = await page.evaluate(
      `[...document.querySelectorAll('article > p, .note, .record')].map((part) => part.getBoundingClientRect().top)`,
    );
    expect(order).toEqual([...(order as number[])].sort((a, b) => a - b));
    await page.context().close();
  });
});

/** Presses the tab key until the focus is where it is wanted; how often. */
async function tabTo(page: Page, selector: string, most: number): Promise<number> {
  for (let count = 1; count <= most; count++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return count;
  }
  throw new Error(`${most} tabs do not lead to ${selector} on ${page.url()}`);
}

describe.skipIf(inputs.length === 0)('a reader without a pointer', () => {
  test('finds a document, reads it, goes to a note and back, copies its citation, and goes on to the next', async () => {
    const home = sites.get('frus1964-68v14')?.find((file) => file.endsWith('/index.html')) ?? '';
    for (const width of [1440, 390]) {
      const page = await opened(home, width);
      const name = (): string => basename(new URL(page.url()).pathname);
      await tabTo(page, '.skip', 1);
      await tabTo(page, '.find input', 4);
      await page.keyboard.type('Ivanov espionage trial');
      await page.keyboard.press('Enter');
      await expect.poll(name, PATIENCE).toBe('search.html');
      await expect.poll(() => page.locator('a[href^="d73.html"]').count(), PATIENCE).toBeGreaterThan(0);
      await tabTo(page, 'a[href^="d73.html"]', 60);
      await page.keyboard.press('Enter');
      await expect.poll(name, PATIENCE).toBe('d73.html');
      await page.evaluate('document.fonts.ready');
      // To the text at once, by the link that is first.
      await page.evaluate('document.body.focus()');
      await page.goto(page.url().replace(/[?#].*$/, ''));
      await tabTo(page, '.skip', 1);
      await page.keyboard.press('Enter');
      await expect.poll(() => new URL(page.url()).hash, PATIENCE).toBe('#main');
      await tabTo(page, 'a.noteref', 6);
      const call = await page.evaluate(`document.activeElement.getAttribute('href')`);
      await page.keyboard.press('Enter');
      await expect
        .poll(() => page.evaluate(`document.activeElement.id || location.hash.slice(1)`), PATIENCE)
        .toBe(String(call).slice(1));
      await tabTo(page, '.note-label, .backref', 3);
      await page.keyboard.press('Enter');
      await expect
        .poll(() => page.evaluate(`document.activeElement.getAttribute('href') ?? location.hash`), PATIENCE)
        .toMatch(new RegExp(`^${String(call)}`));
      await tabTo(page, '.cite button', 60);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.copied').textContent(), PATIENCE).not.toBe('');
      await tabTo(page, '.steps:not(.at-top) .next', 40);
      await page.keyboard.press('Enter');
      await expect.poll(name, PATIENCE).toBe('d74.html');
      await page.context().close();
    }
  });

  test('reaches the next document from the top in a few steps, and on a phone the text begins within a third of the screen', async () => {
    const file = sites.get('frus1914-20v01')?.find((one) => one.endsWith('/d100.html')) ?? '';
    const page = await opened(file, 390);
    expect(await tabTo(page, '.at-top .next', 20)).toBeLessThan(20);
    const top = (await page.evaluate(
      `document.querySelector('.sheet').getBoundingClientRect().top + scrollY`,
    )) as number;
    expect(top).toBeLessThan(280);
    await page.context().close();
  });
});

describe.skipIf(inputs.length === 0)('the timeline', () => {
  test('has its years in the size of the text around it, none over another, on every screen', async () => {
    for (const [name, width] of [
      ['frus1964-68v14', 1280],
      ['frus1914-20v01', 390],
      ['frus1917-72PubDip', 390],
      ['frus1943China', 320],
    ] as const) {
      const home = sites.get(name)?.[0] ?? '';
      const page = await opened(join(home, '../browse/dates.html'), width);
      const found = (await page.evaluate(`[...document.querySelectorAll('.timeline text')]
        .filter((text) => getComputedStyle(text).display !== 'none')
        .map((text) => { const box = text.getBoundingClientRect(); return { left: box.left, right: box.right, size: parseFloat(getComputedStyle(text).fontSize) }; })`)) as {
        left: number;
        right: number;
        size: number;
      }[];
      for (const [i, { left, right, size }] of found.entries()) {
        expect(size).toBeGreaterThan(13);
        expect(right).toBeLessThanOrEqual(width);
        expect(left).toBeGreaterThan((found[i - 1]?.right ?? -1) + 1);
      }
      await page.context().close();
    }
  });
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How pages are looked at: 320 pixels are also what a screen of 1280 has left at 400 % (WCAG 2.2, 1.4.10). */
const views = [
  { width: 1440, colorScheme: 'light' },
  { width: 1000, colorScheme: 'dark' },
  { width: 1440, forcedColors: 'active' },
  { width: 320, height: 256, colorScheme: 'light' },
  { width: 640, colorScheme: 'dark', contrast: 'more' },
] as const;

describe.skipIf(inputs.length === 0).each(views)('60 pages of %o', ({ width, ...media }) => {
  test('have no violation that axe finds, and none is wider than the screen', async () => {
    const chosen = [...sites.values()].flatMap((pages) =>
      pages.filter((_, i) => i % Math.ceil(pages.length / 8) === 3),
    );
    expect(chosen.length).toBeGreaterThanOrEqual(Math.min(60, 7 * sites.size));
    const height = 'height' in media ? media.height : 900;
    const context = await browser.newContext({ ...media, viewport: { width, height } });
    const page = await context.newPage();
    const found: string[] = [];
    page.on('pageerror', (error) => found.push(error.message));
    for (const file of chosen.slice(0, 64)) {
      const name = file.split('/').slice(-3).join('/');
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(axe);
      const violations = (await page.evaluate(
        `axe.run(document, ${JSON.stringify({ runOnly: standards })}).then((result) =>
          result.violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`,
      )) as string[];
      found.push(...violations.map((violation) => `${name}: ${violation}`));
      const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      if ((wider as number) > 0) found.push(`${name}: wider than the screen by ${String(wider)} px`);
    }
    await context.close();
    expect(found).toEqual([]);
  });
});
