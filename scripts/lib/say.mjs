/** A failure that is told to people in one sentence, without a stack. */
export class PlainError extends Error {
  name = 'PlainError';
}

/** Prints one line of progress. */
export function say(message) {
  process.stdout.write(`opmodel: ${message}\n`);
}

/**
 * Runs a command's main function and ends the process with its exit code; a
 * {@link PlainError} is printed as it stands, anything else with its stack.
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(
      error instanceof PlainError
        ? `opmodel: ${error.message}\n`
        : `${error?.stack ?? error}\n`,
    );
    process.exitCode = 1;
  }
}
