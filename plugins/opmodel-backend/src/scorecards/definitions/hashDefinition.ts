import { createHash } from 'node:crypto';
import type { ScorecardDefinition } from '@opmodel/backstage-plugin-opmodel-common';

/** Tells a definition from every other. */
export function hashDefinition(definition: ScorecardDefinition): string {
  return createHash('sha256')
    .update(JSON.stringify(definition))
    .digest('base64url');
}
