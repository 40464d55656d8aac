/** Calls that return where something is in memory: mmap(2), mremap(2), brk(2), shmat(2). */
const returnAddresses: ReadonlySet<string> = new Set(['mmap', 'mremap', 'brk', 'shmat']);

/** What a call returned, as strace(1) writes it: an address in hexadecimal. @param returned in decimal */
export const printReturned = (name: string, returned: string): string =>
  returnAddresses.has(name) && !returned.startsWith('-')
    ? `0x${BigInt(returned).toString(16)}`
    : returned;
