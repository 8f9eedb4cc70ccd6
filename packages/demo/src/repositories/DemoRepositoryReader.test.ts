import { DemoRepositoryReader } from './DemoRepositoryReader';

const reader = new DemoRepositoryReader({
  seed: 'marrowby',
  repositories: ['refunds', 'checkout'],
});
const refunds = 'https://git.example.com/marrowby/refunds/';

async function readFiles(url: string, filter?: (path: string) => boolean) {
  const tree = await reader.readTree(url, { filter });
  return Promise.all(
    (await tree.files()).map(async ({ path, content }) => ({
      path,
      content: (await content()).toString(),
    })),
  );
}

describe('DemoRepositoryReader', () => {
  it('reads the same files again, and others of another repository', async () => {
    const files = await readFiles(refunds);
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['README.md', 'package.json', '.gitlab-ci.yml']),
    );
    expect(await readFiles(refunds)).toEqual(files);
    expect(
      await readFiles('https://git.example.com/marrowby/checkout'),
    ).not.toEqual(files);
  });

  it('reads only what is asked for, and nothing that is known already', async () => {
    const isReadme = (path: string) => path === 'README.md';
    expect(await readFiles(refunds, isReadme)).toMatchObject([
      { path: 'README.md', content: expect.stringContaining('# refunds') },
    ]);
    const { etag } = await reader.readTree(refunds);
    await expect(reader.readTree(refunds, { etag })).rejects.toThrow(
      expect.objectContaining({ name: 'NotModifiedError' }),
    );
  });

  it('refuses a repository that is not there', async () => {
    await expect(
      reader.readTree('https://git.example.com/marrowby/nothing'),
    ).rejects.toThrow('There is no repository at');
  });
});
