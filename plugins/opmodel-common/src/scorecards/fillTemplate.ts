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

/**
 * Fills in the address of a link, such as one that opens an issue about the entity. Values bring nothing with them that means something in
 * an address but the `/` of a path; what is not known is left out.
 */
export function fillAddress(address: string, values: TemplateValues): string {
  return address.replace(placePattern, (_, name: string) => {
    const value = values.get(name) ?? null;
    return value === null
      ? ''
      : printValue(value).split('/').map(encodePart).join('/');
  });
}

/** Whether what is filled in would say whom a page is asked of: only what stands behind the host may be. Browsers want no `//` there. */
export function fillsInHost(address: string): boolean {
  const host = /^\s*https?:[\s/\\]*[^/\\?#]*/i.exec(address)?.[0] ?? '';
  return /\{\{|\}\}/.test(host);
}

/** Half of a character cannot be written in an address. */
function encodePart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
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
