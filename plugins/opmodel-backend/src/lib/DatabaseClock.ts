import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { logFailure } from './logFailure';

/** A difference that is worth telling an operator. Milliseconds. */
const WORTH_TELLING = 5_000;

/** A question that waits longer, for a connection or for the database, tells too little. Milliseconds. */
const LONGEST_QUESTION = 1_000;

/** The first question may have to open a connection. */
const QUESTIONS = 3;

/**
 * The clock that all replicas share: the database's.
 *
 * Leases, due times and the instants at which facts were recorded are compared across replicas. A replica whose own clock is ten
 * minutes ahead would take every lease of the others for expired, so each replica measures how far its clock is from the
 * database's and corrects for it.
 */
export class DatabaseClock {
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #ownTime: () => number;
  #offset = 0;
  #told = false;

  /**
   * @param options - `ownTime`: the clock of this replica, epoch milliseconds; default: the system's
   */
  constructor(options: {
    knex: Knex;
    logger: LoggerService;
    ownTime?: () => number;
  }) {
    this.#knex = options.knex;
    this.#logger = options.logger;
    this.#ownTime = options.ownTime ?? Date.now;
  }

  /** Epoch milliseconds, as the database has them. */
  readonly now = (): number => Math.round(this.#ownTime() + this.#offset);

  /**
   * Measures anew how far the clocks are apart; what is known stays where the database takes long to answer. SQLite lives in this
   * process and has no other clock.
   */
  async synchronize(): Promise<void> {
    if (this.#knex.client.config.client !== 'pg') {
      return;
    }
    const offset = await this.#measure();
    if (offset === undefined) {
      return;
    }
    this.#offset = offset;
    const apart = Math.abs(this.#offset) > WORTH_TELLING;
    if (apart && !this.#told) {
      this.#logger.warn(
        `The clock of this replica is ${Math.round(
          Math.abs(this.#offset) / 1000,
        )} s ${
          this.#offset < 0 ? 'ahead of' : 'behind'
        } the database's; the database's is used`,
      );
    }
    this.#told = apart;
  }

  /** Measures once a minute, on every replica. */
  async keepSynchronized(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'opmodel-clock',
      scope: 'local',
      frequency: { minutes: 1 },
      timeout: { seconds: 30 },
      fn: logFailure(
        this.#logger,
        "This replica's clock is not compared with the database's",
        () => this.synchronize(),
      ),
    });
  }

  /** @returns what is to be added to this replica's time, milliseconds; undefined where no answer came at once */
  async #measure(): Promise<number | undefined> {
    for (let question = 0; question < QUESTIONS; question += 1) {
      const before = this.#ownTime();
      const { rows } = await this.#knex.raw(
        'select extract(epoch from clock_timestamp()) * 1000 as at',
      );
      const after = this.#ownTime();
      if (after - before <= LONGEST_QUESTION) {
        // The database read its clock somewhere between the question and the answer.
        return Number(rows[0].at) - (before + after) / 2;
      }
    }
    return undefined;
  }
}
