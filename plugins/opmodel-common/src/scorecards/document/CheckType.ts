/** What a parameter of a check type must be. */
export type CheckParameterKind =
  | 'text'
  /** The full name of a fact: `dora.changeFailRate`. */
  | 'fact'
  /** A name within a provider: `threatModel`. */
  | 'name'
  | 'number'
  /** A number, or an ISO 8601 duration, which counts in seconds. */
  | 'measure'
  /** An ISO 8601 duration. */
  | 'duration'
  /** A number, a text, or true or false. */
  | 'value';

/** One parameter of a check type. */
export interface CheckParameter {
  kind: CheckParameterKind;
  /** A sentence. */
  description: string;
  isRequired?: boolean;
  /** The only words that it may be. */
  words?: readonly string[];
}

/** What a parameter says, once it was read: durations in seconds. */
export type CheckParameterValue = boolean | number | string;

/** The parameters of a check, as they were read. */
export type CheckParameters = Readonly<
  Record<string, CheckParameterValue | undefined>
>;

/** What a check of a type is, unless it says otherwise itself. */
export interface CheckBasis {
  name: string;
  /** In CEL. */
  expression: string;
  warning?: string;
  value?: string;
  unit?: string;
  failureMessage: string;
  solution: string;
}

/** Why parameters that are right one by one make no check: where, and what was expected. */
export interface ParameterRefusal {
  parameter: string;
  expected: string;
}

/** A kind of check that is asked for often, so that nobody has to write its expression. */
export interface CheckType {
  /** As documents name it: `file-exists`. */
  id: string;
  title: string;
  /** What it asks, a sentence. */
  description: string;
  parameters: Readonly<Record<string, CheckParameter>>;
  /** Makes a check of the parameters. */
  expand(parameters: CheckParameters): CheckBasis | ParameterRefusal;
}

/** A value as CEL writes it. A number is written so that it can be compared with any number. */
export function celOf(value: CheckParameterValue): string {
  if (typeof value === 'number') {
    return Number.isInteger(value) ? `${value}.0` : printDecimal(value);
  }
  return JSON.stringify(value);
}

/** CEL has no literal such as `1e-7`. */
function printDecimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(12) : text;
}
