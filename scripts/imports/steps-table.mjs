// @ts-check
/**
 * A part of the project, lowest step first: folders and files below its root, `.` for the files that
 * stand directly in it. What stands lower may be imported; of what stands on the same step, only
 * types.
 *
 * Of the server, the others may know the folders that they name.
 *
 * @typedef {{ root: string, steps: readonly (readonly string[])[], beside: string, knows: readonly string[] }} Part
 */

/** @satisfies {Record<string, Part>} */
export const parts = {
  server: {
    root: 'playground-server',
    steps: [
      ['protocol', 'uapi', 'guest'],
      ['linux', 'redis', 'snippet'],
      ['links', 'compile', 'sandbox', 'tracer', 'decode'],
      ['run', 'results', 'config'],
      ['http', 'config.ts'],
      ['main.ts'],
    ],
    beside: 'run/ calls both',
    knows: [],
  },
  site: {
    root: 'site',
    steps: [
      ['facts'],
      ['words', 'markup', 'styles', 'vite'],
      ['playground/client', 'share'],
      ['recordings'],
      ['playground/view'],
      ['card'],
      [
        'playground/page',
        'reading',
        'no-script',
        'embed',
        'learn',
        'export',
        'compare',
        'status',
        'search',
        'strace',
      ],
      ['symbols', 'assistant'],
      ['components'],
      ['pages', '.'],
    ],
    beside: 'what both need stands below both',
    knows: ['protocol'],
  },
  cli: { root: 'cli', steps: [['.']], beside: '', knows: ['protocol', 'uapi'] },
};
