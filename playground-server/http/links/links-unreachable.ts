import { reject } from '../../snippet/rejection.ts';

/** The shared store is away, perhaps only for a moment: nothing is known of any link. */
export const linksUnreachable = {
  ...reject(
    'links-unreachable',
    'Short links cannot be reached at the moment. A permalink carries the whole snippet.',
  ),
  retryAfterSeconds: 10,
};
