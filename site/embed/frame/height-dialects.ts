/** What WordPress puts into the address of a frame, to know it by. */
const secretOf = (hash: string): string | undefined => /[#&?]secret=(\w+)/.exec(hash)?.[1];

/**
 * Tells the height to pages that do not speak our language, in the languages of those that put a
 * foreign frame there by themselves. Anybody may hear it: a height reveals nothing.
 */
export function sayHeightInDialects(heightPx: number): void {
  const secret = secretOf(location.hash);
  const dialects: unknown[] = [
    // AMP
    { sentinel: 'amp', type: 'embed-size', height: heightPx },
    // Embedly, and so Medium
    JSON.stringify({ src: location.href, context: 'iframe.resize', height: heightPx }),
    // Canvas and other learning platforms
    JSON.stringify({ subject: 'lti.frameResize', height: heightPx }),
  ];
  if (secret) dialects.push({ message: 'height', value: heightPx, secret });
  for (const message of dialects) parent.postMessage(message, '*');
}
