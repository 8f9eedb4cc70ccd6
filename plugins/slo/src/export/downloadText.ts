/**
 * Hands a text to the browser as a file, as it is.
 *
 * @param name - with its ending
 */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(
    new Blob([text], { type: 'application/yaml;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address when it handles the click, which may be after this task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
