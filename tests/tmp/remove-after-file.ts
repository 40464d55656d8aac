import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './temporary-folder.ts';

// Registered before any hook of the file, and so the last to run: engines have closed by then.
afterAll(removeTemporaryFolders);
