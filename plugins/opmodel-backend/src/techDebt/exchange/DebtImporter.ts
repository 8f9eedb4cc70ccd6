import { ServiceUnavailableError } from '@backstage/errors';
import type {
  DebtImport,
  DebtImportFile,
  DebtImportPreview,
  DebtImportResult,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtCaller } from '../items/DebtCaller';
import { describePreview } from './describePreview';
import type { ImportPlanner } from './ImportPlanner';
import type { PlannedRow } from './PlannedImport';
import { tellImport } from './tellImport';
import type { ImportWriter } from './ImportWriter';

/** Files that are looked at or taken in at once, of all people together: each is held in memory as a whole. */
const MOST_AT_ONCE = 3;

/** Looks at files of items, and takes them in. */
export class DebtImporter {
  readonly #options: { planner: ImportPlanner; writer: ImportWriter };
  #running = 0;

  constructor(options: { planner: ImportPlanner; writer: ImportWriter }) {
    this.#options = options;
  }

  /**
   * Tells what an import would do, and writes nothing.
   *
   * @throws InputError that names the field of the request
   * @throws ServiceUnavailableError where too many files are looked at already
   */
  async preview(
    file: DebtImportFile,
    caller: DebtCaller,
  ): Promise<DebtImportPreview> {
    return this.#bounded(async () =>
      describePreview(await this.#options.planner.plan(file, caller)),
    );
  }

  /**
   * Takes a file in: what is right of it, in portions each of which is taken in as a whole. What was interrupted goes on when the file is
   * sent again.
   *
   * @throws InputError that names the field of the request
   * @throws ServiceUnavailableError where too many files are looked at already
   */
  async run(body: DebtImport, caller: DebtCaller): Promise<DebtImportResult> {
    const { possibleDuplicates = 'skip', createRows, versions, ...file } = body;
    return this.#bounded(async () => {
      const { planner, writer } = this.#options;
      const plan = await planner.plan(file, caller);
      const wanted = new Set(createRows);
      const skipped = new Set<PlannedRow>(
        plan.rows.filter(
          planned =>
            planned.outcome === 'create' &&
            planned.duplicate !== null &&
            possibleDuplicates === 'skip' &&
            !wanted.has(planned.row),
        ),
      );
      const seen =
        versions && new Map(versions.map(one => [one.id, one.version]));
      const conflicts = new Set<PlannedRow>(
        plan.rows.filter(
          planned =>
            planned.outcome === 'change' &&
            seen !== undefined &&
            seen.get(planned.before.id) !== planned.before.version,
        ),
      );
      const written = await writer.write(
        plan.rows.filter(
          planned => !skipped.has(planned) && !conflicts.has(planned),
        ),
        caller,
      );
      return tellImport(plan, { skipped, conflicts, written });
    });
  }

  async #bounded<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= MOST_AT_ONCE) {
      throw new ServiceUnavailableError(
        `${MOST_AT_ONCE} files are being imported already; try again in a minute`,
      );
    }
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
    }
  }
}
