// @ts-check
import { readImports } from './read-imports.mjs';

/**
 * Each circle of files that import each other's values, as its shortest way round: the first file
 * stands at its end again. A file that one circle names begins no other. Such files work only as
 * long as nobody uses a value while they load.
 *
 * @param {readonly import('../source-files.mjs').SourceFile[]} files
 * @returns {string[][]}
 */
export function findCircles(files) {
  const graph = valueImports(files);
  const seen = new Set();
  /** @type {string[][]} */
  const circles = [];
  for (const start of graph.keys()) {
    if (seen.has(start)) continue;
    const circle = wayBack(graph, start);
    if (!circle) continue;
    circles.push(circle);
    for (const path of circle) seen.add(path);
  }
  return circles;
}

/** @typedef {ReadonlyMap<string, readonly string[]>} Graph */

/** @type {(files: readonly import('../source-files.mjs').SourceFile[]) => Graph} */
const valueImports = (files) =>
  new Map(
    files.map((file) => [
      file.path,
      readImports(file).flatMap(({ target, typeOnly }) => (typeOnly ? [] : [target])),
    ]),
  );

/** @type {(graph: Graph, start: string) => string[] | undefined} */
function wayBack(graph, start) {
  /** How each file was reached first: breadth first, so by the shortest way. */
  const cameFrom = new Map();
  const waiting = [start];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    for (const next of graph.get(path) ?? []) {
      if (next === start) return [...wayTo(path, cameFrom), start];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, path);
      waiting.push(next);
    }
  }
  return undefined;
}

/** @type {(path: string, cameFrom: ReadonlyMap<string, string>) => string[]} */
function wayTo(path, cameFrom) {
  const before = cameFrom.get(path);
  return before === undefined ? [path] : [...wayTo(before, cameFrom), path];
}
