/** The first bytes of data in hexadecimal, at most so many. */
export function bytesOfHex(hex: string, most: number): Uint8Array {
  const bytes = new Uint8Array(Math.min(hex.length / 2, most));
  for (let at = 0; at < bytes.length; at++)
    bytes[at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}
