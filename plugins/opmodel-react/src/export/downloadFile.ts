/** What an export can be written as. */
export type ExportFormat = 'csv' | 'json';

/** What a file can be that the browser gets. */
export type FileFormat = ExportFormat | 'yaml';

const TYPES: Record<FileFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  yaml: 'application/yaml',
};

/**
 * Hands a file to the browser.
 *
 * @param name - without the ending, which follows from the format
 */
export function downloadFile(
  name: string,
  format: FileFormat,
  content: string,
): void {
  const url = URL.createObjectURL(new Blob([content], { type: TYPES[format] }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.${format}`;
  link.click();
  // The browser reads the address when it handles the click, which may be after this task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
