import type {
  FactProviderView,
  FactSchema,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Something that an expression may speak of. */
export interface Term {
  /** As an expression writes it: `dora.changeFailRate`. */
  name: string;
  /** What is written in its place; the same as the name where that is not said. */
  insert?: string;
  /** `number (ratio)` */
  type: string;
  description: string;
}

/** The facts of all providers by their full names. */
export function factTerms(providers: readonly FactProviderView[]): Term[] {
  return providers.flatMap(({ id, facts }) =>
    facts.map(({ name, type, unit, description }) => ({
      name: `${id}.${shortName(id, name)}`,
      type: unit ? `${type} (${unit})` : type,
      description,
    })),
  );
}

/** The schemas by which the browser reads expressions as the engine does. */
export function factSchemas(
  providers: readonly FactProviderView[],
): Record<string, FactSchema> {
  return Object.fromEntries(
    providers.map(({ id, facts }) => [
      id,
      Object.fromEntries(
        facts.map(({ name, type, unit, description }) => [
          shortName(id, name),
          { type, description, ...(unit !== null && { unit }) },
        ]),
      ),
    ]),
  );
}

function shortName(provider: string, name: string): string {
  return name.startsWith(`${provider}.`)
    ? name.slice(provider.length + 1)
    : name;
}
