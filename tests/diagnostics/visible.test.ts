import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/commands/run.js';
import { Terminal } from '../../src/commands/terminal.js';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import { formatDiagnostic } from '../../src/diagnostics/format.js';
import { visible } from '../../src/diagnostics/visible.js';

/** What clears a window, moves the cursor, names the window anew, hides text or turns a line. */
const OBEYED = ['\u001b[2J', '\u001b]0;name\u0007', '\u009b31m', '\u001b[8m', '\u202e', '\u2066', '\r', '\b', '\u0085'];
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const FOUND = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const someText = fc
  .array(fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom(...OBEYED)))
  .map((parts) => parts.join(''));

function terminal(options: { json?: boolean; isTTY?: boolean } = {}) {
  let written = '';
  const stream = { write: (text: string) => (written += text), isTTY: options.isTTY ?? true };
  const made = new Terminal({
    stdout: stream,
    stderr: stream,
    json: options.json ?? false,
    quiet: false,
    env: { NO_COLOR: '1' },
  });
  return { terminal: made, written: () => written };
}

describe('what a file or its name holds', () => {
  it('is shown by a terminal and never obeyed', () => {
    fc.assert(
      fc.property(someText, someText, (text, path) => {
        const { terminal: shown, written } = terminal();
        const place = { file: path, start: { line: 1, column: 1, offset: 0 } };
        const found = [1, 2, 3].map(() =>
          diagnostic('VA014', { value: text, name: text, element: 'p', expected: text }, place),
        );
        shown.report(found);
        shown.report(found, new Map(), 1);
        shown.list(found, new Map(), 1);
        shown.say(text);
        shown.tell(text);
        shown.print(text);
        shown.printPieces([text]);
        expect(written()).not.toMatch(FOUND);
        const { terminal: asData, written: data } = terminal({ json: true });
        asData.sayJson({ text });
        expect(data()).not.toMatch(FOUND);
      }),
    );
  });

  it('goes as it is where a program reads it', () => {
    const { terminal: piped, written } = terminal({ isTTY: false });
    piped.print('\u009b\u202e');
    expect(written()).toBe('\u009b\u202e\n');
  });

  it('forges no line of its own by a path of two lines', () => {
    const { terminal: shown, written } = terminal();
    shown.report([diagnostic('IN002', { path: 'x' }, { file: 'a\nb.xml: all is well' })]);
    expect(written()).toMatch(/^a·b\.xml: all is well error IN002/);
  });

  it('is shown in the words of a call that is not understood', async () => {
    let written = '';
    const stream = { write: (text: string) => (written += text) };
    await runCommandLine([], ['\u001b[2J'], { stdout: stream, stderr: stream, env: {} });
    expect(written).not.toMatch(FOUND);
  });

  it('has nothing in a finding of it that moves the cursor or turns words round', () => {
    const evil = 'a\u001b[2Jb\u0007\u202eexe.txt\0\u009b31m\r';
    const shown = formatDiagnostic(
      { code: 'BG005', severity: 'error', message: evil, hint: evil, place: { file: evil, entry: evil } },
      new Map(),
      { color: false, width: 80 },
    );
    expect(visible(evil)).toBe('a·[2Jb··exe.txt··31m·');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(visible('Größe – “x”\n\tübrigens')).toBe('Größe – “x”\n\tübrigens');
  });
});
