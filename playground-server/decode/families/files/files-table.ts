import {
  closeRangeBits,
  controlRequests,
  diskRequests,
  fallocateBits,
  fileAdvice,
  lockBits,
  memfdBits,
  seekOrigins,
  statBits,
  statxMask,
  syncRangeBits,
} from '../../../uapi/x86-64/arguments/file-table.ts';
import { openHow } from '../../../uapi/x86-64/arguments/struct-table.ts';
import { readWriteFlags } from '../../../uapi/aio-table.ts';
import { filledBuffer, givenBuffer, iovecs } from '../../kinds/buffers.ts';
import { constant } from '../../kinds/constants.ts';
import { flagTable } from '../../kinds/flag-table.ts';
import {
  descriptor,
  flags,
  int,
  long,
  mode,
  pointer,
  size,
  unsigned,
} from '../../kinds/numbers.ts';
import { structure, words } from '../../kinds/structures.ts';
import { text } from '../../kinds/text.ts';
import { call, type Family } from '../family.ts';
import {
  directory,
  fcntlArgument,
  fcntlCommand,
  fileFacts,
  manyFileFacts,
  modeIfMade,
  octal,
  openFlags,
} from './file-kinds.ts';

const fd = descriptor;
const rwFlags = flags(flagTable(readWriteFlags));
const statFlags = flags(flagTable(statBits));
const place = words('s64', 'given', { count: 1 });

/** splice(2) and its like; the header that names them is not the kernel's for programs. */
const spliceFlags = flags(
  flagTable({
    SPLICE_F_MOVE: 1,
    SPLICE_F_NONBLOCK: 2,
    SPLICE_F_MORE: 4,
    SPLICE_F_GIFT: 8,
  }),
);

/** Positions of preadv(2) come in two halves, of which the second is 0 on x86-64. */
const vectored = (data: 'data' | 'room') => ({
  fd,
  iov: iovecs(data, { count: 2 }),
  iovcnt: int,
});

