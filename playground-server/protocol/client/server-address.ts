/** The address of a server as somebody wrote it; null unless it is one of http or https. */
export function serverAddress(written: string): URL | null {
  if (!URL.canParse(written)) return null;
  const address = new URL(written);
  return /^https?:$/.test(address.protocol) ? address : null;
}
