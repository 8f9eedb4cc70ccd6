import { openApiDocument } from '../../schema/openapi.generated';
import { hostileValues } from './hostileValues';

/** One address to read from. */
export interface HostileQuery {
  path: string;
  /** The parameter that an error must name. */
  name: string;
  /** Nothing can be found with it. */
  refused?: boolean;
}

/** A value that a parameter takes. */
function someValueOf(schema: any): string {
  const { $ref } = schema;
  const { schemas } = openApiDocument.components as Record<string, any>;
  const described = $ref ? schemas[$ref.split('/').at(-1)] : schema;
  return String(described.enum?.[0] ?? described.default ?? 1);
}

/** Every parameter of every path that is read, with texts that are hostile. */
export function hostileQueries(): HostileQuery[] {
  const texts = hostileValues.flatMap(json => {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' && value.length < 3_000 ? [value] : [];
  });
  const wellFormed = texts.filter(value => !/\p{Surrogate}/u.test(value));
  const queries: HostileQuery[] = [];
  for (const [path, { get }] of Object.entries<any>(openApiDocument.paths)) {
    const parameters = (get?.parameters ?? []).map((parameter: any) =>
      parameter.$ref
        ? openApiDocument.components.parameters[
            parameter.$ref.split('/').at(-1)
          ]
        : parameter,
    );
    parameters.forEach((parameter: any, index: number) => {
      const { name } = parameter;
      const filled = (value: string) =>
        path.replace(/\{(\w+)\}/g, (_whole, part) =>
          part === name && value ? encodeURIComponent(value) : 'component',
        );
      const required = parameters
        .filter(
          (other: any) =>
            other.in === 'query' && other.required && other.name !== name,
        )
        .map((other: any) => `${other.name}=${someValueOf(other.schema)}&`)
        .join('');
      for (let at = index % 9; at < wellFormed.length; at += 9) {
        const value = wellFormed[at];
        // An empty part of a path is another path.
        if (parameter.in === 'path' && value === '') {
          continue;
        }
        queries.push(
          parameter.in === 'path'
            ? { name, path: `${filled(value)}?${required}` }
            : {
                name,
                path: `${filled('')}?${required}${name}=${encodeURIComponent(
                  value,
                )}`,
              },
        );
      }
      if (parameter.in === 'query') {
        const raws = ['%', '%00', 'a%00b', '%c0%80', '%ff', '%ed%a0%80'];
        for (const raw of raws) {
          queries.push({
            name,
            path: `${filled('')}?${required}${name}=${raw}`,
          });
        }
        if (['integer', 'number'].includes(parameter.schema.type)) {
          queries.push(
            ...['Infinity', '-Infinity', '1e999'].map(value => ({
              name,
              path: `${filled('')}?${required}${name}=${value}`,
              refused: true,
            })),
          );
        }
        queries.push(
          { name, path: `${filled('')}?${required}${name}[a]=1` },
          { name, path: `${filled('')}?${required}${name}[]=1` },
          { name, path: `${filled('')}?${required}${name}[__proto__]=1` },
        );
        queries.push({
          name,
          path: `${filled('')}?${required}${`${name}=1&`.repeat(150)}`,
        });
      }
    });
  }
  return queries;
}
