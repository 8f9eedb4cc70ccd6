import type { ScorecardSpec } from '@opmodel/backstage-plugin-opmodel-common';
import { parse } from 'yaml';

/** What a pasted document says. */
export interface ReadDocument {
  /** Of its metadata; undefined: it gives none. */
  name: string | undefined;
  spec: ScorecardSpec;
}

/**
 * Reads a document of kind Scorecard as somebody pastes it. Title and description may stand in its metadata, as for every entity.
 *
 * @throws Error where it is none; with an empty message where its kind is another
 */
export function readDocument(text: string): ReadDocument {
  const document: unknown = parse(text);
  const { kind, metadata, spec } = asObject(document);
  if (kind !== 'Scorecard') {
    throw new Error('');
  }
  const { name, title, description } = asObject(metadata);
  return {
    name: typeof name === 'string' ? name : undefined,
    spec: {
      ...(typeof title === 'string' && { title }),
      ...(typeof description === 'string' && { description }),
      ...asObject(spec),
    },
  };
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : {};
}
