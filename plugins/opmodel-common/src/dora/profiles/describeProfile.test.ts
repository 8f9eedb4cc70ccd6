import { readFileSync } from 'fs';
import { join } from 'path';
import { doraProfileIds } from '../doraProfile';
import { describeProfile } from './describeProfile';
import { doraProfiles, findProfile } from './doraProfiles';

const page = readFileSync(
  join(__dirname, '../../../../../docs/dora-profiles.md'),
  'utf8',
);

/** The rows of the table of decisions, as the page must have them. */
function expectedRows(): string[][] {
  const columns = doraProfileIds.map(id => describeProfile(doraProfiles[id]));
  return columns[0].map(({ id }, index) => [
    id,
    ...columns.map(column => column[index].value),
  ]);
}

function rowsOfPage(): string[][] {
  return page
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim().replace(/`/g, '')),
    );
}

describe('describeProfile', () => {
  it('names the same decisions of every definition, in one order', () => {
    const ids = describeProfile(doraProfiles['dora-2026']).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const profile of Object.values(doraProfiles)) {
      expect(describeProfile(profile).map(({ id }) => id)).toEqual(ids);
    }
  });

  it('leaves no decision without words', () => {
    for (const profile of Object.values(doraProfiles)) {
      for (const { value } of describeProfile(profile)) {
        expect(value).toMatch(/\S/);
        expect(value).not.toMatch(/undefined|NaN|null/);
      }
    }
  });

  it('tells any two definitions apart', () => {
    const described = doraProfileIds.map(id =>
      JSON.stringify(describeProfile(doraProfiles[id])),
    );
    expect(new Set(described).size).toBe(doraProfileIds.length);
  });

  it('is what the page about definitions says', () => {
    expect(rowsOfPage()).toEqual(expectedRows());
  });

  it('has a place on the page for each definition', () => {
    const tools = Object.values(doraProfiles).filter(({ docs }) =>
      docs.startsWith('dora-profiles#'),
    );
    expect(tools).toHaveLength(3);
    for (const { version, title } of tools) {
      expect(page).toContain(`\n## ${title}\n`);
      expect(page).toContain(`version ${version}`);
    }
  });
});

describe('findProfile', () => {
  it('finds a definition by its id, and none by another', () => {
    for (const id of doraProfileIds) {
      expect(findProfile(id)).toBe(doraProfiles[id]);
    }
    expect(findProfile('toString')).toBeUndefined();
  });
});
