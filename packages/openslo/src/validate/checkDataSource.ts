import { checkDescription } from './checkDescription';
import { checkSecrets } from './checkSecrets';
import type { Part } from './Part';

/** Checks the spec of a DataSource, as a document or inside an SLI of v2alpha. */
export function checkDataSource(spec: Part): void {
  spec.knows('description', 'type', 'connectionDetails');
  checkDescription(spec);
  spec.text('type', 'required');
  if (spec.get('connectionDetails') === undefined) {
    spec.findAt(
      'connectionDetails',
      'connection-details',
      'connectionDetails is required.',
    );
  }
  checkSecrets(spec, 'connectionDetails');
}
