import { operatingApiVersion } from '../../operatingModel/operatingDocuments';
import {
  type DebtDocumentHead,
  debtDocumentKind,
  debtNameForm,
  debtSpecFields,
} from './debtDocument';
import { debtFields } from './debtFields';
import { setField } from './DebtField';
import { debtFileLimits as limits, debtTextLimits } from './debtLimits';
import type { DebtFieldProblem, DebtItemChanges } from './exchangedItem';
import {
  readLineValue,
  readRefValue,
  readTextValue,
  type ValueReading,
} from './fieldValues';
import type { BadImportRow, ImportRow, ReadImport } from './ImportRow';
import { emptyOf, readDebtFields } from './readDebtFields';

/** What was read of a document. */
export interface ReadDebtDocument extends ReadImport {
  /** Null: too much is wrong with the document for any item to be taken. */
  head: DebtDocumentHead | null;
}

type JsonPart = Readonly<Record<string, unknown>>;

/**
 * Reads a document of kind `TechDebtRegister`. It never throws. An item that is wrong hurts no other; where the document itself is wrong
 * nothing is taken.
 *
 * A document says everything of its items but where they stand: a field that is not there is empty.
 *
 * @param value - what the YAML says; its text is parsed by whoever has a parser that bounds what aliases make of it
 * @param options - `now`: epoch milliseconds
 */
export function readDebtDocument(
  value: unknown,
  { now }: { now: number },
): ReadDebtDocument {
  const found: DebtFieldProblem[] = [];
  const head = readHead(value, now, found);
  const items = partOf(partOf(value).spec).items;
  if (!Array.isArray(items)) {
    found.push({ field: 'spec.items', message: 'must be a list' });
  } else if (items.length > limits.documentItems) {
    const message = `must have at most ${limits.documentItems} entries`;
    found.push({ field: 'spec.items', message });
  }
  if (found.length > 0) {
    const problems = found.map(one => ({ row: null, column: null, ...one }));
    return { head: null, rows: [], bad: [], problems };
  }
  const rows: ImportRow[] = [];
  const bad: BadImportRow[] = [];
  const taken = new Map<string, number>();
  (items as unknown[]).forEach((item, at) => {
    const row = at + 1;
    const { name, given, problems } = readItem(item, head, now);
    const earlier = name === null ? undefined : taken.get(name);
    if (name !== null && earlier === undefined) {
      taken.set(name, row);
    } else if (earlier !== undefined) {
      problems.unshift({
        field: 'name',
        message: `must be another than that of item ${earlier}`,
      });
    }
    if (problems.length > 0) {
      const told = problems.map(one => ({ row, column: null, ...one }));
      bad.push({ row, name, problems: told });
    } else {
      rows.push({ row, name, given });
    }
  });
  return { head, rows, bad, problems: [] };
}

function readHead(
  value: unknown,
  now: number,
  problems: DebtFieldProblem[],
): DebtDocumentHead {
  const document = partOf(value);
  const metadata = partOf(document.metadata);
  const spec = partOf(document.spec);
  const at = (field: string): ValueReading => ({
    now,
    refuse(message, place = '') {
      problems.push({ field: `${field}${place}`, message });
      return undefined;
    },
  });
  if (document.apiVersion !== operatingApiVersion) {
    at('apiVersion').refuse(`must be ${operatingApiVersion}`);
  }
  if (document.kind !== debtDocumentKind) {
    at('kind').refuse(`must be ${debtDocumentKind}`);
  }
  for (const field of Object.keys(spec)) {
    if (!(debtSpecFields as readonly string[]).includes(field)) {
      at(`spec.${field.slice(0, debtTextLimits.title)}`).refuse(
        `is not known; known are ${debtSpecFields.join(', ')}`,
      );
    }
  }
  const { title = null, description = null, namespace } = metadata;
  const { owner = null } = spec;
  return {
    name: readName(metadata.name, at('metadata.name')) ?? '',
    namespace:
      (namespace ?? null) === null
        ? 'default'
        : readName(namespace, at('metadata.namespace')) ?? '',
    title:
      title === null
        ? null
        : readLineValue(title, debtTextLimits.title, at('metadata.title')) ??
          null,
    description:
      description === null
        ? null
        : readTextValue(
            description,
            debtTextLimits.description,
            at('metadata.description'),
          ) ?? null,
    ownerRef: owner === null ? null : readOwner(owner, at('spec.owner')),
    appliesTo: readAppliesTo(spec.appliesTo, at('spec.appliesTo')),
  };
}

function readItem(
  value: unknown,
  head: DebtDocumentHead,
  now: number,
): {
  name: string | null;
  given: DebtItemChanges;
  problems: DebtFieldProblem[];
} {
  if (!isPart(value)) {
    const problems = [{ field: '', message: 'must be an object' }];
    return { name: null, given: {}, problems };
  }
  const { name: writtenName, ...content } = value;
  const problems: DebtFieldProblem[] = [];
  const name = readName(writtenName, {
    now,
    refuse(message) {
      problems.push({ field: 'name', message });
      return undefined;
    },
  });
  const read = readDebtFields(content, {
    now,
    fields: debtFields,
    requiredNull: 'unsaid',
  });
  problems.push(...read.problems);
  return {
    name: name ?? null,
    given: mergeGiven(defaultsOf(head), read.given),
    problems,
  };
}

/** What an item says that says nothing: who keeps the document may take a line away, and means that the field is empty. */
function defaultsOf({
  ownerRef,
  appliesTo,
}: DebtDocumentHead): DebtItemChanges {
  const given: DebtItemChanges = { category: 'code' };
  for (const field of debtFields) {
    if (field.isContent && field.whenEmpty === 'cleared') {
      setField(given, field.path, emptyOf(field));
    }
  }
  return {
    ...given,
    ...(ownerRef !== null && { ownerRef }),
    ...(appliesTo.length > 0 && { entityRefs: appliesTo }),
  };
}

function mergeGiven(
  defaults: DebtItemChanges,
  given: DebtItemChanges,
): DebtItemChanges {
  return {
    ...defaults,
    ...given,
    estimate: { ...defaults.estimate, ...given.estimate },
  };
}

/** Numbers count, as YAML reads a name such as `42` as one. */
function readName(value: unknown, reading: ValueReading): string | undefined {
  const name = typeof value === 'number' ? `${value}` : value;
  return typeof name === 'string' &&
    name.length <= limits.name &&
    debtNameForm.test(name)
    ? name
    : reading.refuse(
        `must be a name of at most ${limits.name} letters and digits, which - _ . may part`,
      );
}

function readOwner(value: unknown, reading: ValueReading): string | null {
  const ref = readRefValue(value, 'group', reading);
  if (ref !== undefined && !ref.startsWith('group:')) {
    reading.refuse('must be a group, such as group:default/payments');
  }
  return ref ?? null;
}

function readAppliesTo(
  value: unknown,
  reading: ValueReading,
): readonly string[] {
  if (value === undefined || value === null) {
    return [];
  }
  const refs = Array.isArray(value) ? value : [value];
  if (refs.length > debtTextLimits.entityRefs) {
    reading.refuse(`must have at most ${debtTextLimits.entityRefs} entries`);
    return [];
  }
  const read = refs.flatMap(
    (ref, at) => readRefValue(ref, 'component', reading, `[${at}]`) ?? [],
  );
  return [...new Set(read)].sort();
}

function partOf(value: unknown): JsonPart {
  return isPart(value) ? value : {};
}

function isPart(value: unknown): value is JsonPart {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
