import {
  accessBits,
  accessChecks,
  linkBits,
  renameBits,
  unlinkBits,
} from '../../../uapi/x86-64/arguments/file-table.ts';
import { filledBuffer } from '../../kinds/buffers.ts';
import { flagTable } from '../../kinds/flag-table.ts';
import { descriptor, flags, long, mode, size } from '../../kinds/numbers.ts';
import { text } from '../../kinds/text.ts';
import { call, type Family } from '../family.ts';
import { directory } from './file-kinds.ts';

const check = flags(flagTable(accessChecks));
const twoPlaces = { olddirfd: directory, oldpath: text, newdirfd: directory, newpath: text };

/** Names of files, and what is done by them. */
export const namesFamily: Family = {
  id: 'names',
  tape: 'files',
  shown: 'own-line',
  calls: [
    call('access', 'fs/open.c; access(2)', { pathname: text, mode: check }),
    call('faccessat', 'fs/open.c; faccessat(2)', { dirfd: directory, pathname: text, mode: check }),
    call('faccessat2', 'fs/open.c; faccessat2(2)', {
      dirfd: directory,
      pathname: text,
      mode: check,
      flags: flags(flagTable(accessBits)),
    }),
    call('readlink', 'fs/stat.c; readlink(2)', { pathname: text, buf: filledBuffer, bufsiz: size }),
    call('readlinkat', 'fs/stat.c; readlinkat(2)', {
      dirfd: directory,
      pathname: text,
      buf: filledBuffer,
      bufsiz: size,
    }),
    call('truncate', 'fs/open.c; truncate(2)', { path: text, length: long }),
    call('mkdir', 'fs/namei.c; mkdir(2)', { pathname: text, mode }),
    call('mkdirat', 'fs/namei.c; mkdirat(2)', { dirfd: directory, pathname: text, mode }),
    call('rmdir', 'fs/namei.c; rmdir(2)', { pathname: text }),
    call('unlink', 'fs/namei.c; unlink(2)', { pathname: text }),
    call('unlinkat', 'fs/namei.c; unlinkat(2)', {
      dirfd: directory,
      pathname: text,
      flags: flags(flagTable(unlinkBits)),
    }),
    call('rename', 'fs/namei.c; rename(2)', { oldpath: text, newpath: text }),
    call('renameat', 'fs/namei.c; renameat(2)', twoPlaces),
    call('renameat2', 'fs/namei.c; renameat2(2)', {
      ...twoPlaces,
      flags: flags(flagTable(renameBits)),
    }),
    call('link', 'fs/namei.c; link(2)', { oldpath: text, newpath: text }),
    call('linkat', 'fs/namei.c; linkat(2)', { ...twoPlaces, flags: flags(flagTable(linkBits)) }),
    call('symlink', 'fs/namei.c; symlink(2)', { target: text, linkpath: text }),
    call('symlinkat', 'fs/namei.c; symlinkat(2)', {
      target: text,
      newdirfd: directory,
      linkpath: text,
    }),
    call('mknod', 'fs/namei.c; mknod(2)', { pathname: text, mode, dev: size }),
    call('mknodat', 'fs/namei.c; mknodat(2)', {
      dirfd: directory,
      pathname: text,
      mode,
      dev: size,
    }),
    call('chmod', 'fs/open.c; chmod(2)', { pathname: text, mode }),
    call('fchmod', 'fs/open.c; fchmod(2)', { fd: descriptor, mode }),
    call('fchmodat', 'fs/open.c; fchmodat(2)', { dirfd: directory, pathname: text, mode }),
    call('chdir', 'fs/open.c; chdir(2)', { path: text }),
    call('fchdir', 'fs/open.c; fchdir(2)', { fd: descriptor }),
    call('getcwd', 'fs/d_path.c; getcwd(2)', { buf: filledBuffer, size }),
    call('umask', 'kernel/sys.c; umask(2)', { mask: mode }),
  ],
};
