/** Characters that represent themselves in a preview: visible ones and the space. */
const plain = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\\0',
  '"': '\\"',
  '\\': '\\\\',
};

/**
 * Bytes as a C string if they are UTF-8 text, otherwise in hexadecimal. `more` says that the buffer
 * continues after them: a character that is cut off there is left out, and `…` follows.
 */
export function previewBytes(bytes: Uint8Array, more: boolean): string {
  const text = quote(bytes, more);
  const hex = () => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return `${text === null ? hex() : `"${text}"`}${more ? '…' : ''}`;
}

function quote(bytes: Uint8Array, more: boolean): string | null {
  const text = decodeUtf8(bytes, more);
  if (text === null || /^\0*$/.test(text)) return text === '' ? text : null;
  const characters = Array.from(text, (each) => escapes[each] ?? (plain.test(each) ? each : null));
  return characters.includes(null) ? null : characters.join('');
}

function decodeUtf8(bytes: Uint8Array, more: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: more,
    });
  } catch {
    return null;
  }
}
