import type { Convention } from './call-schema.ts';

/** What a C program must contain to make the call in this way. */
export const conventionCode = ({ includes, declarations, invocation }: Convention): string =>
  [...includes.map((file) => `#include <${file}>`), '', ...declarations, invocation].join('\n');
