/**
 * What an error of the API says of each field of a form, such as `'title' must not be empty; 'links[0].ref' must be an address`. A field
 * within another, such as `links[0].ref`, counts to the field of the form that holds it, unless it is one itself.
 *
 * @param fields - of the form, as the API calls them
 */
export function problemsByField<Field extends string>(
  error: Error | undefined,
  fields: readonly Field[],
): Partial<Record<Field, string>> {
  const problems: Partial<Record<Field, string>> = {};
  for (const part of (error?.message ?? '').split(/; (?=')/)) {
    const named = /^'([^']+)' /.exec(part)?.[1];
    const field = named === undefined ? undefined : holderOf(named, fields);
    if (field !== undefined) {
      problems[field] = [problems[field], part]
        .filter(text => text !== undefined)
        .join('; ');
    }
  }
  return problems;
}

function holderOf<Field extends string>(
  named: string,
  fields: readonly Field[],
): Field | undefined {
  return (
    fields.find(field => field === named) ??
    fields.find(
      field => named.startsWith(`${field}.`) || named.startsWith(`${field}[`),
    )
  );
}
