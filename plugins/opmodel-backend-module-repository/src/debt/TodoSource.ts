import type { ScmIntegrationRegistry } from '@backstage/integration';
import { suggestFromTodos } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  DebtSightings,
  DebtSuggestionContext,
  DebtSuggestionSource,
  FactEntity,
} from '@opmodel/backstage-plugin-opmodel-node';
import gitUrlParse from 'git-url-parse';
import { relativeTo } from '../repositorySettings';
import type { TodoSettings } from './debtSettings';
import { type RepositoryDebtReader, tellUnread } from './RepositoryDebtReader';

/** Finds comments that say that something was left undone. */
export class TodoSource implements DebtSuggestionSource {
  readonly id = 'todo';
  readonly title = 'Comments in code';
  // An API or a system is often described beside the component that has its files.
  readonly kinds = ['component'];
  readonly cadence = { hours: 6 };
  readonly #settings: TodoSettings;
  readonly #reader: RepositoryDebtReader;
  readonly #integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;

  constructor(options: {
    settings: TodoSettings;
    reader: RepositoryDebtReader;
    integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
  }) {
    this.#settings = options.settings;
    this.#reader = options.reader;
    this.#integrations = options.integrations;
  }

  suggest(
    entities: readonly FactEntity[],
    context: DebtSuggestionContext,
  ): Promise<DebtSightings> {
    const { keywords, most, files, bytes } = this.#settings;
    return this.#reader.look(entities, context, (digest, entity) => {
      const { entityRef, folder, repositoryUrl } = entity;
      const found = suggestFromTodos(
        {
          entityRef,
          files: digest.todoFiles
            .filter(({ path }) => relativeTo(folder, path) !== undefined)
            .map(({ path, todos }) => ({
              path,
              todos: todos.filter(({ keyword }) => keywords.includes(keyword)),
            })),
        },
        {
          most,
          sourceUrl: (path, line) => this.#addressOf(repositoryUrl, path, line),
        },
      );
      return {
        ...found,
        problem: tellUnread(
          digest.unreadSources.countIn(folder),
          `over ${files} files, ${
            bytes / 1024 ** 2
          } MiB, 1 MiB in one of them, 200 comments in one, 2,000 in all, or too slow`,
        ),
      };
    });
  }

  /** @returns null where the address of the repository names no branch, so that a file in it has none */
  #addressOf(repositoryUrl: string, path: string, line: number): string | null {
    try {
      return gitUrlParse(repositoryUrl).ref === ''
        ? null
        : this.#integrations.resolveUrl({
            url: `/${path}`,
            base: repositoryUrl,
            lineNumber: line,
          });
    } catch {
      return null;
    }
  }
}
