import type { SubjectPart } from '../../subjectParts';
import type { TechDebtGround } from '../TechDebtPart';
import { DebtFacts } from './DebtFacts';

/** What scorecards may judge of debt. */
export function createDebtFactsPart({
  register: { store },
  settings,
  calendar: { zone },
}: TechDebtGround): SubjectPart {
  return { factProviders: [new DebtFacts({ store, settings, zone })] };
}
