import { z } from 'zod';
import { allKernels, kernelIdSchema, standardKernel } from '../protocol/index.ts';

/** A kernel that an operator offers: one that the server knows, or the `linux.uml` at a path. */
export interface NamedKernel {
  id: string;
  path: string | null;
}

/** `6.1`, or `mine=/path/of/linux.uml`. */
function parseKernel(word: string): NamedKernel {
  const [id = '', ...path] = word.trim().split('=');
  return { id, path: path.length === 0 ? null : path.join('=') };
}

const named = z.object({
  id: kernelIdSchema.refine((id) => id !== standardKernel && id !== allKernels),
  path: z.string().startsWith('/').nullable(),
});

/** Kernels with commas between, the last one booted ahead of need; `off` for none. */
export const kernelList = z
  .string()
  .default('5.10,6.1,6.12,7.2')
  .transform((value) => (value === 'off' ? [] : value.split(',').map(parseKernel)))
  .refine(
    (kernels) => z.array(named).safeParse(kernels).success,
    'must be off, or kernels such as 6.1,7.2,mine=/opt/linux.uml',
  );
