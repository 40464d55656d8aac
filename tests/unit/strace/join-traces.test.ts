import { expect, it } from 'vitest';
import { joinTraces } from '../../../site/strace/join-traces.ts';

const first = [
  '1700000000.000001 io_setup(1, [0x7f01]) = 0 <0.000001>',
  '1700000000.000005 io_destroy(0x7f01) = 0 <0.000001>',
].join('\n');
const second = '1700000000.000003 io_setup(2, [0x7f02]) = 0 <0.000001>\n+++ exited with 0 +++\n';

it('interleaves the files of threads by the times of their lines, and names the thread of each', () => {
  const joined = joinTraces([
    { name: 'trace.txt.70', text: first },
    { name: 'trace.txt.71', text: second },
  ]);
  expect(joined.split('\n')).toEqual([
    '70 1700000000.000001 io_setup(1, [0x7f01]) = 0 <0.000001>',
    '71 1700000000.000003 io_setup(2, [0x7f02]) = 0 <0.000001>',
    '71 +++ exited with 0 +++',
    '70 1700000000.000005 io_destroy(0x7f01) = 0 <0.000001>',
  ]);
});

it('has one thread follow the other where times are missing, or since the line before', () => {
  const without = { name: 'a.1', text: 'io_setup(1, [0x7f01]) = 0\nio_destroy(0x7f01) = 0' };
  const since = (name: string) => ({
    name,
    text: '0.000200 read(3, "", 1) = 0\n0.000100 close(3) = 0',
  });
  for (const files of [
    [without, { name: 'a.2', text: second }],
    [since('a.1'), since('a.2')],
  ])
    expect(
      joinTraces(files)
        .split('\n')
        .map((line) => line[0]),
    ).toEqual(['1', '1', '2', '2']);
});

it('leaves a single file as it is, and lines alone that name their thread or are not strace’s', () => {
  expect(joinTraces([{ name: 'a.70', text: first }])).toBe(first);
  const odd = { name: 'b', text: '[pid 9] close(3) = 0\nKilled' };
  expect(joinTraces([odd, odd])).toBe('[pid 9] close(3) = 0\nKilled\n[pid 9] close(3) = 0\nKilled');
});
