import { ConflictError } from '@backstage/errors';
import type { SliSource } from '@opmodel/backstage-plugin-opmodel-node';

/** The sources that measure service levels, by their types. */
export class SliSources {
  readonly #sources = new Map<string, SliSource>();

  /**
   * @throws ConflictError when two are of the same type
   */
  constructor(sources: readonly SliSource[]) {
    for (const source of sources) {
      if (this.#sources.has(source.type)) {
        throw new ConflictError(
          `There is a source of service levels of type ${source.type} already`,
        );
      }
      this.#sources.set(source.type, source);
    }
  }

  /** In order. */
  get types(): string[] {
    return [...this.#sources.keys()].sort();
  }

  /** Undefined where no source is of that type. */
  get(type: string): SliSource | undefined {
    return this.#sources.get(type);
  }
}
