import { RevisionMemory } from './RevisionMemory';

/** Something that answers are made of. */
function createSource() {
  const source = {
    revision: 1,
    value: 'first',
    made: 0,
    readRevision: async () => String(source.revision),
    async make() {
      source.made += 1;
      return source.value;
    },
  };
  return source;
}

describe('RevisionMemory', () => {
  it('makes an answer once for as long as nothing changes, also for those who ask at once', async () => {
    const memory = new RevisionMemory();
    const source = createSource();
    const ask = () => memory.recall('a', source.readRevision, source.make);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([
      'first',
      'first',
      'first',
    ]);
    expect(await ask()).toBe('first');
    expect(source.made).toBe(1);

    source.revision = 2;
    source.value = 'second';
    expect(await ask()).toBe('second');
    expect(source.made).toBe(2);
  });

  it('does not remember what was made while something changed', async () => {
    const memory = new RevisionMemory();
    const source = createSource();
    const answer = await memory.recall('a', source.readRevision, async () => {
      source.revision = 2;
      return 'mixed';
    });
    expect(answer).toBe('mixed');
    source.revision = 1;
    expect(await memory.recall('a', source.readRevision, source.make)).toBe(
      'first',
    );
  });

  it('does not remember failures', async () => {
    const memory = new RevisionMemory();
    const source = createSource();
    await expect(
      memory.recall('a', source.readRevision, async () => {
        throw new Error('away');
      }),
    ).rejects.toThrow('away');
    expect(await memory.recall('a', source.readRevision, source.make)).toBe(
      'first',
    );
  });

  it('forgets what was not used for longest, by number and by size', async () => {
    for (const limits of [
      { answers: 2, size: 1_000 },
      // Two answers of seven characters fit.
      { answers: 10, size: 20 },
    ]) {
      const memory = new RevisionMemory(limits);
      const source = createSource();
      const ask = (key: string) =>
        memory.recall(key, source.readRevision, source.make);
      await ask('a');
      await ask('b');
      await ask('a');
      await ask('c');
      expect(source.made).toBe(3);
      await ask('a');
      await ask('c');
      expect(source.made).toBe(3);
      await ask('b');
      expect(source.made).toBe(4);
    }
  });
});
