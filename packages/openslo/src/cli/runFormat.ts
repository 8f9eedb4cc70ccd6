import { writeFile } from 'node:fs/promises';
import { hasErrors } from '../document/OpenSloProblem';
import { formatOpenSlo } from '../write/formatOpenSlo';
import { FileError, type Input, readInputs, reasonOf } from './inputs';
import type { CliArguments } from './readArguments';
import { report } from './report';

/** Formats files in place, and the standard input to the standard output; or names those that are not formatted. */
export async function runFormat(args: CliArguments): Promise<number> {
  let exitCode = 0;
  for (const input of await readInputs(args.files)) {
    const { file, text, isStandardInput } = input;
    const formatted = formatOpenSlo(text, { file });
    process.stderr.write(
      formatted.problems.length > 0
        ? report(formatted.problems, args.format)
        : '',
    );
    if (hasErrors(formatted.problems)) {
      exitCode = 1;
    } else if (args.check) {
      if (formatted.text !== text) {
        process.stdout.write(`${file}\n`);
        exitCode = 1;
      }
    } else if (isStandardInput) {
      process.stdout.write(formatted.text);
    } else if (formatted.text !== text) {
      await write(input, formatted.text);
      process.stdout.write(`${file}\n`);
    }
  }
  return exitCode;
}

async function write({ file }: Input, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new FileError(`${file} cannot be written: ${reasonOf(error)}`);
  }
}
