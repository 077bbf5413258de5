/** The library by which data from outside are checked where they come in: manifests, and what servers answer. */
export { z } from 'zod';
