import { expect, it } from 'vitest';
import type { Conditions } from '../../../playground-server/protocol/index.ts';
import { impossibleRequest } from '../../../playground-server/run/impossible-request.ts';

const why = (conditions: Conditions, kernel?: string) =>
  impossibleRequest({ language: 'c', source: '', conditions, ...(kernel && { kernel }) });

it('nobody is root on the kernel that all share, by whichever name', () => {
  const shared = expect.stringContaining('Ask for one of your own');
  expect(why({ user: 'root' })).toEqual(shared);
  expect(why({ user: 'root' }, 'host')).toEqual(shared);
});

it('whoever it is to be, on a kernel of its own a program may be; on the shared one, nobody', () => {
  expect(why({ user: 'root' }, '6.1')).toBeNull();
  expect(why({ user: 'nobody' }, '6.1')).toBeNull();
  expect(why({ user: 'nobody' })).toBeNull();
});
