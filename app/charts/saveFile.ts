// Hands a file to the browser's download.

export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the content by the next task; keeping the address would keep the memory.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
