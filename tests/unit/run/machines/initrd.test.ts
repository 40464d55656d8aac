import { expect, it } from 'vitest';
import { packInitrd } from '../../../../playground-server/run/machines/initrd.ts';

/** Reads an archive as usr/gen_init_cpio.c writes it: cpio(5), "New ASCII Format". */
function unpack(archive: Buffer): Record<'name' | 'mode' | 'content' | 'device', string>[] {
  const members = [];
  for (let at = 0; at < archive.length;) {
    const field = (index: number) =>
      Number.parseInt(archive.toString('latin1', at + 6 + 8 * index, at + 14 + 8 * index), 16);
    expect(archive.toString('latin1', at, at + 6)).toBe('070701');
    const [mode, size, nameSize] = [field(1), field(6), field(11)];
    const name = archive.toString('latin1', at + 110, at + 110 + nameSize - 1);
    const begin = at + ((110 + nameSize + 3) & ~3);
    const content = archive.toString('latin1', begin, begin + size);
    const device = `${field(9)}:${field(10)}`;
    members.push({ name, mode: mode.toString(8), content, device });
    at = begin + ((size + 3) & ~3);
  }
  return members;
}

it('packs folders, files, links and devices, whatever their lengths, and ends with a trailer', () => {
  const files = Array.from({ length: 6 }, (_, length) => 'x'.repeat(length));
  const archive = packInitrd([
    { kind: 'directory', path: '/lib' },
    ...files.map((content) => ({
      kind: 'file' as const,
      path: `/lib/${content}`,
      mode: 0o555 as const,
      content: Buffer.from(content),
    })),
    { kind: 'link', path: '/lib/link', to: '/lib/x' },
    { kind: 'device', path: '/lib/null', of: 'characters', mode: 0o666, numbers: [1, 3] },
    { kind: 'device', path: '/lib/disk', of: 'blocks', mode: 0o600, numbers: [98, 16] },
  ]);
  expect(archive.length % 4).toBe(0);
  expect(unpack(archive)).toEqual([
    { name: 'lib', mode: '40755', content: '', device: '0:0' },
    ...files.map((content) => ({ name: `lib/${content}`, mode: '100555', content, device: '0:0' })),
    { name: 'lib/link', mode: '120777', content: '/lib/x', device: '0:0' },
    { name: 'lib/null', mode: '20666', content: '', device: '1:3' },
    { name: 'lib/disk', mode: '60600', content: '', device: '98:16' },
    { name: 'TRAILER!!!', mode: '0', content: '', device: '0:0' },
  ]);
});
