import type { LoggerService } from '@backstage/backend-plugin-api';

/** When so many fail one after the other, it is none of theirs. */
const failedInARow = 5;

/** Finds the entities that cannot be evaluated, so that they hold up no other, and keeps why. */
export class FailedEntities {
  readonly #logger: LoggerService;
  #first: unknown;

  constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  /**
   * Evaluates the entities of a batch that failed one by one.
   *
   * @param options - `putOff` is told of each that fails by itself
   * @returns how many were evaluated or put off
   * @throws the error of the batch, where one entity after the other fails
   */
  async isolate(
    entityRefs: readonly string[],
    error: unknown,
    options: {
      evaluate: (entityRef: string) => Promise<number>;
      putOff?: (entityRef: string, error: unknown) => Promise<void>;
    },
  ): Promise<number> {
    let done = 0;
    let inARow: { entityRef: string; own: unknown }[] = [];
    const keep = async () => {
      for (const { entityRef, own } of inARow) {
        this.#first ??= own;
        this.#logger.error(`${entityRef} could not be evaluated`, own as Error);
        await options.putOff?.(entityRef, own);
        done += 1;
      }
      inARow = [];
    };
    for (const entityRef of entityRefs) {
      try {
        done += await options.evaluate(entityRef);
      } catch (own) {
        inARow.push({ entityRef, own });
        if (inARow.length === failedInARow) {
          throw error;
        }
        continue;
      }
      await keep();
    }
    await keep();
    return done;
  }

  /** @throws why the first could not be evaluated, if any could not */
  throwFirst(): void {
    if (this.#first !== undefined) {
      throw this.#first;
    }
  }
}
