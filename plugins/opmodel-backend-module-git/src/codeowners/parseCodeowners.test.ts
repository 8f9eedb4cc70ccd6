import { parseCodeowners, syntaxOf } from './parseCodeowners';

describe('parseCodeowners', () => {
  it('reads rules with all their owners, and passes over what is none', () => {
    const file = parseCodeowners(
      [
        '# Who reviews what',
        '*       @acme/platform   @acme/security # both',
        '',
        '/docs/ ada@example.com @ada @acme/web @bob',
        'path\\ with\\ spaces/ @acme/web',
        '\\#odd @acme/web',
        '/vendor/',
        '!/vendor/ours @acme/web',
        '/a @acme/web @acme/web not-an-owner',
      ].join('\r\n'),
      'github',
    );
    expect(file.sections).toEqual([
      [
        { pattern: '*', line: 2, owners: ['@acme/platform', '@acme/security'] },
        {
          pattern: '/docs/',
          line: 4,
          owners: ['…@example.com', '@…', '@acme/web'],
        },
        { pattern: 'path with spaces/', line: 5, owners: ['@acme/web'] },
        { pattern: '#odd', line: 6, owners: ['@acme/web'] },
        { pattern: '/vendor/', line: 7, owners: [] },
        { pattern: '/a', line: 9, owners: ['@acme/web'] },
      ],
    ]);
  });

  it('reads the sections of GitLab with their defaults, those of one name as one', () => {
    const { sections } = parseCodeowners(
      [
        '* @acme/all',
        '[Database][2] @acme/dba',
        'db/',
        'db/seeds/ @acme/web',
        '^[Docs] @acme/writers @acme/web',
        '*.md',
        '!README.md',
        '[DATABASE]',
        'sql/ @@maintainer',
      ].join('\n'),
      'gitlab',
    );
    expect(
      sections.map(rules =>
        rules.map(({ pattern, owners }) => [pattern, owners]),
      ),
    ).toEqual([
      [['*', ['@acme/all']]],
      [
        ['db/', ['@acme/dba']],
        ['db/seeds/', ['@acme/web']],
        ['sql/', ['@@maintainer']],
      ],
      [
        ['*.md', ['@acme/writers', '@acme/web']],
        ['README.md', []],
      ],
    ]);
  });

  it('goes by the host, or else by what the file looks like', () => {
    const plain = '* @acme/all';
    const sections = '[Docs]\n* @acme/all';
    expect(syntaxOf('github', 'CODEOWNERS', sections)).toBe('github');
    expect(syntaxOf('gitlab', 'CODEOWNERS', plain)).toBe('gitlab');
    expect(syntaxOf('gitea', 'CODEOWNERS', plain)).toBe('github');
    expect(syntaxOf('', 'CODEOWNERS', sections)).toBe('gitlab');
    expect(syntaxOf('', '.gitlab/CODEOWNERS', plain)).toBe('gitlab');
  });

  it('does not take long over a line that was made to be slow', () => {
    const before = Date.now();
    parseCodeowners(`[${'['.repeat(50_000)}\n${'\\'.repeat(50_000)}`, 'gitlab');
    expect(Date.now() - before).toBeLessThan(1_000);
  });
});
