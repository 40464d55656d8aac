import {
  messageBits,
  shutdownSides,
  socketBits,
  socketFamilies,
  socketLevels,
  socketOptions,
  socketTypes,
} from '../../../uapi/x86-64/arguments/socket-table.ts';
import { msghdr } from '../../../uapi/x86-64/arguments/struct-table.ts';
import { filledBuffer, givenBuffer } from '../../kinds/buffers.ts';
import { choice, constant } from '../../kinds/constants.ts';
import { flagTable } from '../../kinds/flag-table.ts';
import { descriptor, flags, int, pointer, size, unsigned } from '../../kinds/numbers.ts';
import { structure, words } from '../../kinds/structures.ts';
import { descriptorValue, pointerValue } from '../../make-value.ts';
import { call, type Family } from '../family.ts';
import { socketAddress } from './socket-address.ts';

const sockfd = descriptor;
const domain = constant(socketFamilies);
/** SOCK_TYPE_MASK of linux/net.h */
const type = choice(socketTypes, 0xfn, socketBits);
const messageFlags = flags(flagTable(messageBits));
const found = { addr: socketAddress('filled'), addrlen: words('s32', 'filled', { count: 1 }) };
const given = { addr: socketAddress('given'), addrlen: int };
const message = structure(msghdr, 'given', {
  msg_name: pointerValue,
  msg_iov: pointerValue,
  msg_control: pointerValue,
});
const option = { level: constant(socketLevels), optname: constant(socketOptions) };

/** Sockets. */
export const socketsFamily: Family = {
  id: 'sockets',
  tape: 'files',
  shown: 'own-line',
  calls: [
    call('socket', 'net/socket.c; socket(2)', { domain, type, protocol: int }),
    call('socketpair', 'net/socket.c; socketpair(2)', {
      domain,
      type,
      protocol: int,
      sv: words('s32', 'filled', { count: 2 }, (name, value) => descriptorValue(name, value)),
    }),
    call('bind', 'net/socket.c; bind(2)', { sockfd, ...given }),
    call('listen', 'net/socket.c; listen(2)', { sockfd, backlog: int }),
    call('accept', 'net/socket.c; accept(2)', { sockfd, ...found }),
    call('accept4', 'net/socket.c; accept4(2)', {
      sockfd,
      ...found,
      flags: flags(flagTable(socketBits)),
    }),
    call('connect', 'net/socket.c; connect(2)', { sockfd, ...given }),
    call('shutdown', 'net/socket.c; shutdown(2)', { sockfd, how: constant(shutdownSides) }),
    call('getsockname', 'net/socket.c; getsockname(2)', { sockfd, ...found }),
    call('getpeername', 'net/socket.c; getpeername(2)', { sockfd, ...found }),
    call('sendto', 'net/socket.c; sendto(2)', {
      sockfd,
      buf: givenBuffer({ length: 2 }),
      size,
      flags: messageFlags,
      dest_addr: socketAddress('given'),
      addrlen: int,
    }),
    call('recvfrom', 'net/socket.c; recvfrom(2)', {
      sockfd,
      buf: filledBuffer,
      size,
      flags: messageFlags,
      src_addr: socketAddress('filled'),
      addrlen: words('s32', 'filled', { count: 1 }),
    }),
    call('sendmsg', 'net/socket.c; sendmsg(2)', { sockfd, msg: message, flags: messageFlags }),
    call('recvmsg', 'net/socket.c; recvmsg(2)', { sockfd, msg: message, flags: messageFlags }),
    call('getsockopt', 'net/socket.c; getsockopt(2)', {
      sockfd,
      ...option,
      optval: pointer,
      optlen: words('s32', 'filled', { count: 1 }),
    }),
    call('setsockopt', 'net/socket.c; setsockopt(2)', {
      sockfd,
      ...option,
      optval: pointer,
      optlen: unsigned,
    }),
  ],
};
