/** What a text may speak of: `value`, `entity.name` and facts by their full names. */
export type TemplateValues = ReadonlyMap<
  string,
  boolean | number | string | null
>;

const placePattern = /\{\{\s*([A-Za-z][A-Za-z0-9.]*)\s*\}\}/g;

/** The names that a text speaks of, each once. */
export function namesInTemplate(text: string): string[] {
  return [...new Set([...text.matchAll(placePattern)].map(([, name]) => name))];
}

/**
 * Fills in `{{ value }}`. What is not known stands as a dash, so that the text still reads. The values are texts and nothing else: they
 * bring no markup with them.
 */
export function fillTemplate(text: string, values: TemplateValues): string {
  return text.replace(placePattern, (_, name: string) =>
    escapeMarkdown(printValue(values.get(name) ?? null)),
  );
}

function printValue(value: boolean | number | string | null): string {
  if (value === null) {
    return '–';
  }
  return typeof value === 'number'
    ? String(Number(value.toPrecision(6)))
    : String(value);
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#!|~]/g, '\\$&');
}
