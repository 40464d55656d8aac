/** The kernel that a snippet runs on where it asks for none: that of the machine that serves. */
export const standardKernel = 'host';
