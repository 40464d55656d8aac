/** Ids of kernels, as requests name them. The page reads this without the schemas around it. */
export const kernelIdPattern = /^[a-z0-9][a-z0-9.-]{0,31}$/;
