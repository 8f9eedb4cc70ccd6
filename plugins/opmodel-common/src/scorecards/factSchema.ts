/**
 * What kind of value a fact is.
 *
 * - `boolean`, `string`
 * - `integer`: a whole number
 * - `number`: any finite number
 * - `datetime`: epoch milliseconds
 * - `set`: texts, each once
 */
export type FactType =
  | 'boolean'
  | 'integer'
  | 'number'
  | 'string'
  | 'datetime'
  | 'set';

/** What a provider says of one fact. */
export interface FactDefinition {
  type: FactType;
  /** What the value means, a sentence. */
  description: string;
  /** Unit of a number, as it is shown: `s`, `ratio`, `days`. */
  unit?: string;
  /**
   * Whether it follows from other entities too, as a number of documents or relations does. Whoever reads it may not see all of these, so it
   * is shown only to those who see everything. Default: false.
   */
  countsOthers?: boolean;
}

/** The facts of one provider, by their names. */
export type FactSchema = Readonly<Record<string, FactDefinition>>;

/** A value as it is stored; null: the provider looked and there is none to tell. */
export type FactValue = boolean | number | string | readonly string[] | null;

/** A fact as it was told of one entity. */
export interface Fact {
  value: FactValue;
  /** When the value was last told, epoch milliseconds. */
  reportedAt: number;
}

/** What is known of one entity: facts by provider and name. What was never told is absent. */
export type EntityFacts = Readonly<
  Record<string, Readonly<Record<string, Fact>>>
>;

/** A fact by its full name, `dora.changeLeadTime`. */
export interface FactName {
  provider: string;
  name: string;
}

/** The full name of a fact, as an expression writes it. */
export function printFactName({ provider, name }: FactName): string {
  return `${provider}.${name}`;
}

/** How many texts a set may hold. Expressions walk through sets, so this bounds what one can cost. */
export const maximumSetSize = 500;

/** How many characters a text may have. */
export const maximumTextLength = 2_000;

/** Names of providers and facts are names in an expression. */
const namePattern = /^[a-z][a-zA-Z0-9]{0,62}$/;

/** What an expression never reads as a name. */
const words = ['true', 'false', 'null', 'in'];

/** Why a name cannot be that of a provider or a fact; null: it can. */
export function findNameProblem(name: string): string | null {
  if (!namePattern.test(name)) {
    return `must begin with a small letter and have letters and digits only, at most 63, not "${name}"`;
  }
  return words.includes(name)
    ? `must not be "${name}", which means something else in expressions`
    : null;
}

/** Why a value is none of its type; null: it is one, or there is none to tell. */
export function findValueProblem(
  { type }: FactDefinition,
  value: unknown,
): string | null {
  if (value === null) {
    return null;
  }
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : 'must be true or false';
    case 'integer':
      return Number.isSafeInteger(value) ? null : 'must be a whole number';
    case 'number':
      return Number.isFinite(value) ? null : 'must be a finite number';
    case 'datetime':
      return Number.isSafeInteger(value) && Math.abs(value as number) <= 8.64e15
        ? null
        : 'must be an instant in epoch milliseconds';
    case 'string':
      return typeof value === 'string' && value.length <= maximumTextLength
        ? null
        : `must be a text of at most ${maximumTextLength} characters`;
    default:
      return isSet(value)
        ? null
        : `must be a list of at most ${maximumSetSize} different texts of at most ${maximumTextLength} characters`;
  }
}

function isSet(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= maximumSetSize &&
    value.every(
      text => typeof text === 'string' && text.length <= maximumTextLength,
    ) &&
    new Set(value).size === value.length
  );
}
