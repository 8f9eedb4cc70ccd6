import type { SubjectPart } from '../../subjectParts';
import type { TechDebtGround } from '../TechDebtPart';
import { DebtAttention } from './DebtAttention';
import { ReopenedDebt } from './ReopenedDebt';

/** Puts together what tells owners of their debt. */
export function createDebtAttentionPart(ground: TechDebtGround): SubjectPart {
  const { calendar, register } = ground;
  const given = { ...ground, ...register, zone: calendar.zone };
  const attention = new DebtAttention({
    ...given,
    reopened: new ReopenedDebt(given),
  });
  return {
    listAttention: (visibility, owners) => attention.list(visibility, owners),
  };
}
