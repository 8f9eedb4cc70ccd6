import type { RecordKey } from './facts';

/** One text for a record within an entity. Neither a source nor a subject can hold the separator: PostgreSQL refuses it. */
export function textOf(record: RecordKey): string {
  return `${record.source}\u0000${record.subject}`;
}

/** The two names of a record, without what else is known of it. */
export function keyOf(record: RecordKey): RecordKey {
  return { source: record.source, subject: record.subject };
}

/** Orders records by source and subject, whatever the language of the machine. */
export function compareKeys(a: RecordKey, b: RecordKey): number {
  return compareText(a.source, b.source) || compareText(a.subject, b.subject);
}

/** Each record once, however often it is given. */
export function uniqueRecords<T extends RecordKey>(records: readonly T[]): T[] {
  const byKey = new Map<string, T>();
  for (const record of records) {
    byKey.set(textOf(record), record);
  }
  return [...byKey.values()];
}

/** Orders texts by their code units, whatever the language of the machine. */
export function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
