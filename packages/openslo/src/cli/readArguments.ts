import { parseArgs } from 'node:util';
import type { OpenSloMode } from '../validate/Findings';
import { OPENSLO_V1 } from '../versions/v1';
import { type ReportFormat, reportFormats } from './report';

export const commands = ['validate', 'fmt', 'convert'] as const;
export type Command = (typeof commands)[number];

/** What was asked for on the command line. */
export interface CliArguments {
  command: Command;
  /** At least one. */
  files: string[];
  mode: OpenSloMode;
  references: boolean;
  format: ReportFormat;
  check: boolean;
}

/** The command line is wrong; the message says how. */
export class UsageError extends Error {}

/** Which options a command has beside `--format`. */
const optionsOf: Record<Command, readonly string[]> = {
  validate: ['mode', 'references'],
  fmt: ['check'],
  convert: ['to'],
};

/**
 * Reads the arguments after the name of the program.
 *
 * @returns `help` when that is asked for
 * @throws UsageError
 */
export function readArguments(args: readonly string[]): CliArguments | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) {
    return 'help';
  }
  const [command, ...files] = positionals;
  if (!oneOf(commands, command)) {
    throw new UsageError(
      command === undefined
        ? `A command is missing: ${commands.join(', ')}.`
        : `There is no command ${command}: ${commands.join(', ')}.`,
    );
  }
  for (const option of Object.keys(values)) {
    if (option !== 'format' && !optionsOf[command].includes(option)) {
      throw new UsageError(`${command} has no option --${option}.`);
    }
  }
  if (files.length === 0) {
    throw new UsageError('A file is missing; - is the standard input.');
  }
  if (files.filter(file => file === '-').length > 1) {
    throw new UsageError('The standard input can be read once.');
  }
  const { mode = 'strict', format = 'text', to = OPENSLO_V1 } = values;
  if (!oneOf(['strict', 'lenient'] as const, mode)) {
    throw new UsageError(`--mode is strict or lenient, and not ${mode}.`);
  }
  if (!oneOf(reportFormats, format)) {
    throw new UsageError(
      `--format is one of ${reportFormats.join(', ')}, and not ${format}.`,
    );
  }
  if (to !== OPENSLO_V1) {
    throw new UsageError(`--to is ${OPENSLO_V1}, and not ${to}.`);
  }
  const { references = false, check = false } = values;
  return { command, files, mode, references, format, check };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        mode: { type: 'string' },
        references: { type: 'boolean' },
        format: { type: 'string' },
        check: { type: 'boolean' },
        to: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : `${error}`);
  }
}

function oneOf<T extends string>(
  values: readonly T[],
  value: string | undefined,
): value is T {
  return values.some(known => known === value);
}
