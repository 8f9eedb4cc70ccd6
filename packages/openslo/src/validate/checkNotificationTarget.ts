import { checkDescription } from './checkDescription';
import type { Part } from './Part';

/** Checks the spec of an AlertNotificationTarget, as a document or inside an alert policy. */
export function checkNotificationTarget(spec: Part): void {
  spec.knows('description', 'target');
  checkDescription(spec);
  spec.text('target', 'required');
}
