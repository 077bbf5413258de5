/**
 * Makes the compiled command executable. npm does so only where it links the command anew: not for a clone at a place where it has linked one before.
 */
import { chmodSync } from 'node:fs';
import { packageFile } from '../formats/package.js';

chmodSync(packageFile('dist/program/cli.js'), 0o755);
