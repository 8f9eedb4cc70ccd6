import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { seesAll } from '../../catalog/Visibility';
import type { FigureListener } from '../../lib/FigureListener';
import { DatabaseDebtItemStore } from '../items/DatabaseDebtItemStore';
import type { DebtVersion } from '../items/DebtItemStore';
import { entitiesOfWriting } from './entitiesOfWriting';

/** The register, which tells whose debt it changed. */
export class DatabaseTellingDebtItemStore extends DatabaseDebtItemStore {
  readonly #onFigures: FigureListener;

  constructor(knex: Knex, onFigures: FigureListener) {
    super(knex);
    this.#onFigures = onFigures;
  }

  override async create(
    item: DebtItem,
    version: Omit<DebtVersion, 'itemId' | 'version' | 'changes'>,
  ): Promise<void> {
    await super.create(item, version);
    this.#onFigures(item.entityRefs);
  }

  override async replace(
    item: DebtItem,
    version: Omit<DebtVersion, 'itemId' | 'version'>,
  ): Promise<boolean> {
    const isReplaced = await super.replace(item, version);
    if (isReplaced) {
      this.#onFigures(entitiesOfWriting({ item, version }));
    }
    return isReplaced;
  }

  override async remove(id: string, version: number): Promise<boolean> {
    const item = await this.get(id, seesAll);
    const isRemoved = await super.remove(id, version);
    if (isRemoved) {
      // Where it came between, nobody knows whose debt it was.
      this.#onFigures(item?.entityRefs);
    }
    return isRemoved;
  }
}
