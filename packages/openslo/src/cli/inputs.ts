import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';

/** A file that was named on the command line, or the standard input. */
export interface Input {
  /** Its path as it was given. */
  file: string;
  isStandardInput: boolean;
  text: string;
}

/** A file cannot be read or written; the message says which and why. */
export class FileError extends Error {}

/**
 * Reads what was named on the command line.
 *
 * @throws FileError for the first that cannot be read
 */
export async function readInputs(files: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const file of files) {
    const isStandardInput = file === '-';
    inputs.push({
      file: isStandardInput ? '<stdin>' : file,
      isStandardInput,
      text: isStandardInput ? await readAll(process.stdin) : await read(file),
    });
  }
  return inputs;
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new FileError(`${file} cannot be read: ${reasonOf(error)}`);
  }
}

/** Why the operating system refuses, without the path that the message names already. */
export function reasonOf(error: unknown): string {
  const { code } = error as { code?: string };
  switch (code) {
    case 'ENOENT':
      return 'there is no such file.';
    case 'EISDIR':
      return 'it is a folder.';
    case 'EACCES':
      return 'access is denied.';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
