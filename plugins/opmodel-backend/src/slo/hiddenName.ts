import { createHash } from 'node:crypto';

/** A name that tells one ref from another and does not give it away. */
export function hiddenName(ref: string): string {
  return createHash('sha256').update(ref).digest('base64url').slice(0, 16);
}
