import type { CodeEntry } from '../codes.js';

/** Findings of the house style of a web edition: codes `WLnnn`. */
export const themeCodes = {
  WL001: {
    severity: 'error',
    message: 'The theme is not YAML: {problem}',
    hint: 'Check the indentation, and put a colour in quotation marks: "#0b4a7f" (without them, # begins a comment).',
    explanation: 'A theme must be well-formed YAML 1.2 before anything can be read from it.',
  },
  WL002: {
    severity: 'error',
    message: 'A theme has no key “{key}” here.',
    hint: '{suggestion}',
    explanation:
      'Every key of a theme is known. An unknown key is nearly always a misspelt one, and what it says would be lost without anybody seeing it.',
  },
  WL003: {
    severity: 'error',
    message:
      'The {set} colours “{first}” ({firstValue}) and “{second}” ({secondValue}) have a contrast of {contrast} : 1.',
    hint: 'Choose a {first} that is further from the {second}, until they have 4.5 : 1.',
    explanation:
      'Text must have a contrast of at least 4.5 : 1 with what is behind it (WCAG 2.2, success criterion 1.4.3). A colour that the theme does not name is that of the plain site.',
  },
  WL004: {
    severity: 'error',
    message: 'There is no file “{file}” in the folder of the theme.',
    hint: 'Put the file there, or correct the name. What stands in other folders cannot be named.',
    explanation:
      'A theme names its logo and its fonts by their paths in its own folder, so that it can be handed on as a whole and reads nothing else of a machine.',
  },
  WL005: {
    severity: 'error',
    message: '“{file}” cannot be the {what}: {reason}.',
    hint: '{hint}',
    explanation:
      'Fonts of a web site are WOFF2 files; logos are pictures in PNG, JPEG, GIF, WebP, or in SVG that runs nothing and loads nothing.',
  },
  WL006: {
    severity: 'error',
    message: 'The theme has a dark-logo, and no logo.',
    hint: 'Name the picture that is shown by day as “logo”.',
    explanation: 'The dark logo takes the place of the other where a reader’s system asks for dark colours.',
  },
} as const satisfies Record<string, CodeEntry>;
