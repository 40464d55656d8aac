import { pictureSize } from '../../playground-server/protocol/picture.ts';

/**
 * What the head of a page says of the picture that other sites show for it (https://ogp.me).
 * @param address with its origin, as nobody resolves a path
 * @param alt what is on it, for those who do not see it
 */
export const pictureMeta = (
  address: string,
  alt: string,
): { property: string; content: string }[] => [
  { property: 'og:image', content: address },
  { property: 'og:image:type', content: 'image/png' },
  { property: 'og:image:width', content: String(pictureSize.width) },
  { property: 'og:image:height', content: String(pictureSize.height) },
  { property: 'og:image:alt', content: alt },
];
