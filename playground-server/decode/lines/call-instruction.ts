/** E8 rel32. */
const nearCallBytes = 5;
const nearCallOpcode = 0xe8;
/** FF /2: call through a register or memory, 2 to 7 bytes without prefixes. */
const indirectCallOpcode = 0xff;
const longestIndirectCall = 7;

/**
 * Length of the call instruction at the end of `code`, or null if there is none. x86 code cannot be
 * read backwards with certainty, so each length is tried. Source: Intel SDM volume 2, CALL and
 * table 2-2 (ModR/M).
 */
export function callLength(code: Uint8Array): number | null {
  if (code[code.length - nearCallBytes] === nearCallOpcode) return nearCallBytes;
  for (let length = 2; length <= longestIndirectCall; length++) {
    const start = code.length - length;
    if (code[start] !== indirectCallOpcode) continue;
    if (indirectCallLength(code[start + 1] ?? 0, code[start + 2] ?? 0) === length) return length;
  }
  return null;
}

/**
 * Target of the direct call at the end of `code`, or null; `next` is the address after the call.
 */
export function callTarget(code: Uint8Array, next: bigint): bigint | null {
  const start = code.length - nearCallBytes;
  if (code[start] !== nearCallOpcode) return null;
  const view = new DataView(code.buffer, code.byteOffset, code.byteLength);
  return BigInt.asUintN(64, next + BigInt(view.getInt32(start + 1, true)));
}

/** Length of FF /2 according to ModR/M and SIB, or null if the reg field is not 2. */
function indirectCallLength(modrm: number, sib: number): number | null {
  if (((modrm >> 3) & 7) !== 2) return null;
  const mod = modrm >> 6;
  if (mod === 3) return 2;
  const rm = modrm & 7;
  const hasSib = rm === 4;
  const wideDisplacement = mod === 2 || (mod === 0 && (rm === 5 || (hasSib && (sib & 7) === 5)));
  const displacement = mod === 1 ? 1 : wideDisplacement ? 4 : 0;
  return 2 + (hasSib ? 1 : 0) + displacement;
}
