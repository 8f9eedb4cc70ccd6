import { buildConsequence } from '../../testing';
import { weightiestConsequence } from './weightiestConsequence';

describe('weightiestConsequence', () => {
  it('is what is in force before what would be, and before what is excepted', () => {
    const excepted = buildConsequence({
      id: 'excepted',
      mode: 'enforced',
      kind: 'freeze_risky_releases',
      excepted: true,
    });
    const would = buildConsequence({
      id: 'would',
      mode: 'shadow',
      kind: 'freeze_risky_releases',
    });
    const told = buildConsequence({
      id: 'told',
      mode: 'enforced',
      kind: 'attention',
    });
    const held = buildConsequence({
      id: 'held',
      mode: 'enforced',
      kind: 'require_approval',
    });
    const weightiest = (...consequences: (typeof told)[]) =>
      weightiestConsequence({ consequences })?.id;
    expect(weightiest(excepted, would)).toBe('would');
    expect(weightiest(excepted, would, told)).toBe('told');
    expect(weightiest(told, held)).toBe('held');
    expect(weightiest(excepted)).toBe('excepted');
    expect(weightiest()).toBeUndefined();
  });
});
