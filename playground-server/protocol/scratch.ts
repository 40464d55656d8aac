/** What the working directory is on: memory, a disk of its own, or one with sectors of 4096 bytes. */
export const scratches = ['tmpfs', 'disk', 'disk-4k'] as const;
export type Scratch = (typeof scratches)[number];

/** What a run is told of each. */
export const fileSystems: Readonly<Record<Scratch, string>> = {
  tmpfs: 'tmpfs',
  disk: 'ext4',
  'disk-4k': 'ext4, sectors of 4096 bytes',
};
