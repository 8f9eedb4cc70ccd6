import { debtFields } from './debtFields';
import { type DebtField, type DebtFieldPath, spellHeader } from './DebtField';
import type { MappedColumn } from './ImportRow';

/** Fields by what columns are called. */
const byHeader: ReadonlyMap<string, DebtField> = new Map(
  // The path and the name of a field are stronger than what others call another one.
  [
    (field: DebtField) => field.synonyms,
    (field: DebtField) => [field.column, field.path],
  ].flatMap(namesOf =>
    debtFields.flatMap(field =>
      namesOf(field).map((name): [string, DebtField] => [
        spellHeader(name),
        field,
      ]),
    ),
  ),
);

const byPath: ReadonlyMap<string, DebtField> = new Map(
  debtFields.map(field => [field.path, field]),
);

/** Which column is meant for which field, as somebody decided; null: for none. */
export type ColumnChoices = Readonly<Record<string, DebtFieldPath | null>>;

/** The columns of a file, each with the field that is read of it. */
export interface ColumnMapping {
  columns: MappedColumn[];
  fields: readonly (DebtField | null)[];
}

/**
 * Finds out which column is which field, by their names without regard to capitals and punctuation. Where two are meant for the same
 * field the first counts.
 *
 * @param choices - by header; what is decided there comes before what a header says
 */
export function mapColumns(
  headers: readonly string[],
  choices: ColumnChoices = {},
): ColumnMapping {
  const chosen = new Set(Object.values(choices));
  const taken = new Set<DebtField>();
  const fields = headers.map(header => {
    const isChosen = Object.hasOwn(choices, header);
    const field = isChosen
      ? byPath.get(choices[header] ?? '')
      : byHeader.get(spellHeader(header));
    const isFree =
      field && !taken.has(field) && (isChosen || !chosen.has(field.path));
    if (!isFree) {
      return null;
    }
    taken.add(field);
    return field;
  });
  const columns = headers.map((header, at) => ({
    header,
    field: fields[at]?.path ?? null,
  }));
  return { columns, fields };
}
