import { lowestVersion } from './lowestVersion';
import type { NamedVersion } from './runtimeUse';

/** A version that a JSON file names: where it stands, and of what. */
interface JsonRule {
  file: string;
  fields: readonly string[];
  product: string;
  /** Whether npm reads the range. */
  isNpm: boolean;
}

const rules: readonly JsonRule[] = [
  {
    file: 'package.json',
    fields: ['engines', 'node'],
    product: 'nodejs',
    isNpm: true,
  },
  {
    file: 'package.json',
    fields: ['volta', 'node'],
    product: 'nodejs',
    isNpm: true,
  },
  {
    file: 'package.json',
    fields: ['dependencies', '@angular/core'],
    product: 'angular',
    isNpm: true,
  },
  {
    file: 'composer.json',
    fields: ['require', 'php'],
    product: 'php',
    isNpm: false,
  },
  {
    file: 'global.json',
    fields: ['sdk', 'version'],
    product: 'dotnet',
    isNpm: false,
  },
];

/** What a manifest that is JSON says; nothing where it is none. */
export function readJsonManifest(name: string, text: string): NamedVersion[] {
  const document = parse(text);
  return rules
    .filter(({ file }) => file === name)
    .flatMap(({ fields, product, isNpm }) => {
      const written = fields.reduce(fieldOf, document);
      const lowest =
        typeof written === 'string'
          ? lowestVersion(written, isNpm ? 'next' : 'same')
          : null;
      return lowest === null
        ? []
        : [
            {
              product,
              version: lowest.version,
              written: String(written),
              isLowest: lowest.isRange,
            },
          ];
    });
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, field)
    ? (value as Record<string, unknown>)[field]
    : undefined;
}

/** Undefined where it is no JSON: a manifest that is broken says nothing, and its owner is told so by other tools. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
