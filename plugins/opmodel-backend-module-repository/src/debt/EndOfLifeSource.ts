import { suggestFromEndOfLife } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  DebtSightings,
  DebtSuggestionContext,
  DebtSuggestionSource,
  FactEntity,
} from '@opmodel/backstage-plugin-opmodel-node';
import { relativeTo } from '../repositorySettings';
import type { EndOfLifeSettings } from './debtSettings';
import { isSample } from './passedOverFiles';
import { type RepositoryDebtReader, tellUnread } from './RepositoryDebtReader';

/** Finds runtimes, frameworks, databases and systems that manifests and Dockerfiles name and whose vendor supports them no more. */
export class EndOfLifeSource implements DebtSuggestionSource {
  readonly id = 'end_of_life';
  readonly title = 'Versions past their end of life';
  // An API or a system is often described beside the component that has its files.
  readonly kinds = ['component'];
  readonly cadence = { hours: 6 };
  readonly #settings: EndOfLifeSettings;
  readonly #reader: RepositoryDebtReader;

  constructor(options: {
    settings: EndOfLifeSettings;
    reader: RepositoryDebtReader;
  }) {
    this.#settings = options.settings;
    this.#reader = options.reader;
  }

  suggest(
    entities: readonly FactEntity[],
    context: DebtSuggestionContext,
  ): Promise<DebtSightings> {
    const today = new Date(context.now).toISOString().slice(0, 10);
    return this.#reader.look(entities, context, (digest, entity) => {
      const { entityRef, folder } = entity;
      const uses = digest.uses.filter(({ path }) => {
        const relative = relativeTo(folder, path);
        return relative !== undefined && !isSample(relative);
      });
      return {
        suggestions: suggestFromEndOfLife(
          { entityRef, uses },
          { ...this.#settings, today },
        ),
        leftOut: [],
        problem: tellUnread(
          digest.unreadManifests.countIn(folder),
          'manifests over 500 kB, or more than 500 in one repository',
        ),
      };
    });
  }
}
