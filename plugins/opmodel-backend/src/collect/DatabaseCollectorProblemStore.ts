import type { Knex } from 'knex';
import {
  inBulks,
  isPostgres,
  jsonTable,
  whereAnyOf,
} from '../catalog/DatabaseLists';
import {
  type CollectorProblemStore,
  type OpenProblems,
  PROBLEMS_REMEMBERED,
  type ProblemReport,
} from './CollectorProblemStore';

const columns = {
  collector: 'text',
  subject: 'text',
  message: 'text',
  stays: 'boolean',
  first_seen_at: 'bigint',
  last_seen_at: 'bigint',
} as const;
/** More than one run can add. */
const maxSurplus = 1_000_000;
const names = Object.keys(columns);
const list = names.map(() => '??').join(', ');

/** Keeps problems in the engine's database. */
export class DatabaseCollectorProblemStore implements CollectorProblemStore {
  readonly #knex: Knex;
  /** Subjects of one moment stand in the order of their characters on every database. */
  readonly #newestFirst: string;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#newestFirst = `last_seen_at desc, subject ${
      isPostgres(knex) ? 'collate "C"' : ''
    }`;
  }

  async note(
    collector: string,
    report: ProblemReport,
    options: { now: number },
  ): Promise<void> {
    const last = new Map(
      report.reported.map(problem => [problem.subject, problem]),
    );
    await this.#knex.transaction(async transaction => {
      await inBulks(report.resolved, async bulk => {
        const over = transaction('collector_problems').where({ collector });
        whereAnyOf(over, 'subject', bulk);
        await over.delete();
      });
      await inBulks([...last.values()], bulk =>
        transaction.raw(
          `insert into collector_problems (${list}) select ${list} from ? where true
           on conflict (collector, subject) do update
           set message = excluded.message, stays = excluded.stays, last_seen_at = excluded.last_seen_at`,
          [
            ...names,
            ...names,
            jsonTable(
              transaction,
              bulk.map(problem => ({
                ...problem,
                collector,
                first_seen_at: options.now,
                last_seen_at: options.now,
              })),
              columns,
              'reported',
            ),
          ],
        ),
      );
      if (report.completeSince !== undefined) {
        await transaction('collector_problems')
          .where({ collector, stays: false })
          .andWhere('last_seen_at', '<', report.completeSince)
          .delete();
      }
      if (last.size > 0) {
        await this.#forgetSurplus(transaction, collector);
      }
    });
  }

  async listOpen(
    collectors: string[],
    options: { limit: number },
  ): Promise<Map<string, OpenProblems>> {
    const ranked = this.#knex('collector_problems')
      .select('*')
      .select(
        this.#knex.raw(
          `row_number() over (partition by collector order by ${
            this.#newestFirst
          }) as place`,
        ),
      )
      .select(
        this.#knex.raw('count(*) over (partition by ??) as ??', [
          'collector',
          'total',
        ]),
      );
    whereAnyOf(ranked, 'collector', collectors);
    const rows: Record<string, any>[] = await this.#knex
      .from(ranked.as('ranked'))
      .where('place', '<=', options.limit)
      .orderBy('place')
      .select();
    const open = new Map<string, OpenProblems>();
    for (const { collector, subject, message, total } of rows) {
      const known = open.get(collector) ?? {
        problems: [],
        total: Number(total),
      };
      known.problems.push({ subject, message });
      open.set(collector, known);
    }
    return open;
  }

  async forget(options: { before: number; limit: number }): Promise<number> {
    const oldest: Record<string, any>[] = await this.#knex('collector_problems')
      .where('last_seen_at', '<', options.before)
      .orderBy('last_seen_at')
      .limit(options.limit)
      .select('collector', 'subject');
    const byCollector = new Map<string, string[]>();
    for (const { collector, subject } of oldest) {
      byCollector.set(collector, [
        ...(byCollector.get(collector) ?? []),
        subject,
      ]);
    }
    let forgotten = 0;
    for (const [collector, subjects] of byCollector) {
      const query = this.#knex('collector_problems')
        .where({ collector })
        .andWhere('last_seen_at', '<', options.before);
      whereAnyOf(query, 'subject', subjects);
      forgotten += await query.delete();
    }
    return forgotten;
  }

  async #forgetSurplus(transaction: Knex, collector: string): Promise<void> {
    const surplus: Record<string, any>[] = await transaction(
      'collector_problems',
    )
      .where({ collector })
      .orderByRaw(this.#newestFirst)
      // SQLite knows no offset without a limit.
      .limit(maxSurplus)
      .offset(PROBLEMS_REMEMBERED)
      .select('subject');
    await inBulks(
      surplus.map(({ subject }) => subject as string),
      async bulk => {
        const query = transaction('collector_problems').where({ collector });
        whereAnyOf(query, 'subject', bulk);
        await query.delete();
      },
    );
  }
}
