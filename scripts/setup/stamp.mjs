// @ts-check
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Remembers, in a file beside what was made, which inputs it was made from. The stamp goes away
 * before the work and comes back after it, so that work cut short is done again.
 *
 * @param {string} path
 * @param {string} inputs a hash of the inputs
 */
export function stamp(path, inputs) {
  return {
    isFresh: () => readOrEmpty(path) === inputs,
    clear: () => rmSync(path, { force: true }),
    write: () => writeFileSync(path, inputs),
  };
}

/** @param {string} path */
function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
