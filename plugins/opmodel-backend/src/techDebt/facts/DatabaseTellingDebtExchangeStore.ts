import type { Knex } from 'knex';
import type { FigureListener } from '../../lib/FigureListener';
import { DatabaseDebtExchangeStore } from '../exchange/DatabaseDebtExchangeStore';
import type { DebtWritings, DebtWritten } from '../exchange/DebtExchangeStore';
import { entitiesOfWriting } from './entitiesOfWriting';

/** What writes many items at once, and tells whose debt it changed. */
export class DatabaseTellingDebtExchangeStore extends DatabaseDebtExchangeStore {
  readonly #onFigures: FigureListener;

  constructor(knex: Knex, onFigures: FigureListener) {
    super(knex);
    this.#onFigures = onFigures;
  }

  override async write(writings: DebtWritings): Promise<DebtWritten> {
    const written = await super.write(writings);
    const done = [
      ...writings.created.filter(({ item }) => written.created.has(item.id)),
      ...writings.replaced.filter(({ item }) => written.replaced.has(item.id)),
    ];
    const refs = new Set(done.flatMap(entitiesOfWriting));
    if (refs.size > 0) {
      this.#onFigures([...refs]);
    }
    return written;
  }
}
