import type { Rule } from './rule.js';

/** Every editorial rule; their order is that of the codes. */
export const rules: readonly Rule[] = [];
