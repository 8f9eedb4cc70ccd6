/**
 * The field that an error of the API names, such as `'targetOn' must be after 'startsOn'`; undefined: none of them.
 *
 * @param fields - of the form, as the API calls them
 */
export function fieldOfError<Field extends string>(
  error: Error | undefined,
  fields: readonly Field[],
): Field | undefined {
  const named = /'(\w+)(?:[.[][^']*)?' /.exec(error?.message ?? '')?.[1];
  return fields.find(field => field === named);
}
