import { mockServices } from '@backstage/backend-test-utils';
import { AcceptanceTeller } from './AcceptanceTeller';
import type { KeptAcceptance } from './AcceptanceStore';

describe('AcceptanceTeller', () => {
  it('tells the later ones, however many of the oldest cannot be told', async () => {
    const untold = new Map(
      Array.from({ length: 1_203 }, (_, at) => [
        `a-${String(at).padStart(4, '0')}`,
        { subject: at < 1_200 ? 'gate' : 'check', requestedAt: at },
      ]),
    );
    const rows = () =>
      [...untold].map(([id, one]) => ({ ...one, id } as KeptAcceptance));
    const told: string[] = [];
    const teller = new AcceptanceTeller({
      logger: mockServices.logger.mock(),
      store: {
        listUntold: async (limit, after) =>
          rows()
            .filter(({ id }) => !after || id > after.id)
            .slice(0, limit),
        markTold: async ({ id }) => void untold.delete(id),
      },
    });
    teller.onChanged('gate', async () => {
      throw new Error('away');
    });
    teller.onChanged('check', async ({ id }) => void told.push(id));
    await expect(
      teller.tellUntold(new AbortController().signal),
    ).rejects.toThrow('What became of 1200 acceptances could not be told');
    expect(told).toEqual(['a-1200', 'a-1201', 'a-1202']);
    expect(untold.size).toBe(1_200);
  });
});
