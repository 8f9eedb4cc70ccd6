import { setTimeout } from 'node:timers/promises';
import { CloneLocks } from './CloneLocks';

describe('CloneLocks', () => {
  it('lets one at a time work on a repository, in their order, and others meanwhile', async () => {
    const locks = new CloneLocks();
    const log: string[] = [];
    const work = (repository: string, name: string, ms: number) =>
      locks.run(repository, async () => {
        log.push(`${name} begins`);
        await setTimeout(ms);
        log.push(`${name} ends`);
        return name;
      });
    expect(
      await Promise.all([
        work('a', 'first', 30),
        work('a', 'second', 0),
        work('b', 'other', 5),
        work('a', 'third', 0),
      ]),
    ).toEqual(['first', 'second', 'other', 'third']);
    expect(log.filter(line => !line.startsWith('other'))).toEqual([
      'first begins',
      'first ends',
      'second begins',
      'second ends',
      'third begins',
      'third ends',
    ]);
    expect(log.indexOf('other ends')).toBeLessThan(log.indexOf('first ends'));
  });

  it('goes on after work that failed', async () => {
    const locks = new CloneLocks();
    const failed = locks.run('a', async () => {
      throw new Error('damaged');
    });
    const next = locks.run('a', async () => 'read');
    await expect(failed).rejects.toThrow('damaged');
    expect(await next).toBe('read');
  });
});
