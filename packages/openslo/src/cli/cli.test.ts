import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleText } from '../__testUtils__/examples';

const program = join(__dirname, '../../bin/openslo.cjs');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openslo-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts the program in the folder, as a shell does. */
function openslo(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, ...args],
    { cwd: folder, input, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

function save(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const right = `apiVersion: openslo/v1
kind: Service
metadata:
  name: checkout
`;
const wrong = right.replace('checkout', 'Checkout');

jest.setTimeout(60_000);

describe('openslo', () => {
  it('explains itself', () => {
    const { status, stdout, stderr } = openslo(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('Usage: openslo <command>');
    expect(stderr).toBe('');
  });

  it.each([
    [[], 'A command is missing'],
    [['lint', 'a.yaml'], 'no command lint'],
    [['validate'], 'A file is missing'],
    [['validate', '-', '-'], 'can be read once'],
    [['validate', '--mode', 'soft', '-'], '--mode is strict or lenient'],
    [['validate', '--format', 'xml', '-'], '--format is one of'],
    [['validate', '--check', '-'], 'validate has no option --check'],
    [['convert', '--to', 'openslo/v9', '-'], '--to is openslo/v1'],
    [['fmt', '--what', '-'], '--what'],
  ])('answers %j with how it is used', (args, message) => {
    const { status, stdout, stderr } = openslo(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage:');
  });

  it.each(['validate', 'fmt', 'convert'])(
    '%s says which file it cannot read',
    command => {
      const { status, stderr } = openslo([command, 'gone.yaml']);
      expect(status).toBe(2);
      expect(stderr).toBe(
        'openslo: gone.yaml cannot be read: there is no such file.\n',
      );
      expect(openslo([command, '.']).stderr).toContain('it is a folder');
    },
  );
});

describe('openslo validate', () => {
  it('is content with what is right', () => {
    const { status, stdout, stderr } = openslo([
      'validate',
      save('right.yaml', right),
    ]);
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '',
      stderr: '1 document: 0 errors, 0 warnings\n',
    });
  });

  it('reports what is wrong as text, with its place', () => {
    const { status, stdout } = openslo(['validate', save('wrong.yaml', wrong)]);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^wrong\.yaml:4:9: error name: metadata\.name: .+\.\n$/,
    );
  });

  it('lets lenient mode pass with a warning', () => {
    const { status, stdout } = openslo(
      ['validate', '--mode', 'lenient', '-'],
      wrong,
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<stdin>:4:9: warning name/);
  });

  it('reports as JSON, and nothing else', () => {
    const { status, stdout, stderr } = openslo(
      ['validate', '--format', 'json', '-'],
      wrong,
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        severity: 'error',
        rule: 'name',
        path: 'metadata.name',
        value: 'Checkout',
        line: 4,
        column: 9,
      },
    ]);
    expect(stderr).toBe('');
  });

  it('reports as annotations, in which nothing can pass for a command', () => {
    const { stdout } = openslo([
      'validate',
      '--format',
      'github',
      save(
        'a,b.yaml',
        `${right}100%: 1\n"x\\n::error::y": 2\nspec:\n  description: []\n`,
      ),
    ]);
    expect(stdout.trim().split('\n')).toEqual([
      "::error file=a%2Cb.yaml,line=5,col=7,title=OpenSLO unknown-field::['100%25']: There is no field 100%25 here.",
      "::error file=a%2Cb.yaml,line=6,col=18,title=OpenSLO unknown-field::['x%0A::error::y']: There is no field x%0A::error::y here.",
      '::error file=a%2Cb.yaml,line=8,col=3,title=OpenSLO type::spec.description: description is text, and not a list.',
    ]);
  });

  it('reports what is no YAML, and what holds no document', () => {
    const broken = openslo(['validate', '-'], 'kind: [\n');
    expect(broken.status).toBe(1);
    expect(broken.stdout).toContain('error syntax');
    const empty = openslo(['validate', '-'], '# nothing\n');
    expect(empty.status).toBe(0);
    expect(empty.stdout).toContain('warning no-document');
  });

  it('looks at all files together', () => {
    const slo = save('slo.yaml', exampleText('slo-availability.yaml'));
    const others = [
      save('indicators.yaml', exampleText('indicators.yaml')),
      save('data-source.yaml', exampleText('data-source.yaml')),
      save('alerting.yaml', exampleText('alerting.yaml')),
    ];
    expect(openslo(['validate', slo]).status).toBe(0);
    const alone = openslo(['validate', '--references', slo]);
    expect(alone.status).toBe(1);
    expect(alone.stdout).toContain('There is no SLI of the name');
    const together = openslo(['validate', '--references', slo, ...others]);
    expect(together).toMatchObject({ status: 0, stdout: '' });
    const twice = openslo([
      'validate',
      slo,
      save('again.yaml', exampleText('slo-availability.yaml')),
    ]);
    expect(twice.stdout).toContain('warning duplicate-name');
  });
});

