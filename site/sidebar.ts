import type { StarlightUserConfig } from '@astrojs/starlight/types';

/**
 * The manual's table of contents. A group lists the pages that exist below its folder, in the
 * order of their front matter: a new page needs no line here.
 */
export const sidebar: StarlightUserConfig['sidebar'] = [
  'playground',
  {
    label: 'Overview',
    translations: { fr: 'Vue d’ensemble', ru: 'Обзор' },
    items: [{ autogenerate: { directory: 'man7' } }],
  },
  {
    label: 'System calls',
    translations: { fr: 'Appels système', ru: 'Системные вызовы' },
    items: [{ autogenerate: { directory: 'man2' } }],
  },
  {
    label: 'Structures',
    translations: { fr: 'Structures', ru: 'Структуры' },
    items: [{ autogenerate: { directory: 'man2type' } }],
  },
  {
    label: 'Library',
    translations: { fr: 'Bibliothèque', ru: 'Библиотека' },
    items: [{ autogenerate: { directory: 'man3' } }],
  },
  {
    label: 'Across the pages',
    translations: { fr: 'D’une page à l’autre', ru: 'По всем страницам' },
    items: ['errnos', 'corrections', 'embedding'],
  },
];
