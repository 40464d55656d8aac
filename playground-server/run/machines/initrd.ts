/** A member of a machine's first root, whose folders have to come before what is in them. */
export type InitrdEntry =
  | { kind: 'directory'; path: string }
  | { kind: 'file'; path: string; mode: 0o400 | 0o444 | 0o555; content: Uint8Array }
  | { kind: 'link'; path: string; to: string }
  | {
      kind: 'device';
      path: string;
      of: 'characters' | 'blocks';
      mode: number;
      numbers: [number, number];
    };

/** Kinds of files; inode(7). */
const isDirectory = 0o040000;
const isFile = 0o100000;
const isLink = 0o120000;
const isDevice = { characters: 0o020000, blocks: 0o060000 };
const alignment = 4;

/** Packs entries as the kernel unpacks them: Documentation/driver-api/early-userspace/buffer-format.rst. */
export function packInitrd(entries: readonly InitrdEntry[]): Buffer {
  const members = entries.map((entry, index) => packMember(index + 1, memberOf(entry)));
  const trailer = packMember(0, { path: 'TRAILER!!!', mode: 0 });
  return Buffer.concat([...members, trailer]);
}

interface Member {
  path: string;
  mode: number;
  content?: Uint8Array;
  /** major and minor number of a device */
  numbers?: [number, number];
}

function memberOf(entry: InitrdEntry): Member {
  const { path } = entry;
  switch (entry.kind) {
    case 'directory':
      return { path, mode: isDirectory | 0o755 };
    case 'file':
      return { path, mode: isFile | entry.mode, content: entry.content };
    case 'link':
      return { path, mode: isLink | 0o777, content: Buffer.from(entry.to) };
    case 'device':
      return { path, mode: isDevice[entry.of] | entry.mode, numbers: entry.numbers };
  }
}

/** A header of thirteen numbers of eight hexadecimal digits, the name, the content. */
function packMember(inode: number, member: Member): Buffer {
  const { path, mode, content = new Uint8Array(), numbers: itsNumbers = [0, 0] } = member;
  const name = Buffer.from(`${path.replace(/^\//, '')}\0`);
  const owner = [0, 0];
  const links = 1;
  const time = 0;
  const place = [0, 0];
  const checksum = 0;
  const numbers = [
    ...[inode, mode, ...owner, links, time, content.length],
    ...[...place, ...itsNumbers, name.length, checksum],
  ];
  const digits = numbers.map((number) => number.toString(16).padStart(8, '0'));
  const head = Buffer.concat([Buffer.from(`070701${digits.join('')}`), name]);
  return Buffer.concat([padded(head), padded(content)]);
}

const padded = (bytes: Uint8Array): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(-bytes.length & (alignment - 1))]);
