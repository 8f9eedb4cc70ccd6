import { NamedEntities } from '../../decisions/NamedEntities';
import type { TechDebtGround } from '../TechDebtPart';
import { DebtCallers } from './DebtCaller';
import { DebtDescriber } from './DebtDescriber';
import { DebtHistoryReader } from './DebtHistoryReader';
import { DebtItemService } from './DebtItemService';
import type { DebtItemStore } from './DebtItemStore';
import { DebtSelections } from './DebtSelections';
import { DuplicateFinder } from './DuplicateFinder';

/** The items of the register, and what every part does with them. */
export interface DebtRegister {
  store: DebtItemStore;
  names: NamedEntities;
  callers: DebtCallers;
  selections: DebtSelections;
  describer: DebtDescriber;
  histories: DebtHistoryReader;
  duplicates: DuplicateFinder;
  items: DebtItemService;
}

/** Puts the register together, once for all parts. */
export function createDebtRegister(
  ground: Omit<TechDebtGround, 'register'>,
  store: DebtItemStore,
): DebtRegister {
  const { calendar, catalog } = ground;
  const names = new NamedEntities({ catalog });
  const given = { ...ground, store, names, zone: calendar.zone };
  const described = {
    describer: new DebtDescriber(given),
    histories: new DebtHistoryReader(given),
    duplicates: new DuplicateFinder(given),
  };
  return {
    ...described,
    store,
    names,
    callers: new DebtCallers(given),
    selections: new DebtSelections(given),
    items: new DebtItemService({ ...given, ...described }),
  };
}
