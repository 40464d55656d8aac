/**
 * Address of a function's definition in the kernel's source, on Elixir, which keeps every release.
 *
 * @param release of Linux, such as `6.18`
 */
export const kernelSource = (name: string, release: string): string =>
  `https://elixir.bootlin.com/linux/v${release}/A/ident/${name}`;
