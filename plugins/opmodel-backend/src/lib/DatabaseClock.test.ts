import { mockServices } from '@backstage/backend-test-utils';
import { eachDatabase } from '../testing/databases';
import { DatabaseClock } from './DatabaseClock';

const TEN_MINUTES = 10 * 60 * 1000;

eachDatabase('DatabaseClock', (createDatabase, id) => {
  it.each([TEN_MINUTES, -TEN_MINUTES])(
    'agrees with the other replicas when its own clock is %d ms off',
    async off => {
      const clock = new DatabaseClock({
        knex: await createDatabase(),
        logger: mockServices.logger.mock(),
        ownTime: () => Date.now() + off,
      });
      await clock.synchronize();
      const expected = id === 'SQLITE_3' ? Date.now() + off : Date.now();
      expect(Math.abs(clock.now() - expected)).toBeLessThan(2_000);
    },
  );

  it('tells a large difference once', async () => {
    const logger = mockServices.logger.mock();
    const clock = new DatabaseClock({
      knex: await createDatabase(),
      logger,
      ownTime: () => Date.now() + TEN_MINUTES,
    });
    await clock.synchronize();
    await clock.synchronize();
    const told = id === 'SQLITE_3' ? [] : ['ahead of'];
    expect(
      logger.warn.mock.calls.map(([message]) =>
        message.match(/ahead of|behind/)?.at(0),
      ),
    ).toEqual(told);
  });

  it('believes no answer that it had to wait for', async () => {
    let asked = 0;
    const clock = new DatabaseClock({
      knex: await createDatabase(),
      logger: mockServices.logger.mock(),
      // Each look at the clock is 40 s later, as if no connection had been free.
      ownTime: () => {
        asked += 1;
        return Date.now() + asked * 40_000;
      },
    });
    await clock.synchronize();
    const offset = clock.now() - (Date.now() + asked * 40_000);
    expect(Math.abs(offset)).toBeLessThan(1_000);
  });
});
