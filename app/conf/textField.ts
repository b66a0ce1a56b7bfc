// What is done to the text of a field from outside it: so that the browser's own undo can take it back, and so that the caret stands where one looks.

/** As if it were typed over everything; `false`: this browser cannot, and the caller sets the value itself. */
export function replaceText(field: HTMLTextAreaElement, text: string): boolean {
  field.focus({ preventScroll: true });
  field.select();
  // Old, and still the only way that undo knows.
  return typeof document.execCommand === 'function' && document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
}

/** Puts the caret at the end of a line, 1 for the first; beyond the last: of the last. */
export function selectLine(field: HTMLTextAreaElement, line: number): void {
  const end = field.value.split('\n').slice(0, line).join('\n').length;
  field.focus();
  field.setSelectionRange(end, end);
}
