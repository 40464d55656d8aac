import {
  languageTable,
  standardKernel,
  type Conditions,
  type Limits,
  type RunRequest,
} from '../protocol/index.ts';

/** Why no machine could run a well-formed request, or null. */
export function impossibleRequest({
  language,
  conditions,
  kernel = standardKernel,
  stdin,
}: RunRequest): string | null {
  if (kernel === standardKernel && conditions?.user === 'root')
    return 'Nobody is root on the kernel that all readers share. Ask for one of your own, as "kernel".';
  if (stdin !== undefined && !languageTable[language].readsStdin)
    return 'The standard input of Node brings the snippet itself. Ask for "stdin" with a C snippet.';
  const without: Partial<Record<keyof Conditions, string>> = languageTable[language].without;
  const asked = Object.keys(conditions ?? {}) as (keyof Conditions)[];
  return asked.map((condition) => without[condition]).find((why) => why !== undefined) ?? null;
}

/** Why this host cannot give a program the address space that a request asks for, or null. */
export function tooMuchMemory(
  { conditions }: RunRequest,
  { addressSpaceBytes = Infinity }: Limits,
): string | null {
  const most = addressSpaceBytes / 1024 / 1024;
  if ((conditions?.addressSpaceMiB ?? 0) <= most) return null;
  return `This server bounds the address space of a program at ${most} MiB, since it may not make control groups.`;
}
