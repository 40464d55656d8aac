import { expect, it } from 'vitest';
import { faultMessage, withoutPaths } from '../../../playground-server/run/fault-message.ts';

const again = 'Nothing is wrong with the snippet: run it again in a moment.';

it('names what the machine has run out of', () => {
  const error = Object.assign(new Error('ENOSPC: write /srv/work/x'), { code: 'ENOSPC' });
  expect(faultMessage(error)).toBe(`The disk of the server's work directory is full. ${again}`);
});

it.each([new Error('bwrap: cannot open /srv/live-man/root'), 'text with /srv/live-man', undefined])(
  'repeats nothing of what an unknown error says: %s',
  (error) => {
    expect(faultMessage(error)).toBe(`The playground failed at this; its log says why. ${again}`);
  },
);

it.each([
  ["EACCES: mkdtemp '/proc/live-man-1-x'", "EACCES: mkdtemp '…'"],
  ["bwrap: Can't find source path /srv/live man/x", "bwrap: Can't find source path … man/x"],
  ['No permission to create a namespace; see user_namespaces(7)', null],
  ['apt-get install gcc and/or clang', null],
])('takes the paths out of what anybody may read: %s', (text, without) => {
  expect(withoutPaths(text)).toBe(without ?? text);
});
