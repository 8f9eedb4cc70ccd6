import {
  checkContract,
  identifierSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';

const pathsSchema = z.object({
  paths: z.array(identifierSchema).min(1).max(1000),
});

function parse(payload: unknown): unknown {
  if (typeof payload !== 'string') {
    return payload;
  }
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}

/**
 * The folders of a shared repository that a deployment is about: `paths` of the payload that its creator gave to GitHub, as an object or
 * as a text of JSON. The payload is the creator's own, so that anything else in it is left alone.
 */
export function readDeployedPaths(payload: unknown): string[] | undefined {
  const read = checkContract(pathsSchema, parse(payload));
  return read.success ? read.value.paths : undefined;
}
