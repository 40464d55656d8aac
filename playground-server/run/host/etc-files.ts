/** Files that programs out of books read first, in every sandbox and machine; never the host's own. */
export const etcFiles: Readonly<Record<string, string>> = {
  '/etc/passwd': [
    'root:x:0:0:root:/:/bin/false',
    'reader:x:1000:1000:reader:/work:/bin/false',
    'nobody:x:65534:65534:nobody:/:/bin/false',
    '',
  ].join('\n'),
  '/etc/hostname': 'live-man\n',
  '/etc/hosts': '127.0.0.1\tlocalhost live-man\n::1\tlocalhost\n',
};
