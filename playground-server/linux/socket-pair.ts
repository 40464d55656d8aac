import koffi from 'koffi';
import { errnos } from '../uapi/errno-table.ts';
import {
  messageBits,
  socketBits,
  socketFamilies,
  socketLevels,
  socketTypes,
} from '../uapi/x86-64/arguments/socket-table.ts';
import { lastErrno, libc, LibcError } from './libc.ts';

const socketpair = libc.func(
  'int socketpair(int family, int type, int protocol, _Out_ int *sockets)',
);
const sendmsg = libc.func('long sendmsg(int socket, void *message, int flags)');

/** Two connected stream sockets, unix(7). */
export interface SocketPair {
  ours: number;
  theirs: number;
}

/** For a process that is to be sent descriptors. Both ends block. Throws LibcError. */
export function openSocketPair(): SocketPair {
  const sockets = [0, 0];
  const type = socketTypes.SOCK_STREAM | socketBits.SOCK_CLOEXEC;
  if ((socketpair(socketFamilies.AF_UNIX, type, 0, sockets) as number) === -1)
    throw new LibcError('socketpair');
  const [ours, theirs] = sockets as [number, number];
  return { ours, theirs };
}

/** cmsg(3): a length, a level and a type, then the descriptors; sizes are multiples of a word. */
const SCM_RIGHTS = 1;
const headBytes = 16;
const word = 8;

/** struct msghdr of x86-64: seven words, of which the first two are the peer's name. */
const messageWords = 7;

/**
 * Sends one byte and copies of descriptors; the receiver gets all or none. Does not block: throws
 * LibcError EAGAIN if nobody has received the messages before, and EPIPE if nobody will.
 */
export function sendDescriptors(
  socket: number,
  byte: number,
  descriptors: readonly number[],
): void {
  const length = headBytes + 4 * descriptors.length;
  const control = Buffer.alloc(Math.ceil(length / word) * word);
  control.writeBigUInt64LE(BigInt(length), 0);
  control.writeInt32LE(socketLevels.SOL_SOCKET, 8);
  control.writeInt32LE(SCM_RIGHTS, 12);
  descriptors.forEach((fd, index) => control.writeInt32LE(fd, headBytes + 4 * index));
  const data = Uint8Array.of(byte);
  const pieces = BigUint64Array.of(koffi.address(data), BigInt(data.length));
  const message = new BigUint64Array(messageWords);
  message.set([koffi.address(pieces), 1n, koffi.address(control), BigInt(control.length)], 2);
  const flags = messageBits.MSG_DONTWAIT | messageBits.MSG_NOSIGNAL;
  while (Number(sendmsg(socket, message, flags)) === -1) {
    if (lastErrno() !== errnos.EINTR) throw new LibcError('sendmsg');
  }
}
