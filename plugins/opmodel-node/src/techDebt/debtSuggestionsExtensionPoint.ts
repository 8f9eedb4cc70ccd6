import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { DebtSuggestionSource } from './DebtSuggestionSource';

/** Lets a module register what finds technical debt. */
export interface DebtSuggestionsExtensionPoint {
  /**
   * @throws ConflictError when a source of that id is registered already
   */
  addSuggestionSource(...sources: DebtSuggestionSource[]): void;
}

/** The extension point of the `opmodel` plugin by which modules register sources of suggestions. */
export const opmodelDebtSuggestionsExtensionPoint =
  createExtensionPoint<DebtSuggestionsExtensionPoint>({
    id: 'opmodel.debtSuggestions',
  });
