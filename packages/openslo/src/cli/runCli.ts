import { FileError } from './inputs';
import { readArguments, UsageError } from './readArguments';
import { runConvert } from './runConvert';
import { runFormat } from './runFormat';
import { runValidate } from './runValidate';
import { usage } from './usage';

const runners = {
  validate: runValidate,
  fmt: runFormat,
  convert: runConvert,
};

/**
 * The command line `openslo`.
 *
 * @param args - what stands behind the name of the program
 * @returns the exit code: 0 fine, 1 problems found, 2 wrong usage or a file that cannot be read
 */
export async function runCli(args: readonly string[]): Promise<number> {
  try {
    const read = readArguments(args);
    if (read === 'help') {
      process.stdout.write(usage);
      return 0;
    }
    return await runners[read.command](read);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`openslo: ${error.message}\n\n${usage}`);
      return 2;
    }
    if (error instanceof FileError) {
      process.stderr.write(`openslo: ${error.message}\n`);
      return 2;
    }
    throw error;
  }
}
