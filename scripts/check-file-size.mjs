// @ts-check
/** Keeps source files small enough to grasp: at most 300 lines, median 60. Tables may be longer. */
import { sourceFiles } from './source-files.mjs';

const maxLines = 300;
const maxMedianLines = 60;

/** Long files that are not called -table.ts, each with the reason why it is one piece. */
/** @type {Record<string, string>} */
const onePiece = {};

/** @param {readonly import('./source-files.mjs').SourceFile[]} files */
export function oversizedFiles(files) {
  const long = files
    .filter(({ path }) => !/-table\.(ts|mjs)$/.test(path) && !(path in onePiece))
    .filter(({ text }) => lineCount(text) > maxLines)
    .map(
      ({ path, text }) =>
        `${path} has ${lineCount(text)} lines, ${maxLines} at most: split it by what it does. ` +
        'If it is a table, one line a fact, end its name in -table.ts.',
    );
  const middle = median(files.filter(({ path }) => /^(site|playground-server)\//.test(path)));
  return middle <= maxMedianLines
    ? long
    : [
        ...long,
        `site/ and playground-server/ have a median of ${middle} lines a file, ` +
          `${maxMedianLines} at most: split the longest files first.`,
      ];
}

/** @param {readonly import('./source-files.mjs').SourceFile[]} files */
function median(files) {
  const counts = files.map(({ text }) => lineCount(text)).sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

/** @param {string} text */
function lineCount(text) {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

if (import.meta.main) {
  const complaints = oversizedFiles(
    sourceFiles(['site', 'playground-server', 'cli', 'scripts', 'tests']),
  );
  for (const line of complaints) console.error(line);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
