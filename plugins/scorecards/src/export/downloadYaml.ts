/** The browser reads the address when it handles the click, which may be after this task. Milliseconds. */
const READ_WITHIN_MS = 10_000;

/**
 * Hands a document to the browser as a file.
 *
 * @param name - with or without its ending
 */
export function downloadYaml(name: string, yaml: string): void {
  const url = URL.createObjectURL(
    new Blob([yaml], { type: 'application/yaml;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = /\.ya?ml$/.test(name) ? name : `${name}.yaml`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_WITHIN_MS);
}
