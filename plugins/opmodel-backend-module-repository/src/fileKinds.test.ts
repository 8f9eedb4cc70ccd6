import { kindsOfFile, scannersIn } from './fileKinds';

describe('kindsOfFile', () => {
  it.each([
    ['README', ['readme']],
    ['docs/readme.rst', ['readme']],
    ['src/readme.ts', []],
    ['LICENSE-APACHE', ['license']],
    ['COPYING', ['license']],
    ['src/license.ts', []],
    ['docs/CODEOWNERS', ['codeowners']],
    ['a/CODEOWNERS', []],
    ['src/security.ts', []],
    ['Dockerfile.build', ['dockerfile']],
    ['runbooks/restart.md', ['runbook']],
    ['docs/adr/0001-a.md', ['decisionRecord']],
    ['src/main/java/com/example/PayTest.java', ['test']],
    ['src/tests/a.rs', ['test']],
    ['pay_test.go', ['test']],
    ['latest.py', []],
    ['.github/workflows/a.yml', ['ci:github-actions']],
    ['a/.github/workflows/a.yml', []],
    ['azure-pipelines-nightly.yaml', ['ci:azure-pipelines']],
    ['requirements-dev.txt', ['manifest:python']],
    ['Api/Api.csproj', ['manifest:dotnet']],
    ['bun.lockb', ['lockfile']],
    ['.renovaterc.json', ['dependencyUpdates']],
    ['.cursor/rules/style.mdc', ['agents:.cursor']],
    ['node_modules/a/package.json', []],
    ['go/vendor/b/go.mod', []],
  ])('knows %s', (path, kinds) => {
    expect(kindsOfFile(path)).toEqual(kinds);
  });

  it('takes no longer for a path that somebody made up', () => {
    const started = performance.now();
    kindsOfFile(`${'a.test'.repeat(50_000)}/${'test'.repeat(50_000)}`);
    kindsOfFile(`requirements${'.txt'.repeat(100_000)}x`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('scannersIn', () => {
  it('finds what a build calls', () => {
    expect(
      scannersIn(
        'uses: ossf/scorecard-action@v2\nrun: snyk test && gosec ./...',
      ),
    ).toEqual(['snyk', 'gosec', 'openssf-scorecard']);
    expect(scannersIn('run: make')).toEqual([]);
  });
});