/** Open files, and what is done through their descriptors. */
export const filesFamily: Family = {
  id: 'files',
  tape: 'files',
  shown: 'own-line',
  calls: [
    call('open', 'fs/open.c; open(2)', { pathname: text, flags: openFlags, mode: modeIfMade(1) }),
    call('openat', 'fs/open.c; openat(2)', {
      dirfd: directory,
      pathname: text,
      flags: openFlags,
      mode: modeIfMade(2),
    }),
    call('openat2', 'fs/open.c; openat2(2)', {
      dirfd: directory,
      pathname: text,
      how: structure(openHow, 'given', {
        flags: (name, value, view) =>
          openFlags.decode(name, value, { ...view, registers: [], result: null }),
        mode: octal,
      }),
      size,
    }),
    call('creat', 'fs/open.c; creat(2)', { pathname: text, mode }),
    call('close', 'fs/open.c; close(2)', { fd }),
    call('close_range', 'fs/file.c; close_range(2)', {
      first: unsigned,
      last: unsigned,
      flags: flags(flagTable(closeRangeBits)),
    }),
    call('read', 'fs/read_write.c; read(2)', { fd, buf: filledBuffer, count: size }),
    call('write', 'fs/read_write.c; write(2)', {
      fd,
      buf: givenBuffer({ length: 2 }),
      count: size,
    }),
    call('pread64', 'fs/read_write.c; pread(2)', {
      fd,
      buf: filledBuffer,
      count: size,
      offset: long,
    }),
    call('pwrite64', 'fs/read_write.c; pwrite(2)', {
      fd,
      buf: givenBuffer({ length: 2 }),
      count: size,
      offset: long,
    }),
    call('readv', 'fs/read_write.c; readv(2)', vectored('room')),
    call('writev', 'fs/read_write.c; writev(2)', vectored('data')),
    call('preadv', 'fs/read_write.c; preadv(2)', { ...vectored('room'), offset: long }),
    call('pwritev', 'fs/read_write.c; pwritev(2)', { ...vectored('data'), offset: long }),
    call('preadv2', 'fs/read_write.c; preadv2(2)', {
      ...vectored('room'),
      offset: long,
      pos_h: long,
      flags: rwFlags,
    }),
    call('pwritev2', 'fs/read_write.c; pwritev2(2)', {
      ...vectored('data'),
      offset: long,
      pos_h: long,
      flags: rwFlags,
    }),
    call('lseek', 'fs/read_write.c; lseek(2)', { fd, offset: long, whence: constant(seekOrigins) }),
    call('fsync', 'fs/sync.c; fsync(2)', { fd }),
    call('fdatasync', 'fs/sync.c; fdatasync(2)', { fd }),
    call('sync_file_range', 'fs/sync.c; sync_file_range(2)', {
      fd,
      offset: long,
      nbytes: long,
      flags: flags(flagTable(syncRangeBits)),
    }),
    call('ftruncate', 'fs/open.c; ftruncate(2)', { fd, length: long }),
    call('fallocate', 'fs/open.c; fallocate(2)', {
      fd,
      mode: flags(flagTable(fallocateBits)),
      offset: long,
      len: long,
    }),
    call('fadvise64', 'mm/fadvise.c; posix_fadvise(2)', {
      fd,
      offset: long,
      len: long,
      advice: constant(fileAdvice),
    }),
    call('readahead', 'mm/readahead.c; readahead(2)', { fd, offset: long, count: size }),
    call('fcntl', 'fs/fcntl.c; fcntl(2)', { fd, op: fcntlCommand, arg: fcntlArgument }),
    call('flock', 'fs/locks.c; flock(2)', { fd, op: flags(flagTable(lockBits)) }),
    call('dup', 'fs/file.c; dup(2)', { oldfd: fd }),
    call('dup2', 'fs/file.c; dup2(2)', { oldfd: fd, newfd: fd }),
    call('dup3', 'fs/file.c; dup3(2)', { oldfd: fd, newfd: fd, flags: openFlags }),
    call('fstat', 'fs/stat.c; fstat(2)', { fd, statbuf: fileFacts }),
    call('stat', 'fs/stat.c; stat(2)', { pathname: text, statbuf: fileFacts }),
    call('lstat', 'fs/stat.c; lstat(2)', { pathname: text, statbuf: fileFacts }),
    call('newfstatat', 'fs/stat.c; fstatat(2)', {
      dirfd: directory,
      pathname: text,
      statbuf: fileFacts,
      flags: statFlags,
    }),
    call('statx', 'fs/stat.c; statx(2)', {
      dirfd: directory,
      pathname: text,
      flags: statFlags,
      mask: flags(flagTable(statxMask)),
      statxbuf: manyFileFacts,
    }),
    call('statfs', 'fs/statfs.c; statfs(2)', { path: text, buf: pointer }),
    call('fstatfs', 'fs/statfs.c; fstatfs(2)', { fd, buf: pointer }),
    call('getdents64', 'fs/readdir.c; getdents64(2)', { fd, dirp: pointer, count: unsigned }),
    call('ioctl', 'fs/ioctl.c; ioctl(2)', {
      fd,
      op: constant({ ...controlRequests, ...diskRequests }),
      argp: pointer,
    }),
    call('sendfile', 'fs/read_write.c; sendfile(2)', {
      out_fd: fd,
      in_fd: fd,
      offset: place,
      count: size,
    }),
    call('splice', 'fs/splice.c; splice(2)', {
      fd_in: fd,
      off_in: place,
      fd_out: fd,
      off_out: place,
      size,
      flags: spliceFlags,
    }),
    call('tee', 'fs/splice.c; tee(2)', { fd_in: fd, fd_out: fd, size, flags: spliceFlags }),
    call('vmsplice', 'fs/splice.c; vmsplice(2)', {
      fd,
      iov: iovecs('data', { count: 2 }),
      nr_segs: size,
      flags: spliceFlags,
    }),
    call('copy_file_range', 'fs/read_write.c; copy_file_range(2)', {
      fd_in: fd,
      off_in: place,
      fd_out: fd,
      off_out: place,
      size,
      flags: unsigned,
    }),
    call('memfd_create', 'mm/memfd.c; memfd_create(2)', {
      name: text,
      flags: flags(flagTable(memfdBits)),
    }),
  ],
};
