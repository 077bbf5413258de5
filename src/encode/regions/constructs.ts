import { alignedTable } from './constructs/aligned-table.js';
import { bullets } from './constructs/bullets.js';
import { fileNumber } from './constructs/file-number.js';
import { head } from './constructs/head.js';
import { labelledList } from './constructs/labelled-list.js';
import { opener } from './constructs/opener.js';
import { paragraph } from './constructs/paragraph.js';
import { sectionHeading } from './constructs/section-heading.js';
import { table } from './constructs/table.js';
import type { Construct } from './context.js';

/** What may open a document of the FRUS web site, each tried once and in this order. */
export const frusOpening: readonly Construct[] = [fileNumber, head, opener];

/** What may open an attachment, after its label. */
export const attachmentOpening: readonly Construct[] = [opener];

/** What the text consists of: the first that recognises a strand takes it; the last recognises everything. */
export const body: readonly Construct[] = [labelledList, table, alignedTable, bullets, sectionHeading, paragraph];
