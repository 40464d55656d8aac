import { describe, expect, it } from 'vitest';
import { exampleIds, readVariants } from '../../scripts/record/read-variants.ts';

/** Of requests, and younger than io_submit: an older kernel refuses them, and delivers no event. */
const flag = /\bRWF_\w+|\bIOCB_FLAG_IOPRIO\b/;
/** A wait for an event without an end to it. */
const endlessWait = /io_p?getevents\b[^;]*\bNULL\)/;
const ignoredAnswer = /^\s*(?:syscall\(SYS_)?io_submit\b/m;

const waiting = exampleIds()
  .flatMap(readVariants)
  .filter(({ source }) => flag.test(source) && endlessWait.test(source));

describe('an example that waits for a request with a flag', () => {
  it('is a case that there is', () => {
    expect(waiting.map(({ id }) => id)).toContain('iocb-nosignal');
  });

  it.for(waiting)(
    '$id ($lens) does not wait for ever where the flag is not known',
    ({ source }) => {
      expect(source).not.toMatch(ignoredAnswer);
    },
  );
});
