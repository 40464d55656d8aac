/** E8 rel32. */
const nearCallBytes = 5;
const nearCallOpcode = 0xe8;
/** FF /2: call through a register or memory, 2 to 7 bytes without prefixes. */
const indirectCallOpcode = 0xff;
const longestIndirectCall = 7;

/**
 * Length of the call instruction that `code` ends with, or null when it ends with none. x86 cannot
 * be read backwards for certain, so each length is tried. Source: Intel SDM volume 2, CALL and
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

/** Where the direct call that ends `code` leads to, `next` being the address behind it; else null. */
export function callTarget(code: Uint8Array, next: bigint): bigint | null {
  const start = code.length - nearCallBytes;
  if (code[start] !== nearCallOpcode) return null;
  const view = new DataView(code.buffer, code.byteOffset, code.byteLength);
  return BigInt.asUintN(64, next + BigInt(view.getInt32(start + 1, true)));
}

/** Length that ModR/M and SIB demand of FF /2, or null when the reg field is not 2. */
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
