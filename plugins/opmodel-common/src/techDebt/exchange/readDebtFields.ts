import type { DebtField, DebtFieldValue } from './DebtField';
import { setField } from './DebtField';
import type { DebtFieldProblem, DebtItemChanges } from './exchangedItem';

/** What was read of an item. */
export interface DebtFieldsReading {
  /** The fields that something right is said of. */
  given: DebtItemChanges;
  /** Everything that is wrong, in the order of the fields; what is not known last. */
  problems: DebtFieldProblem[];
}

/** How fields are read. */
export interface ReadDebtFieldsOptions {
  /** Epoch milliseconds. */
  now: number;
  /** The fields that may be there. */
  fields: readonly DebtField[];
  /** What null means where no item is without the field: nothing, or that it is to be emptied, which is refused. */
  requiredNull: 'unsaid' | 'refused';
}

type JsonPart = Readonly<Record<string, unknown>>;

interface FieldNames {
  own: string[];
  estimated: string[];
}

const knownNames = new WeakMap<readonly DebtField[], FieldNames>();

/** How much of a name that nobody knows is repeated. Characters. */
const REPEATED = 100;

/** Reads what JSON says of an item, field by field. It never throws, and asks for no field. */
export function readDebtFields(
  value: unknown,
  { now, fields, requiredNull }: ReadDebtFieldsOptions,
): DebtFieldsReading {
  const problems: DebtFieldProblem[] = [];
  const given: DebtItemChanges = {};
  if (!isPart(value)) {
    problems.push({ field: '', message: 'must be an object' });
    return { given, problems };
  }
  for (const field of fields) {
    const said = saidOf(value, field.path);
    const isRefused =
      said === null &&
      field.whenEmpty === 'required' &&
      requiredNull === 'refused';
    if (isRefused) {
      problems.push({ field: field.path, message: 'must not be empty' });
    } else if (said === null && field.whenEmpty === 'cleared') {
      setField(given, field.path, emptyOf(field));
    } else if (said !== undefined && said !== null) {
      const read = readField(field, said, now, problems);
      if (read !== undefined) {
        setField(given, field.path, read);
      }
    }
  }
  refuseUnknown(value, fields, problems);
  return { given, problems };
}

/** What an item holds where a field is empty. */
export function emptyOf(field: DebtField): DebtFieldValue | null {
  return field.path === 'links' ? [] : null;
}

function readField(
  field: DebtField,
  said: unknown,
  now: number,
  problems: DebtFieldProblem[],
): DebtFieldValue | undefined {
  return field.read(said, {
    now,
    refuse(message, place = '') {
      problems.push({ field: `${field.path}${place}`, message });
      return undefined;
    },
  });
}

/** What stands at a path; undefined: nothing. Where there is null on the way, all within it is null. */
function saidOf(value: JsonPart, path: string): unknown {
  let said: unknown = value;
  for (const step of path.split('.')) {
    if (said !== null) {
      said = isPart(said) && Object.hasOwn(said, step) ? said[step] : undefined;
    }
  }
  return said;
}

function refuseUnknown(
  value: JsonPart,
  fields: readonly DebtField[],
  problems: DebtFieldProblem[],
): void {
  const refuseOthers = (part: object, prefix: string, known: string[]) => {
    for (const name of Object.keys(part)) {
      if (!known.includes(name)) {
        problems.push({
          field: `${prefix}${name.slice(0, REPEATED)}`,
          message: `is not known; known are ${known.join(', ')}`,
        });
      }
    }
  };
  const { own, estimated } = namesOf(fields);
  refuseOthers(value, '', own);
  const estimate = saidOf(value, 'estimate') ?? {};
  if (isPart(estimate)) {
    refuseOthers(estimate, 'estimate.', estimated);
  } else {
    problems.push({ field: 'estimate', message: 'must be an object' });
  }
}

/** The names of the fields of an item, and of those of its estimate; made once for each of the few lists of fields. */
function namesOf(fields: readonly DebtField[]): FieldNames {
  let names = knownNames.get(fields);
  if (!names) {
    const steps = fields.map(({ path }) => path.split('.'));
    names = {
      own: [...new Set(steps.map(([name]) => name))],
      estimated: steps.flatMap(([, name]) => name ?? []),
    };
    knownNames.set(fields, names);
  }
  return names;
}

function isPart(value: unknown): value is JsonPart {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
