/** What a stretch of terminal output is, rather than how it looks. */
export type Style = 'error' | 'warning' | 'info' | 'good' | 'dim' | 'hint' | 'strong';

/** SGR parameters (ECMA-48 §8.3.117); only the sixteen colours that every terminal lets its user choose. */
const SGR: Readonly<Record<Style, string>> = {
  error: '1;31',
  warning: '1;33',
  info: '1;36',
  good: '32',
  dim: '2',
  hint: '36',
  strong: '1',
};

/** The text in the style, where colour is wanted; unchanged where not. */
export function paint(style: Style, text: string, color = false): string {
  return color ? `\u001b[${SGR[style]}m${text}\u001b[0m` : text;
}
