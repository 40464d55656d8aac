/** Size of a picture that this site has drawn as SVG, in pixels. */
export function cardSize(card: string): { width: number; height: number } {
  const [, width = 0, height = 0] = /width="(\d+)"\s+height="(\d+)"/.exec(card) ?? [];
  return { width: Number(width), height: Number(height) };
}
