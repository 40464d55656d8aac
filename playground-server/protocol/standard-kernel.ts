/** The kernel that a snippet runs on where it asks for none: that of the machine that serves. */
export const standardKernel = 'host';

/** In links: the reader compares all kernels. No kernel is called so. */
export const allKernels = 'all';
