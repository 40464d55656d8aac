/** Where the sandbox has the modules of guest/ without their types, below their own paths. */
export const strippedFolder = '/stripped';
