import { getCallSites } from 'node:util';

/** How a marked call is made; the numbers that decode/marked-call-sites.ts reads. */
export const conventions = { koffi: 0, libaio: 1 } as const;

/** The snippet's address for the module loader; it lies nowhere but in memory. */
export const snippetUrl = 'file:///work/snippet.ts';

/** Frames that are looked at: the snippet may call through a few functions of others. */
const framesAtMost = 32;

let mark = 0n;

/** Sets the number by which the tracer of this run recognises a mark. */
export function setMark(chosen: bigint): void {
  mark = chosen;
}

/**
 * Two arguments more than the called function takes: the mark, and the snippet's line with the
 * convention. As seventh integer and beyond they travel on the stack of the very call, on whatever
 * thread it is made, and cost the callee nothing (System V ABI x86-64, 3.2.3).
 */
export function markOfCaller(convention: keyof typeof conventions): [bigint, bigint] {
  const site = getCallSites(framesAtMost).find(({ scriptName }) => scriptName === snippetUrl);
  return [mark, BigInt(site?.lineNumber ?? 0) | (BigInt(conventions[convention]) << 32n)];
}
