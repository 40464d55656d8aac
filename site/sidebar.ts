import type { StarlightUserConfig } from '@astrojs/starlight/types';

/**
 * The manual's table of contents. A group lists the pages that exist below its folder, in the
 * order of their front matter: a new page needs no line here. The libaio pages (man3), the
 * structures (man5), the overview (man7) and the errno index become groups when they have pages.
 */
export const sidebar: StarlightUserConfig['sidebar'] = [
  {
    label: 'System calls',
    translations: { fr: 'Appels système', ru: 'Системные вызовы' },
    items: [{ autogenerate: { directory: 'man2' } }],
  },
];
