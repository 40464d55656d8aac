import { errnoTable } from '../../../site/facts/errno-table.ts';
import { readCalls } from '../manual/pages.ts';

/** What the manual knows of each errno, as every page carries it. */
export const errnos = errnoTable(readCalls());
