import { getCallSites } from 'node:util';

/** How a marked call is made: numbers that decode/lines/marked-call-sites.ts reads. */
export const conventions = { koffi: 0, libaio: 1 } as const;

/** The snippet's URL for the module loader; the file exists only in memory. */
export const snippetUrl = 'file:///work/snippet.ts';

/** Frames that are searched: the snippet may make the call through a few functions of others. */
const framesAtMost = 32;

let mark = 0n;

/** Sets the number by which the tracer of this run recognises a mark. */
export function setMark(chosen: bigint): void {
  mark = chosen;
}

/**
 * Two extra arguments for the called function: the mark, and the snippet's line combined with the
 * convention. As seventh and later integers they travel on the stack of that very call, whichever
 * thread makes it, and cost the callee nothing (System V ABI x86-64, 3.2.3).
 */
export function markOfCaller(convention: keyof typeof conventions): [bigint, bigint] {
  const site = getCallSites(framesAtMost).find(({ scriptName }) => scriptName === snippetUrl);
  return [mark, BigInt(site?.lineNumber ?? 0) | (BigInt(conventions[convention]) << 32n)];
}
