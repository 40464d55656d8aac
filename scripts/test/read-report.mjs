// @ts-check
import { readFileSync } from 'node:fs';

/**
 * What a test runner's JSON reporter wrote; undefined if it did not get that far.
 *
 * @param {string} path
 */
export function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
