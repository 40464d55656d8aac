/** A file or a directory of a machine's first root, whose folders have to come before what is in them. */
export type InitrdEntry =
  | { kind: 'directory'; path: string }
  | { kind: 'file'; path: string; mode: 0o444 | 0o555; content: Uint8Array };

const isDirectory = 0o040000;
const isFile = 0o100000;
const alignment = 4;

/** Packs entries as the kernel unpacks them: Documentation/driver-api/early-userspace/buffer-format.rst. */
export function packInitrd(entries: readonly InitrdEntry[]): Buffer {
  const members = entries.map((entry, index) => {
    const { path } = entry;
    return entry.kind === 'directory'
      ? packMember({ path, mode: isDirectory | 0o755, inode: index + 1 }, new Uint8Array())
      : packMember({ path, mode: isFile | entry.mode, inode: index + 1 }, entry.content);
  });
  const trailer = packMember({ path: 'TRAILER!!!', mode: 0, inode: 0 }, new Uint8Array());
  return Buffer.concat([...members, trailer]);
}

interface Head {
  path: string;
  mode: number;
  inode: number;
}

/** A header of thirteen numbers of eight hexadecimal digits, the name, the content. */
function packMember({ path, mode, inode }: Head, content: Uint8Array): Buffer {
  const name = Buffer.from(`${path.replace(/^\//, '')}\0`);
  const owner = [0, 0];
  const links = 1;
  const time = 0;
  const devices = [0, 0, 0, 0];
  const checksum = 0;
  const numbers = [inode, mode, ...owner, links, time, content.length, ...devices, name.length];
  const digits = [...numbers, checksum].map((number) => number.toString(16).padStart(8, '0'));
  const head = Buffer.concat([Buffer.from(`070701${digits.join('')}`), name]);
  return Buffer.concat([padded(head), padded(content)]);
}

const padded = (bytes: Uint8Array): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(-bytes.length & (alignment - 1))]);
