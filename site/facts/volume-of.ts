import type { UiKey } from './ui-strings-schema.ts';

const volumes: Readonly<Record<string, UiKey>> = {
  man2: 'manual.systemCalls',
  man2type: 'manual.structures',
  man3: 'manual.libraries',
  man7: 'manual.overview',
};

/** The name of the manual's part to which a page such as `en/man2/io_setup` belongs. */
export const volumeOf = (id: string): UiKey | undefined => volumes[id.split('/').at(-2) ?? ''];
