import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { useSandboxes } from './harness.ts';

const { runC } = useSandboxes();

it('has no interface but a loopback of its own, and no route', async () => {
  const run = await runC(`
    int main(void) {
      FILE *devices = fopen("/proc/net/dev", "r");
      char line[256];
      while (devices && fgets(line, sizeof line, devices)) {
        char *colon = strchr(line, ':');
        if (!colon) continue;
        *colon = 0;
        printf("interface:%s\\n", line + strspn(line, " "));
      }
      FILE *routes = fopen("/proc/net/route", "r");
      int rows = 0;
      while (routes && fgets(line, sizeof line, routes)) rows += 1;
      printf("routes: %d\\n", rows - 1);
    }`);
  expect(run.stdout).toBe('interface:lo\nroutes: 0\n');
});

it('reaches nobody: not the host, not the world, not a name server', async () => {
  const run = await runC(`
    #include <arpa/inet.h>
    #include <sys/socket.h>
    static void reach(const char *address, int port, int type) {
      struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(port) };
      inet_pton(AF_INET, address, &to.sin_addr);
      int fd = socket(AF_INET, type, 0);
      TRY(address, connect(fd, (struct sockaddr *)&to, sizeof to));
      close(fd);
    }
    int main(void) {
      reach("127.0.0.1", 4321, SOCK_STREAM);
      reach("1.1.1.1", 443, SOCK_STREAM);
      reach("8.8.8.8", 53, SOCK_DGRAM);
      reach("169.254.169.254", 80, SOCK_STREAM);
      struct sockaddr_in6 six = { .sin6_family = AF_INET6, .sin6_port = htons(443) };
      inet_pton(AF_INET6, "2606:4700:4700::1111", &six.sin6_addr);
      TRY("ipv6", connect(socket(AF_INET6, SOCK_STREAM, 0), (struct sockaddr *)&six, sizeof six));
    }`);
  expect(run.answers).toEqual({
    // Its own loopback answers that nobody listens.
    '127.0.0.1': 'ECONNREFUSED',
    '1.1.1.1': 'ENETUNREACH',
    '8.8.8.8': 'ENETUNREACH',
    '169.254.169.254': 'ENETUNREACH',
    ipv6: expect.stringMatching(/^(ENETUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT)$/),
  });
  expect(run.outcome).toEqual({ kind: 'exited', status: 0 });
});

it('does not reach a server that listens on the loopback of the host', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let visitors = 0;
  server.on('connection', () => (visitors += 1));
  const run = await runC(`
    #include <arpa/inet.h>
    int main(void) {
      struct sockaddr_in to = { AF_INET, htons(${port}), { htonl(INADDR_LOOPBACK) } };
      TRY("connect", connect(socket(AF_INET, SOCK_STREAM, 0), (struct sockaddr *)&to, sizeof to));
    }`);
  server.close();
  expect(run.answers).toEqual({ connect: 'ECONNREFUSED' });
  expect(visitors).toBe(0);
});

it('cannot change its interface', async () => {
  const run = await runC(`
    #include <net/if.h>
    #include <sys/ioctl.h>
    #include <sys/socket.h>
    int main(void) {
      struct ifreq lo = { .ifr_name = "lo", .ifr_flags = 0 };
      TRY("SIOCSIFFLAGS", ioctl(socket(AF_INET, SOCK_DGRAM, 0), SIOCSIFFLAGS, &lo));
    }`);
  expect(run.answers).toEqual({ SIOCSIFFLAGS: 'EPERM' });
  expect(run.calls).toMatchObject([{ name: 'ioctl', verdict: 'refused' }]);
});

it('does not reach a server of the host that has an abstract name', async () => {
  const name = `live-man-${process.pid}`;
  const server = createServer().listen({ path: `\0${name}` });
  await once(server, 'listening');
  let visitors = 0;
  server.on('connection', () => (visitors += 1));
  const run = await runC(`
    #include <stddef.h>
    #include <sys/socket.h>
    #include <sys/un.h>
    int main(void) {
      struct sockaddr_un to = { AF_UNIX, "\\0${name}" };
      socklen_t length = offsetof(struct sockaddr_un, sun_path) + ${name.length + 1};
      TRY("connect", connect(socket(AF_UNIX, SOCK_STREAM, 0), (struct sockaddr *)&to, length));
    }`);
  server.close();
  expect(run.answers).toEqual({ connect: 'ECONNREFUSED' });
  expect(visitors).toBe(0);
});
