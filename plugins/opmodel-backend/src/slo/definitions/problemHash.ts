import { createHash } from 'node:crypto';
import type { SloProblemRow } from './SloDefinitionStore';

/** Tells problems of a document from others, so that those that stay are not written again. */
export function problemHashOf(problems: readonly SloProblemRow[]): string {
  return createHash('sha256')
    .update(
      JSON.stringify(
        problems.map(({ severity, rule, path, value, message, source }) => [
          severity,
          rule,
          path,
          value,
          message,
          source,
        ]),
      ),
    )
    .digest('base64url');
}