describe('openslo fmt', () => {
  const untidy = right.replace('  name:', '    name:  ');

  it('formats the standard input to the standard output', () => {
    expect(openslo(['fmt', '-'], untidy)).toEqual({
      status: 0,
      stdout: right,
      stderr: '',
    });
  });

  it('formats files in place, and names those that it changed', () => {
    const changed = save('untidy.yaml', untidy);
    const tidy = save('tidy.yaml', right);
    expect(openslo(['fmt', changed, tidy])).toEqual({
      status: 0,
      stdout: 'untidy.yaml\n',
      stderr: '',
    });
    expect(readFileSync(join(folder, changed), 'utf8')).toBe(right);
    expect(openslo(['fmt', changed, tidy]).stdout).toBe('');
  });

  it('only checks when it is asked to', () => {
    const file = save('untidy.yaml', untidy);
    expect(openslo(['fmt', '--check', file])).toMatchObject({
      status: 1,
      stdout: 'untidy.yaml\n',
    });
    expect(readFileSync(join(folder, file), 'utf8')).toBe(untidy);
    expect(openslo(['fmt', '--check', '-'], right)).toMatchObject({
      status: 0,
      stdout: '',
    });
  });

  it('leaves a file that it cannot read, and formats the others', () => {
    const broken = save('broken.yaml', 'kind: [\n');
    const other = save('other.yaml', untidy);
    const { status, stdout, stderr } = openslo(['fmt', broken, other]);
    expect(status).toBe(1);
    expect(stdout).toBe('other.yaml\n');
    expect(stderr).toContain('broken.yaml:');
    expect(readFileSync(join(folder, broken), 'utf8')).toBe('kind: [\n');
  });
});

describe('openslo convert', () => {
  it('writes documents of v1 that validate takes, and warns on the standard error', () => {
    const converted = openslo([
      'convert',
      '--to',
      'openslo/v1',
      save('v1alpha.yaml', exampleText('other-versions/v1alpha.yaml')),
      save('v2alpha.yaml', exampleText('other-versions/v2alpha.yaml')),
    ]);
    expect(converted.status).toBe(0);
    expect(converted.stderr).toContain('v1alpha.yaml:49:3: warning split');
    const checked = openslo(['validate', '-'], converted.stdout);
    expect(checked).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '7 documents: 0 errors, 0 warnings\n',
    });
    expect(openslo(['fmt', '--check', '-'], converted.stdout).status).toBe(0);
  });

  it('fails for what has no place in v1, and writes the rest', () => {
    const { status, stdout, stderr } = openslo(
      ['convert', '-'],
      `${right}---\napiVersion: openslo/v7\nkind: SLO\n`,
    );
    expect(status).toBe(1);
    expect(stdout).toBe(right);
    expect(stderr).toContain('error not-convertible');
  });
});
