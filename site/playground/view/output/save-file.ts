/** Has the browser save a text under a name, as it saves what a reader downloads. */
export function saveFile(name: string, content: string): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/plain' }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
